import { sortedQuantile } from '../sensitivity/bootstrap.ts';

/** Quantiles of a distribution of outcomes, from the 5th percentile to the 95th. */
export const shares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface Statistics {
  /** Numbers that there are. */
  count: number;
  mean: number;
  /** Standard deviation of the sample; NaN for fewer than two. */
  deviation: number;
  min: number;
  max: number;
  /** At `shares`. */
  quantiles: number[];
}

/** Of the finite numbers; NaN throughout if there are none. */
export function statisticsOf(values: Iterable<number>): Statistics {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  const count = sorted.length;
  if (count === 0) {
    const none = Number.NaN;
    return { count, mean: none, deviation: none, min: none, max: none, quantiles: shares.map(() => none) };
  }
  // About the median, so that numbers near the end of the range do not overflow where their mean does not.
  const middle = sortedQuantile(sorted, 0.5);
  const mean = middle + sorted.reduce((sum, value) => sum + (value - middle) / count, 0);
  const scale = Math.max(mean - sorted[0], sorted[count - 1] - mean);
  const squares = sorted.reduce((sum, value) => sum + ((value - mean) / (scale || 1)) ** 2, 0);
  return {
    count,
    mean,
    deviation: count > 1 ? scale * Math.sqrt(squares / (count - 1)) : Number.NaN,
    min: sorted[0],
    max: sorted[count - 1],
    quantiles: shares.map((share) => sortedQuantile(sorted, share)),
  };
}

/** Mean of the finite numbers; NaN if there are none. */
export function meanOf(values: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const value of values)
    if (Number.isFinite(value)) {
      sum += value;
      count++;
    }
  return sum / count;
}
