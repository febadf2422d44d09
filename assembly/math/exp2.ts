// 2^x on two doubles at once: no table, no fused multiply-add, no branch, so the same bits on every engine.
//
// x = n + r with |r| ≤ ½, and 2^r = 1 + r·ln 2 + r²·Q(r). The last two additions are roundings, which keep order, so
// the function never decreases as long as the noise *before* them is smaller than the step between neighbours.
// Hence the split of r·ln 2 into an exact product and a small rest. Where it is tightest, r just above −½, all
// roundings together stay below 3.7·2^-58 and the true step is 7.8·2^-58: two neighbours cannot change places.

import { NOT_A_NUMBER, ONE, ROUND, splat, UPPER_26 } from './lanes';
import { scaleByPowerOfTwo } from './scale';

/** ln 2 in 26 bits, and the rest of it. */
const LN2_HIGH = memory.data<f64>([0.6931471675634384]);
const LN2_LOW = memory.data<f64>([1.2996506893889889e-8]);

// Q(r) = (2^r − 1 − r·ln 2) / r² on [−½, ½]: Remez exchange at 300 bits, error weighted by r² + 1/50, coefficients
// then rounded to doubles. They put 2^r off by at most 2^-56.8 of itself.
const Q2 = memory.data<f64>([0.24022650695910097]);
const Q3 = memory.data<f64>([0.05550410866482165]);
const Q4 = memory.data<f64>([0.009618129107605651]);
const Q5 = memory.data<f64>([0.0013333558146395401]);
const Q6 = memory.data<f64>([0.00015403530444308826]);
const Q7 = memory.data<f64>([1.5252733854726438e-5]);
const Q8 = memory.data<f64>([1.321544102125932e-6]);
const Q9 = memory.data<f64>([1.0178050960174169e-7]);
const Q10 = memory.data<f64>([7.0728832184749705e-9]);
const Q11 = memory.data<f64>([4.4568021423698553e-10]);

/** Beyond ±1100 the result is 0 or ∞ anyway. */
const LIMIT = memory.data<f64>([1100]);
const MINUS_LIMIT = memory.data<f64>([-1100]);

/** 2^(r + tail) in [√½, √2] for |r| ≤ ½, given r, its upper 26 bits, and the rest of r with the tail added. */
// @ts-expect-error: decorator
@inline
export function exp2Fraction(r: v128, high: v128, rest: v128): v128 {
  const r2 = f64x2.mul(r, r);
  const r3 = f64x2.mul(r2, r);
  const r4 = f64x2.mul(r2, r2);
  const q45 = f64x2.add(splat(Q4), f64x2.mul(r, splat(Q5)));
  const q67 = f64x2.add(splat(Q6), f64x2.mul(r, splat(Q7)));
  const q89 = f64x2.add(splat(Q8), f64x2.mul(r, splat(Q9)));
  const q10to11 = f64x2.add(splat(Q10), f64x2.mul(r, splat(Q11)));
  const q4to7 = f64x2.add(q45, f64x2.mul(r2, q67));
  const q8to11 = f64x2.add(q89, f64x2.mul(r2, q10to11));
  const q4to11 = f64x2.add(q4to7, f64x2.mul(r4, q8to11));
  const linear = f64x2.add(f64x2.mul(rest, splat(LN2_HIGH)), f64x2.mul(r, splat(LN2_LOW)));
  const cubic = f64x2.add(f64x2.add(linear, f64x2.mul(r3, splat(Q3))), f64x2.mul(r4, q4to11));
  const low = f64x2.add(f64x2.mul(r2, splat(Q2)), cubic);
  return f64x2.add(splat(ONE), f64x2.add(f64x2.mul(high, splat(LN2_HIGH)), low));
}

/**
 * 2^x for finite |x| ≤ 1020, with the bits of `exp2v`; any other x gives rubbish. ≤ 0.85 ulp, never decreasing.
 * The hot loop's variant: it gains a fifth when a loop takes two vectors a turn.
 *
 * A power in log space, t = c·log2vNormal(x) and then 2^t, is within (1 + 2·|t|) ulp of x^c (1 + 1.2·|t| was the worst
 * seen): log2 and the product are each off by about a half in their last bit, and 2^t magnifies that by t·ln 2.
 * All three steps keep order, so it never decreases in x for c > 0.
 */
// @ts-expect-error: decorator
@inline
export function exp2vFinite(x: v128): v128 {
  const rounded = f64x2.add(x, splat(ROUND));
  const r = f64x2.sub(x, f64x2.sub(rounded, splat(ROUND)));
  const high = v128.and(r, splat(UPPER_26));
  return i64x2.add(exp2Fraction(r, high, f64x2.sub(r, high)), i64x2.shl(rounded, 52));
}

/** 2^x for every x: ∞ from overflow, gradual underflow to 0, NaN for NaN, exact for whole x. ≤ 0.85 ulp. */
// @ts-expect-error: decorator
@inline
export function exp2v(x: v128): v128 {
  const limited = f64x2.pmax(f64x2.pmin(x, splat(LIMIT)), splat(MINUS_LIMIT));
  const rounded = f64x2.add(limited, splat(ROUND));
  const r = f64x2.sub(limited, f64x2.sub(rounded, splat(ROUND)));
  const high = v128.and(r, splat(UPPER_26));
  const result = scaleByPowerOfTwo(exp2Fraction(r, high, f64x2.sub(r, high)), rounded);
  return v128.bitselect(result, splat(NOT_A_NUMBER), f64x2.eq(x, x));
}

/** 2^x, one double: lane 0 of `exp2v`. */
export function exp2(x: f64): f64 {
  return f64x2.extract_lane(exp2v(f64x2.splat(x)), 0);
}
