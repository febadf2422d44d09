import { designPoints } from '../points.ts';
import {
  type ElementaryEffect,
  elementaryEffects,
  type SobolIndices,
  sobolIndices,
} from '../sensitivity/index.ts';
import type { Experiment } from '../types.ts';
import type { PointRows } from './cells.ts';
import { type Contrast, contrastOf } from './contrast.ts';
import { compared, type Outcome } from './outcomes.ts';
import { columnOf, type ResultsTable } from './resultsTable.ts';
import { meanOf } from './statistics.ts';

/** What drives an outcome. */
export interface Sensitivity {
  outcome: string;
  /** Of the outcome as compared: log₁₀ of it where it spans decades. */
  isLog: boolean;
  mean: number;
  /** Largest effect first. */
  contrasts: Contrast[];
  /** From Saltelli's design; null for others, and where fewer than two base samples have a value. */
  sobol: SobolIndices | null;
  /** From Morris' design, by factor; null for others. */
  morris: ElementaryEffect[] | null;
}

/** Enough for two digits of an interval's ends. */
const resamples = 500;

/** Mean of the outcome over the replications of every point; NaN for points without any. */
function meansOf(points: readonly PointRows[], count: number, values: Float64Array): Float64Array {
  const means = new Float64Array(count).fill(Number.NaN);
  for (const { point, rows } of points) means[point] = meanOf(rows.map((row) => values[row]));
  return means;
}

function sobolOf(experiment: Experiment, means: Float64Array): SobolIndices | null {
  const { design, factors } = experiment;
  if (design.type !== 'saltelli') return null;
  const { secondOrder } = design;
  const block = means.length / design.n;
  let whole = 0;
  for (let k = 0; k < design.n; k++)
    if (means.subarray(k * block, (k + 1) * block).every(Number.isFinite)) whole++;
  return whole < 2 ? null : sobolIndices(means, factors.length, { secondOrder, resamples });
}

function morrisOf(experiment: Experiment, means: Float64Array): ElementaryEffect[] | null {
  const { design, factors } = experiment;
  if (design.type !== 'morris') return null;
  return elementaryEffects(designPoints(design, factors.length), means, { resamples });
}

/** What drives one outcome in one economy. points: how many the design has, finished or not. */
export function sensitivityOf(
  experiment: Experiment,
  table: ResultsTable,
  rowsByPoint: readonly PointRows[],
  points: number,
  outcome: Outcome,
): Sensitivity {
  const means = meansOf(rowsByPoint, points, compared(outcome));
  const outcomes = rowsByPoint.map(({ point }) => means[point]);
  const contrasts = experiment.factors.flatMap(({ name }): Contrast[] => {
    const column = columnOf(table, name);
    const contrast = contrastOf(
      name,
      rowsByPoint.map(({ rows }) => column[rows[0]]),
      outcomes,
    );
    return contrast ? [contrast] : [];
  });
  return {
    outcome: outcome.id,
    isLog: outcome.isLog,
    mean: meanOf(outcomes),
    contrasts: contrasts.sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low)),
    sobol: sobolOf(experiment, means),
    morris: morrisOf(experiment, means),
  };
}
