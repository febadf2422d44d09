import { type Classed, commonRegime, type EconomyAnalysis, type Outcome } from '../analysis/index.ts';
import { columnOf, type ResultsTable } from '../analysis/resultsTable.ts';
import { asShown, meanAsCompared } from '../analysis/scale.ts';
import { isListed } from '../levels.ts';
import type { Experiment, Factor, FactorValue } from '../types.ts';
import { factorLabel } from './axes.ts';
import { regimeClass } from './legends.ts';
import type { Mark } from './marks.ts';
import { countText, numberText, shareText, valueText } from './numbers.ts';
import type { Replay } from './replay.ts';
import { rampColour } from './svg/colour.ts';

/** Rows that a picture shows in one place: of one point, or of all points with the same two values. */
interface Place {
  x: FactorValue;
  y: FactorValue;
  rows: number[];
}

/** Two factors across which outcomes are drawn. */
export interface Plane {
  factors: readonly [Factor, Factor];
  /** Cells of a grid, or points wherever the design put them. */
  isGrid: boolean;
  places: Place[];
  /** Points that are left out of a crowded picture. */
  omitted: number;
}

/** More points than this hide one another. */
const mostScattered = 4000;

const factorsOf = ({ factors }: Experiment, isChosen: (factor: Factor) => boolean): Factor[] =>
  factors.filter(isChosen);

/** The two factors to draw across: the first two lists or ranges, else the two that matter most. Null if there are not two. */
export function planeOf(
  experiment: Experiment,
  table: ResultsTable,
  { points, outcomes }: EconomyAnalysis,
): Plane | null {
  const varies = ({ name }: Factor) => {
    const column = columnOf(table, name);
    return points.some(({ rows }) => column[rows[0]] !== column[points[0].rows[0]]);
  };
  const listed = factorsOf(experiment, (factor) => isListed(factor) && varies(factor));
  const order = outcomes[0]?.sensitivity.contrasts.map(({ factor }) => factor) ?? [];
  const varying = factorsOf(experiment, varies).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const isGrid = listed.length >= 2;
  const [first, second] = isGrid ? listed : varying;
  if (!first || !second) return null;
  const [xs, ys] = [columnOf(table, first.name), columnOf(table, second.name)];
  const places = new Map<string, Place>();
  for (const { point, rows } of points) {
    const [x, y] = [xs[rows[0]], ys[rows[0]]];
    const key = isGrid ? JSON.stringify([x, y]) : String(point);
    const place = places.get(key);
    if (place) place.rows.push(...rows);
    else places.set(key, { x, y, rows: [...rows] });
  }
  const all = [...places.values()];
  const kept = isGrid ? all : all.slice(0, mostScattered);
  return { factors: [first, second], isGrid, places: kept, omitted: all.length - kept.length };
}

/** How a row is seen again. */
export type ReplayOf = (row: number) => Replay | null;

/** What a place says of itself: its values, what came of it, which run it opens. */
function wordsOf(
  { x, y, rows }: Place,
  { factors }: Plane,
  experiment: Experiment,
  outcome: string,
  replay: Replay | null,
): string {
  const [first, second] = factors.map((factor) => factorLabel(factor, experiment));
  const runs = rows.length === 1 ? '' : ` over ${countText(rows.length)} runs`;
  const opens = replay ? `; run ${replay.run}` : '';
  return `${first} = ${valueText(x)}, ${second} = ${valueText(y)}: ${outcome}${runs}${opens}`;
}

/** The places of a plane by their most frequent regime; the run that a place opens is one of that regime. */
export function regimeMarks(
  plane: Plane,
  experiment: Experiment,
  classed: Classed,
  replayOf: ReplayOf,
): Mark[] {
  const { classification, regimes } = classed;
  return plane.places.map((place): Mark => {
    const common = commonRegime(place.rows, regimes, classification.regimes.length);
    const chosen = common ? place.rows.find((row) => regimes[row] === common.regime) : place.rows[0];
    const replay = replayOf(chosen as number);
    const words = common
      ? classification.regimes[common.regime].label +
        (common.share < 1 ? ` (${shareText(common.share, 1)})` : '')
      : 'no result';
    return {
      x: place.x,
      y: place.y,
      className: common ? regimeClass(classification.regimes[common.regime].id) : 'no-value',
      fill: null,
      text: wordsOf(place, plane, experiment, words, replay),
      replay,
    };
  });
}

/** The places of a plane by the mean of an outcome, and the ends of the colours. Null where there is nothing to tell apart. */
export function outcomeMarks(
  plane: Plane,
  experiment: Experiment,
  { label, unit, values, isLog }: Outcome,
  replayOf: ReplayOf,
): { marks: Mark[]; min: number; max: number } | null {
  const means = plane.places.map(({ rows }) =>
    meanAsCompared(
      rows.map((row) => values[row]),
      isLog,
    ),
  );
  const there = means.filter(Number.isFinite);
  if (there.length === 0) return null;
  const min = there.reduce((least, mean) => Math.min(least, mean));
  const max = there.reduce((most, mean) => Math.max(most, mean));
  if (min === max) return null;
  const shown = (mean: number) => asShown(mean, isLog);
  const marks = plane.places.map((place, i): Mark => {
    const mean = means[i];
    const replay = replayOf(place.rows[0]);
    const text = `${label} ${numberText(shown(mean))} ${unit}`.trim();
    return {
      x: place.x,
      y: place.y,
      className: Number.isFinite(mean) ? null : 'no-value',
      fill: Number.isFinite(mean) ? rampColour((mean - min) / (max - min)) : null,
      text: wordsOf(place, plane, experiment, text, replay),
      replay,
    };
  });
  return { marks, min: shown(min), max: shown(max) };
}
