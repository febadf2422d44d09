// ln x on two doubles at once, built like log2: x = 2^e·m with m in [√½, √2), f = m − 1 and s = f / (2 + f),
// ln x = e·ln 2 + f − s·(f − R(s²)). f is exact and so is e times the upper part of ln 2. Before the last two
// roundings, which keep order, the noise is under 4.5·2^-57 and neighbouring x differ by at least 16·2^-57.

import { ONE, splat } from './lanes';
import { withLogSpecials } from './logSpecials';
import { exponent, mantissa, normalisation, normalised, stepAtSqrtHalf } from './mantissa';

/** ln 2 in 40 bits, so that e times it is exact, and the rest. */
const LN2_HIGH = memory.data<f64>([0.6931471805592082]);
const LN2_LOW = memory.data<f64>([7.371002565167799e-13]);

// R(z)/z with R(s²) = 2·(atanh(s)/s − 1) on [0, (3 − 2√2)²]: Remez exchange at 300 bits, error weighted by z + 1/500,
// coefficients then rounded to doubles. They put ln m off by at most 2^-61.2 of itself.
const R1 = memory.data<f64>([0.6666666666666666]);
const R2 = memory.data<f64>([0.40000000000002794]);
const R3 = memory.data<f64>([0.28571428570023505]);
const R4 = memory.data<f64>([0.22222222524000698]);
const R5 = memory.data<f64>([0.18181784371040133]);
const R6 = memory.data<f64>([0.1538674862272628]);
const R7 = memory.data<f64>([0.13257131955355875]);
const R8 = memory.data<f64>([0.13192803377515738]);

/** ln x for every x: −∞ at ±0, NaN below, subnormals included. ≤ 1.2 ulp, never decreasing. */
// @ts-expect-error: decorator
@inline
export function logv(x: v128): v128 {
  const moved = stepAtSqrtHalf(normalised(x));
  const m = mantissa(moved);
  const e = f64x2.sub(exponent(moved), normalisation(x));
  const f = f64x2.sub(m, splat(ONE));
  const s = f64x2.div(f, f64x2.add(m, splat(ONE)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const r12 = f64x2.add(splat(R1), f64x2.mul(z, splat(R2)));
  const r34 = f64x2.add(splat(R3), f64x2.mul(z, splat(R4)));
  const r56 = f64x2.add(splat(R5), f64x2.mul(z, splat(R6)));
  const r78 = f64x2.add(splat(R7), f64x2.mul(z, splat(R8)));
  const r1to4 = f64x2.add(r12, f64x2.mul(z2, r34));
  const r5to8 = f64x2.add(r56, f64x2.mul(z2, r78));
  const R = f64x2.mul(z, f64x2.add(r1to4, f64x2.mul(z4, r5to8)));
  const correction = f64x2.mul(s, f64x2.sub(f, R));
  const low = f64x2.sub(f, f64x2.sub(correction, f64x2.mul(e, splat(LN2_LOW))));
  return withLogSpecials(f64x2.add(f64x2.mul(e, splat(LN2_HIGH)), low), x);
}

/** ln x, one double: lane 0 of `logv`. */
export function log(x: f64): f64 {
  return f64x2.extract_lane(logv(f64x2.splat(x)), 0);
}
