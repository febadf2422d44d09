import { INFINITE, NOT_A_NUMBER, splat } from './lanes';

const ZERO = memory.data<f64>([0]);
const MINUS_INFINITE = memory.data<f64>([-Infinity]);

/** A logarithm of x with the values no formula gives: log 0 = −∞, log ∞ = ∞, NaN for NaN and for negative x. */
// @ts-expect-error: decorator
@inline
export function withLogSpecials(result: v128, x: v128): v128 {
  const finite = v128.bitselect(splat(INFINITE), result, f64x2.eq(x, splat(INFINITE)));
  const positive = v128.bitselect(splat(MINUS_INFINITE), finite, f64x2.eq(x, splat(ZERO)));
  return v128.bitselect(positive, splat(NOT_A_NUMBER), f64x2.ge(x, splat(ZERO)));
}
