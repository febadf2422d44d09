import { finite, openShare, positive, refusal } from '../../theory/domain.ts';
import { exp } from '../math/exp.ts';
import { log } from '../math/log.ts';
import { normalQuantile } from '../math/normalQuantile.ts';

/** How a factor is distributed. Names and formulas are those of a group's distributions where both have them. */
export type FactorDistribution =
  | { kind: 'uniform'; min: number; max: number }
  /** The logarithm is uniform; min above 0. */
  | { kind: 'loguniform'; min: number; max: number }
  /** A whole number from min to max, all equally likely. */
  | { kind: 'integer'; min: number; max: number }
  | { kind: 'triangular'; min: number; mode: number; max: number }
  /** spread: the standard deviation. */
  | { kind: 'normal'; mean: number; spread: number }
  /** median·exp(spread·N(0, 1)). */
  | { kind: 'lognormal'; median: number; spread: number }
  /** P(X > x) = (min/x)^shape. */
  | { kind: 'pareto'; min: number; shape: number }
  /** One of the values, all equally likely. */
  | { kind: 'list'; values: readonly number[] };

/** A number of the distribution from u in the open interval (0, 1); never decreasing in u, but for the order of a list. */
export type Quantile = (u: number) => number;

function ordered(min: number, max: number, lower = 'min', upper = 'max'): void {
  finite(lower, min);
  if (!(finite(upper, max) >= min)) throw refusal(upper, max, `at least ${lower}, ${min}`);
}

/** Rounding must not carry a number over an end: 0.1 + (0.3 − 0.1) is above 0.3. */
const within = (min: number, max: number, x: number): number => Math.min(max, Math.max(min, x));

function uniform(min: number, max: number): Quantile {
  ordered(min, max);
  return (u) => within(min, max, min + (max - min) * u);
}

function logUniform(min: number, max: number): Quantile {
  ordered(positive('min', min), max);
  const low = log(min);
  const span = log(max) - low;
  return (u) => within(min, max, exp(low + span * u));
}

function integer(min: number, max: number): Quantile {
  ordered(min, max);
  for (const [name, value] of Object.entries({ min, max }))
    if (!Number.isSafeInteger(value)) throw refusal(name, value, 'a whole number');
  return (u) => within(min, max, min + Math.floor((max - min + 1) * u));
}

function triangular(min: number, mode: number, max: number): Quantile {
  ordered(min, mode, 'min', 'mode');
  ordered(mode, max, 'mode', 'max');
  if (min === max) return () => min;
  const span = max - min;
  const atMode = (mode - min) / span;
  return (u) =>
    within(
      min,
      max,
      u < atMode ? min + Math.sqrt(u * span * (mode - min)) : max - Math.sqrt((1 - u) * span * (max - mode)),
    );
}

function list(values: readonly number[]): Quantile {
  if (values.length === 0) throw refusal('values', 'an empty list', 'one number or more');
  for (const [i, value] of values.entries()) finite(`values[${i}]`, value);
  return (u) => values[Math.floor(u * values.length)];
}

/**
 * The quantile function of a distribution: only additions, multiplications, divisions and square roots, so the same bits
 * in every engine. RangeError for parameters that are no distribution, and for u outside (0, 1).
 */
export function quantile(distribution: FactorDistribution): Quantile {
  const of = unchecked(distribution);
  return (u) => of(openShare('u', u));
}

function unchecked(distribution: FactorDistribution): Quantile {
  switch (distribution.kind) {
    case 'uniform':
      return uniform(distribution.min, distribution.max);
    case 'loguniform':
      return logUniform(distribution.min, distribution.max);
    case 'integer':
      return integer(distribution.min, distribution.max);
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max);
    case 'normal': {
      const mean = finite('mean', distribution.mean);
      const spread = positive('spread', distribution.spread);
      return (u) => mean + spread * normalQuantile(u);
    }
    case 'lognormal': {
      const median = positive('median', distribution.median);
      const spread = positive('spread', distribution.spread);
      return (u) => median * exp(spread * normalQuantile(u));
    }
    case 'pareto': {
      const min = positive('min', distribution.min);
      const shape = positive('shape', distribution.shape);
      return (u) => min * exp(-log(1 - u) / shape);
    }
    case 'list':
      return list(distribution.values);
    default: {
      const { kind } = distribution as { kind: unknown };
      throw refusal(
        'kind',
        kind,
        'uniform, loguniform, integer, triangular, normal, lognormal, pareto or list',
      );
    }
  }
}
