import { type Analysis, commonRegime, type EconomyAnalysis, statisticsOf } from '../../analysis/index.ts';
import { columnOf } from '../../analysis/resultsTable.ts';
import { isListed, levelsOf } from '../../levels.ts';
import type { Design, Experiment, Factor } from '../../types.ts';
import { factorLabel } from '../axes.ts';
import { element, escaped } from '../markup.ts';
import { countText, numberText, valueText } from '../numbers.ts';
import type { ReplayOf } from '../plane.ts';
import { addressOf, commandOf, type Replay, type Replays } from '../replay.ts';
import { type CellContent, type ColumnHead, tableOf } from './table.ts';

/** Longer tables are for the results themselves. */
export const mostRows = 200;

/** A run as a link to the page, beside its command. */
function replayCell(replay: Replay | null, page: string): CellContent {
  if (!replay) return 'none: not a scenario, or too long for a link';
  const command = commandOf(replay);
  const link = element('a', { href: addressOf(replay, page), 'data-run': replay.run }, `run ${replay.run}`);
  return { markup: link + element('code', { title: command }, escaped(command)) };
}

function levelsText(factor: Factor): string {
  if (isListed(factor)) {
    const levels = levelsOf(factor);
    if (factor.kind === 'range')
      return `${countText(levels.length)} values from ${numberText(factor.from)} to ${numberText(factor.to)}${factor.scale === 'log' ? ', by equal ratios' : ''}`;
    return levels
      .map((level) => (typeof level === 'object' ? JSON.stringify(level) : valueText(level)))
      .join(', ');
  }
  const { path: _, name: __, kind, ...rest } = factor;
  const parts = Object.entries(rest).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? numberText(value) : JSON.stringify(value)}`,
  );
  return `${kind}: ${parts.join(', ')}`;
}

/** What varied. */
export function factorTable(experiment: Experiment): string {
  const heads: ColumnHead[] = [
    { name: 'Factor', isText: true },
    { name: 'Parameter', isText: true },
    { name: 'Values', isText: true, isWide: true },
  ];
  return tableOf(
    heads,
    experiment.factors.map((factor) => [
      factorLabel(factor, experiment),
      { markup: element('code', {}, escaped(factor.path)) },
      levelsText(factor),
    ]),
  );
}

/** A design in words. */
export function designText(design: Design): string {
  switch (design.type) {
    case 'grid':
      return 'every combination of the values';
    case 'random':
      return `${countText(design.n)} independent draws, seed ${design.seed}`;
    case 'latinHypercube':
      return `a Latin hypercube of ${countText(design.n)} points, seed ${design.seed}`;
    case 'sobol':
      return `${countText(design.n)} points of a Sobol’ sequence from point ${countText(design.skip)} on`;
    case 'saltelli':
      return `Saltelli’s design with ${countText(design.n)} base samples${design.secondOrder ? ', second order too' : ''}`;
    case 'morris':
      return `${countText(design.n)} Morris trajectories on ${design.levels} levels, seed ${design.seed}`;
  }
}

/** Every outcome in numbers. */
export function outcomeTable({ outcomes }: EconomyAnalysis): string {
  const heads = ['Outcome', 'runs', 'mean', 'sd', '5 %', 'median', '95 %', 'least', 'most'].map(
    (name, i): ColumnHead => ({ name, isText: i === 0 }),
  );
  return tableOf(
    heads,
    outcomes.map(({ outcome, statistics }) => {
      const { count, mean, deviation, min, max, quantiles } = statistics;
      const [low, , median, , high] = quantiles;
      const name = outcome.unit === '' ? outcome.label : `${outcome.label} (${outcome.unit})`;
      return [name, countText(count), ...[mean, deviation, low, median, high, min, max].map(numberText)];
    }),
  );
}

/** The points with what came of them, and the run that each replays. */
export function pointTable(
  { experiment, table }: Analysis,
  { points, classed, outcomes }: EconomyAnalysis,
  replayOf: ReplayOf,
  page: string,
): string {
  const { factors } = experiment;
  const isReplicated = experiment.replications.count > 1;
  const heads: ColumnHead[] = [
    ...factors.map((factor) => ({ name: factorLabel(factor, experiment) })),
    ...(isReplicated ? [{ name: 'runs' }] : []),
    ...classed.map(({ classification }) => ({ name: classification.title, isText: true })),
    ...outcomes.map(({ outcome }) => ({ name: isReplicated ? `${outcome.label}, median` : outcome.label })),
    { name: 'first run, and how to replay it', isText: true },
  ];
  const columns = factors.map(({ name }) => columnOf(table, name));
  const rows = points.slice(0, mostRows).map(({ rows: ofPoint }): CellContent[] => [
    ...columns.map((column) => valueText(column[ofPoint[0]])),
    ...(isReplicated ? [countText(ofPoint.length)] : []),
    ...classed.map(({ classification, regimes }) => {
      const common = commonRegime(ofPoint, regimes, classification.regimes.length);
      return common ? classification.regimes[common.regime].label : '–';
    }),
    ...outcomes.map(({ outcome }) =>
      numberText(statisticsOf(ofPoint.map((row) => outcome.values[row])).quantiles[2]),
    ),
    replayCell(replayOf(ofPoint[0]), page),
  ]);
  return tableOf(heads, rows);
}

/** Runs without a result: where, when and why. */
export function failureTable({ failures }: Analysis, replays: Replays, page: string): string {
  const heads: ColumnHead[] = [
    { name: 'Run' },
    { name: 'economy', isText: true },
    { name: 'stage', isText: true },
    { name: 'tick' },
    { name: 'reason', isText: true, isWide: true },
    { name: 'how to replay it', isText: true },
  ];
  return tableOf(
    heads,
    failures
      .slice(0, mostRows)
      .map(({ run, economy, stage, tick, reason }) => [
        countText(run),
        economy ?? '–',
        stage,
        tick === null ? '–' : countText(tick),
        reason,
        replayCell(replays.of(run), page),
      ]),
  );
}
