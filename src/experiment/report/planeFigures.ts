import type { Analysis, Classed, EconomyAnalysis, Outcome } from '../analysis/index.ts';
import type { Experiment } from '../types.ts';
import { factorLabel } from './axes.ts';
import type { Figure } from './figure.ts';
import { rampLegend, regimeClass, regimeLegend } from './legends.ts';
import type { Mark } from './marks.ts';
import { countText } from './numbers.ts';
import { outcomeMarks, type Plane, planeOf, type ReplayOf, regimeMarks } from './plane.ts';
import { mapPicture, scatterPicture } from './svg/map.ts';
import { regionCentres } from './svg/regions.ts';

/** How much a picture averages over, in words. */
function averaged({ factors, isGrid, omitted }: Plane, experiment: Experiment, how: string): string {
  const others = experiment.factors.filter((factor) => !factors.includes(factor));
  const { count } = experiment.replications;
  const parts = [
    count > 1 ? `the ${countText(count)} replications of a point` : '',
    isGrid && others.length > 0
      ? `all values of ${others.map((factor) => factorLabel(factor, experiment)).join(', ')}`
      : '',
  ].filter((part) => part !== '');
  const over = parts.length > 0 ? `${how} over ${parts.join(' and ')}.` : '';
  const left =
    omitted > 0 ? ` The first ${countText(4000)} points; ${countText(omitted)} more are in the results.` : '';
  return over + left;
}

const draw = (
  title: string,
  marks: readonly Mark[],
  plane: Plane,
  experiment: Experiment,
  labelsOf: Parameters<typeof mapPicture>[4],
): string =>
  plane.isGrid
    ? mapPicture(title, marks, plane.factors, experiment, labelsOf)
    : scatterPicture(title, marks, plane.factors, experiment);

function across({ factors }: Plane, experiment: Experiment): string {
  const [x, y] = factors.map((factor) => factorLabel(factor, experiment));
  return `across ${x} and ${y}`;
}

function phaseFigure(
  plane: Plane,
  experiment: Experiment,
  classed: Classed,
  replayOf: ReplayOf,
): Figure | null {
  const { classification, counts } = classed;
  if (counts.filter((count) => count > 0).length < 2) return null;
  const title = `${classification.title} ${across(plane, experiment)}`;
  const marks = regimeMarks(plane, experiment, classed, replayOf);
  const svg = draw(title, marks, plane, experiment, (grid) =>
    regionCentres(grid.map((line) => line.map((mark) => mark?.className ?? null))).flatMap(
      ({ kind, row, column }) => {
        const regime = classification.regimes.find(({ id }) => regimeClass(id) === kind);
        return regime ? [{ row, column, text: regime.label }] : [];
      },
    ),
  );
  const caption = averaged(plane, experiment, 'The most frequent regime');
  return { title, caption, svg, legend: regimeLegend(classed) };
}

function outcomeFigure(
  plane: Plane,
  experiment: Experiment,
  outcome: Outcome,
  replayOf: ReplayOf,
): Figure | null {
  const found = outcomeMarks(plane, experiment, outcome, replayOf);
  if (!found) return null;
  const { marks, min, max } = found;
  const unit = outcome.unit === '' ? '' : ` (${outcome.unit})`;
  const title = `${outcome.label}${unit} ${across(plane, experiment)}`;
  const how = outcome.isLog ? 'The geometric mean' : 'The mean';
  const caption = [
    outcome.meaning,
    averaged(plane, experiment, how),
    marks.some(({ fill }) => fill === null) ? 'Hatched: no value.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  const svg = draw(title, marks, plane, experiment, () => []);
  return { title, caption, svg, legend: rampLegend(min, max, outcome.isLog) };
}

/** Phase diagrams and heatmaps of one economy, or points where the design has no grid. */
export function planeFigures(
  { experiment, table }: Analysis,
  economy: EconomyAnalysis,
  replayOf: ReplayOf,
): { phases: Figure[]; maps: Figure[] } {
  const plane = planeOf(experiment, table, economy);
  if (!plane) return { phases: [], maps: [] };
  const there = (figure: Figure | null) => (figure ? [figure] : []);
  return {
    phases: economy.classed.flatMap((classed) => there(phaseFigure(plane, experiment, classed, replayOf))),
    maps: economy.outcomes.flatMap(({ outcome }) =>
      there(outcomeFigure(plane, experiment, outcome, replayOf)),
    ),
  };
}
