// x^y = 2^(y·log2 x) with log2 x and the product kept in two parts each: the error does not grow with the exponent.

import { exp2Fraction } from './exp2';
import { INFINITE, NOT_A_NUMBER, ONE, ROUND, splat, UPPER_26 } from './lanes';
import { log2High, log2Low, log2Pair } from './log2Pair';
import { scaleByPowerOfTwo } from './scale';

const ZERO = memory.data<f64>([0]);
/** Beyond ±1100 the result is 0 or ∞ anyway. */
const LIMIT = memory.data<f64>([1100]);
const MINUS_LIMIT = memory.data<f64>([-1100]);

/** 2^(y·(log2High + log2Low)). */
// @ts-expect-error: decorator
@inline
function powerOfLog(y: v128): v128 {
  const yHigh = v128.and(y, splat(UPPER_26));
  const yLow = f64x2.sub(y, yHigh);
  const exact = f64x2.mul(yHigh, log2High);
  const rest = f64x2.add(f64x2.mul(yLow, log2High), f64x2.mul(y, log2Low));
  const sum = f64x2.add(exact, rest);
  const t = f64x2.pmax(f64x2.pmin(sum, splat(LIMIT)), splat(MINUS_LIMIT));
  const tail = v128.and(f64x2.sub(rest, f64x2.sub(sum, exact)), f64x2.eq(sum, t));

  const rounded = f64x2.add(t, splat(ROUND));
  const whole = f64x2.sub(t, f64x2.sub(rounded, splat(ROUND)));
  const r = f64x2.add(whole, tail);
  const high = v128.and(r, splat(UPPER_26));
  const low = f64x2.add(f64x2.sub(r, high), f64x2.sub(tail, f64x2.sub(r, whole)));
  return scaleByPowerOfTwo(exp2Fraction(r, high, low), rounded);
}

/**
 * x^y for x ≥ 0, ≤ 1.5 ulp over the whole range, with the special values of IEEE 754-2019 pow: x^0 = 1^y = 1 even for NaN,
 * 0^y and ∞^y by the sign of y, x^±∞ by x against 1. A negative x gives NaN, also for whole y (−0 counts as 0):
 * bases here are quantities. Not for the hot loop, where exp2v(c·log2v(x)) shares its logarithms.
 */
// @ts-expect-error: decorator
@inline
export function powv(x: v128, y: v128): v128 {
  log2Pair(x);
  const regular = powerOfLog(y);

  // 0, ∞ and an infinite exponent: ∞ where x > 1 and y > 0 agree, else 0.
  const disagree = v128.xor(f64x2.gt(x, splat(ONE)), f64x2.gt(y, splat(ZERO)));
  const extreme = v128.andnot(splat(INFINITE), disagree);
  const unbounded = v128.or(f64x2.eq(x, splat(INFINITE)), f64x2.eq(f64x2.abs(y), splat(INFINITE)));
  const isExtreme = v128.or(f64x2.eq(x, splat(ZERO)), unbounded);
  const result = v128.bitselect(extreme, regular, isExtreme);

  const defined = v128.and(f64x2.ge(x, splat(ZERO)), f64x2.eq(y, y));
  const isOne = v128.or(f64x2.eq(x, splat(ONE)), f64x2.eq(y, splat(ZERO)));
  return v128.bitselect(splat(ONE), v128.bitselect(result, splat(NOT_A_NUMBER), defined), isOne);
}

/** x^y, one double: lane 0 of `powv`. */
export function pow(x: f64, y: f64): f64 {
  return f64x2.extract_lane(powv(f64x2.splat(x), f64x2.splat(y)), 0);
}
