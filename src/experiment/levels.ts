import { quantile } from './designs/index.ts';
import { exp } from './math/exp.ts';
import { log } from './math/log.ts';
import type { Factor, FactorValue, Listed, Sampled } from './types.ts';

export const isListed = (factor: Factor): factor is Factor & Listed =>
  factor.kind === 'list' || factor.kind === 'range';

export const isSampled = (factor: Factor): factor is Factor & Sampled => !isListed(factor);

/** The levels of a crossed factor, in order. A range has both its ends exactly, and the same numbers in every engine. */
export function levelsOf(factor: Listed): readonly FactorValue[] {
  if (factor.kind === 'list') return factor.values;
  const { from, to, steps, scale } = factor;
  if (steps === 1) return [from];
  const ratio = scale === 'log' ? log(to) - log(from) : 0;
  return Array.from({ length: steps }, (_, i) => {
    if (i === 0) return from;
    if (i === steps - 1) return to;
    const share = i / (steps - 1);
    return scale === 'log' ? from * exp(ratio * share) : from + (to - from) * share;
  });
}

/** The value of a sampled factor at u in (0, 1). RangeError for parameters that are no distribution. */
export function valueAt(factor: Sampled): (u: number) => FactorValue {
  if (factor.kind !== 'choice') return quantile(factor);
  const { values } = factor;
  return (u) => values[Math.min(values.length - 1, Math.floor(u * values.length))];
}
