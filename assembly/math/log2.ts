// log2(x) on two doubles at once: no table, no fused multiply-add, no branch, so the same bits on every engine.
//
// x = 2^e·m with m in [√½, √2), f = m − 1 (exact), s = f / (2 + f), and with the usual odd series of the logarithm in s,
// log2 m = f/ln 2 − s·(f/ln 2 − R(s²)), where R vanishes with s². The largest term keeps its last bit because
// 1/ln 2 = 1.5 − D and 1.5·f is exact: f = k·2^-52 with 3k < 2^53, or k·2^-53 with |3k| < 2^53 for m < 1.
// All roundings before the last two (which keep order) are below 7.5·2^-57 together, and neighbouring x differ by at
// least 23·2^-57 in log2, so the function never decreases.

import { ONE, splat } from './lanes';
import { withLogSpecials } from './logSpecials';
import { exponent, mantissa, normalisation, normalised, stepAtSqrtHalf } from './mantissa';

const ONE_AND_A_HALF = memory.data<f64>([1.5]);
/** 1.5 − 1/ln 2. */
const D = memory.data<f64>([0.05730495911103659]);

// R(z)/z with R(s²) = (2/ln 2)·(atanh(s)/s − 1) on [0, (3 − 2√2)²]: Remez exchange at 300 bits, error weighted by
// z + 1/500, coefficients then rounded to doubles. They put log2 m off by at most 2^-58.9 of itself.
const R1 = memory.data<f64>([0.9617966939259783]);
const R2 = memory.data<f64>([0.5770780163512829]);
const R3 = memory.data<f64>([0.41219858473847804]);
const R4 = memory.data<f64>([0.32059863655456583]);
const R5 = memory.data<f64>([0.2623294955042081]);
const R6 = memory.data<f64>([0.22102902201712557]);
const R7 = memory.data<f64>([0.2125656049295677]);

/** log2 m for m in [√½, √2). */
// @ts-expect-error: decorator
@inline
export function log2Mantissa(m: v128): v128 {
  const f = f64x2.sub(m, splat(ONE));
  const s = f64x2.div(f, f64x2.add(m, splat(ONE)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const r12 = f64x2.add(splat(R1), f64x2.mul(z, splat(R2)));
  const r34 = f64x2.add(splat(R3), f64x2.mul(z, splat(R4)));
  const r56 = f64x2.add(splat(R5), f64x2.mul(z, splat(R6)));
  const r1to4 = f64x2.add(r12, f64x2.mul(z2, r34));
  const r5to7 = f64x2.add(r56, f64x2.mul(z2, splat(R7)));
  const R = f64x2.mul(z, f64x2.add(r1to4, f64x2.mul(z4, r5to7)));
  const large = f64x2.mul(f, splat(ONE_AND_A_HALF));
  const excess = f64x2.mul(f, splat(D));
  const small = f64x2.mul(s, f64x2.sub(f64x2.sub(large, excess), R));
  return f64x2.sub(large, f64x2.add(excess, small));
}

/**
 * log2(x) for normal positive finite x, with the bits of `log2v`; any other x gives rubbish. ≤ 1.5 ulp, never
 * decreasing. The hot loop's variant: it gains a fifth when a loop takes two vectors a turn.
 */
// @ts-expect-error: decorator
@inline
export function log2vNormal(x: v128): v128 {
  const moved = stepAtSqrtHalf(x);
  return f64x2.add(exponent(moved), log2Mantissa(mantissa(moved)));
}

/** log2(x) for every x: −∞ at ±0, NaN below, exact for powers of two, subnormals included. ≤ 1.5 ulp. */
// @ts-expect-error: decorator
@inline
export function log2v(x: v128): v128 {
  const moved = stepAtSqrtHalf(normalised(x));
  const e = f64x2.sub(exponent(moved), normalisation(x));
  return withLogSpecials(f64x2.add(e, log2Mantissa(mantissa(moved))), x);
}

/** log2(x), one double: lane 0 of `log2v`. */
export function log2(x: f64): f64 {
  return f64x2.extract_lane(log2v(f64x2.splat(x)), 0);
}
