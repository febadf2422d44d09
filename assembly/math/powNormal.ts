// x^y for normal x with one logarithm: the hot loop's pow. The whole part of log2 x is exact and stays apart from the
// rest, so the error does not grow with the size of x.

import { exp2Fraction } from './exp2';
import { ROUND, splat, UPPER_26 } from './lanes';
import { log2Mantissa } from './log2';
import { exponent, mantissa, stepAtSqrtHalf } from './mantissa';

/** 2^1024 is ∞ and 2^-1022 the least normal double: between them the exponent field can be added to. */
export const MOST = memory.data<f64>([1024]);
export const LEAST = memory.data<f64>([-1022]);

/**
 * x^y for normal positive finite x and |y| ≤ 2^15; any other x gives rubbish. Within (1.5 + |y|) ulp: log2 of the
 * mantissa and its product with y are off by a half in their last bit, of numbers up to |y|/2. ∞ from overflow; what
 * would lie below the least normal double is that double. Take two vectors a turn: one costs 40 % more a value.
 */
// @ts-expect-error: decorator
@inline
export function powvNormal(x: v128, y: v128): v128 {
  const moved = stepAtSqrtHalf(x);
  const e = exponent(moved);
  const yHigh = v128.and(y, splat(UPPER_26));
  const exact = f64x2.mul(yHigh, e);
  const rest = f64x2.add(f64x2.mul(f64x2.sub(y, yHigh), e), f64x2.mul(y, log2Mantissa(mantissa(moved))));
  const sum = f64x2.add(exact, rest);
  const t = f64x2.pmax(f64x2.pmin(sum, splat(MOST)), splat(LEAST));
  const rounded = f64x2.add(t, splat(ROUND));
  const n = f64x2.sub(rounded, splat(ROUND));
  // Beyond the limits the rest is anything; exactly at them it is 0.
  const r = v128.and(f64x2.add(f64x2.sub(exact, n), rest), f64x2.eq(sum, t));
  const high = v128.and(r, splat(UPPER_26));
  return i64x2.add(exp2Fraction(r, high, f64x2.sub(r, high)), i64x2.shl(rounded, 52));
}
