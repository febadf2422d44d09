import { type Analysis, type EconomyAnalysis, type Outcome, statisticsOf } from '../analysis/index.ts';
import { columnOf } from '../analysis/resultsTable.ts';
import type { Experiment, Factor } from '../types.ts';
import { factorLabel, levelsIn } from './axes.ts';
import type { Figure } from './figure.ts';
import { countText, numberText, valueText } from './numbers.ts';
import type { ReplayOf } from './plane.ts';
import { type Level, linesPicture } from './svg/lines.ts';

/** More dots than this are one line. */
const mostLevels = 1000;

function figureOf(
  analysis: Analysis,
  { points }: EconomyAnalysis,
  outcome: Outcome,
  factor: Factor,
  replayOf: ReplayOf,
): Figure[] {
  const { experiment, table } = analysis;
  const column = columnOf(table, factor.name);
  const values = points.map(({ rows }) => column[rows[0]]);
  const name = factorLabel(factor, experiment);
  const unit = outcome.unit === '' ? '' : ` (${outcome.unit})`;
  const levels = levelsIn(values, factor)
    .slice(0, mostLevels)
    .map((x): Level => {
      const rows = points.filter((_, i) => values[i] === x).flatMap((point) => point.rows);
      const { quantiles, count } = statisticsOf(rows.map((row) => outcome.values[row]));
      const [low, , median, , high] = quantiles;
      const replay = replayOf(rows[0]);
      const spread =
        count > 1
          ? `, 5–95 % from ${numberText(low)} to ${numberText(high)} over ${countText(count)} runs`
          : '';
      const text = `${name} = ${valueText(x)}: ${outcome.label} ${numberText(median)}${spread}`;
      return { x, low, median, high, text: replay ? `${text}; run ${replay.run}` : text, replay };
    });
  const title = `${outcome.label}${unit} along ${name}`;
  const svg = linesPicture(title, `${outcome.label}${unit}`, outcome.isLog, levels, factor, experiment);
  const spread = isReplicated(experiment)
    ? ' Dots are medians, bars go from the 5th to the 95th percentile of the runs there.'
    : '';
  return svg === '' ? [] : [{ title, caption: outcome.meaning + spread, svg, legend: '' }];
}

const isReplicated = ({ replications, factors }: Experiment): boolean =>
  replications.count > 1 || factors.length > 1;

/** Outcomes along the only factor that varies; none where several do. */
export function lineFigures(analysis: Analysis, economy: EconomyAnalysis, replayOf: ReplayOf): Figure[] {
  const { experiment, table } = analysis;
  const varying = experiment.factors.filter(({ name }) => {
    const column = columnOf(table, name);
    return economy.points.some(({ rows }) => column[rows[0]] !== column[economy.points[0].rows[0]]);
  });
  if (varying.length !== 1) return [];
  return economy.outcomes.flatMap(({ outcome }) =>
    figureOf(analysis, economy, outcome, varying[0], replayOf),
  );
}
