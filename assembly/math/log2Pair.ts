// log2(x) as an unevaluated sum high + low, within 2^-63 of itself, for pow: y·log2 x may reach 1074, and its absolute
// error is the relative error of the result. The scheme is fdlibm's e_pow.c (K. C. Ng, Sun Microsystems 2004)
// without its table of two bases: s = (m − 1)/(m + 1) in two parts, and the leading terms s·(3 + s²) in two parts.

import { ONE, splat, UPPER_26 } from './lanes';
import { exponent, mantissa, normalisation, normalised, stepAtSqrtHalf } from './mantissa';

const THREE = memory.data<f64>([3]);

/** 2/(3·ln 2), in 26 bits, and the rest. */
const FACTOR = memory.data<f64>([0.9617966939259756]);
const FACTOR_HIGH = memory.data<f64>([0.9617966860532761]);
const FACTOR_LOW = memory.data<f64>([7.872699542894897e-9]);

// P(z) = 3·(atanh(s)/s − 1 − z/3)/z² with z = s² on [0, (3 − 2√2)²]: Remez exchange at 300 bits, error weighted by
// z² + z_max²/20, coefficients then rounded to doubles. They put log2 m off by at most 2^-68.3 of itself.
const P0 = memory.data<f64>([0.6]);
const P1 = memory.data<f64>([0.4285714285714705]);
const P2 = memory.data<f64>([0.33333333331144605]);
const P3 = memory.data<f64>([0.27272727738138003]);
const P4 = memory.data<f64>([0.2307687212208826]);
const P5 = memory.data<f64>([0.20003130635241734]);
const P6 = memory.data<f64>([0.17538179472356263]);
const P7 = memory.data<f64>([0.17777942361471766]);

/** The upper 26 bits of the last logarithm taken, and the rest: AssemblyScript functions return one value. */
export let log2High: v128 = f64x2.splat(0);
export let log2Low: v128 = f64x2.splat(0);

// @ts-expect-error: decorator
@inline
function upper(x: v128): v128 {
  return v128.and(x, splat(UPPER_26));
}

/** 3·(atanh(s)/s − 1 − z/3) for z = s². */
// @ts-expect-error: decorator
@inline
function tailSeries(z: v128): v128 {
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const p01 = f64x2.add(splat(P0), f64x2.mul(z, splat(P1)));
  const p23 = f64x2.add(splat(P2), f64x2.mul(z, splat(P3)));
  const p45 = f64x2.add(splat(P4), f64x2.mul(z, splat(P5)));
  const p67 = f64x2.add(splat(P6), f64x2.mul(z, splat(P7)));
  const p0to3 = f64x2.add(p01, f64x2.mul(z2, p23));
  const p4to7 = f64x2.add(p45, f64x2.mul(z2, p67));
  return f64x2.mul(z2, f64x2.add(p0to3, f64x2.mul(z4, p4to7)));
}

/** Leaves log2(x) in log2High + log2Low, for finite positive x (subnormals too); 0 + 0 for x = 1. */
// @ts-expect-error: decorator
@inline
export function log2Pair(x: v128): void {
  const moved = stepAtSqrtHalf(normalised(x));
  const m = mantissa(moved);
  const e = f64x2.sub(exponent(moved), normalisation(x));

  const f = f64x2.sub(m, splat(ONE));
  const inverse = f64x2.div(splat(ONE), f64x2.add(m, splat(ONE)));
  const s = f64x2.mul(f, inverse);
  const sHigh = upper(s);
  const sumHigh = upper(f64x2.add(m, splat(ONE)));
  const sumLow = f64x2.sub(m, f64x2.sub(sumHigh, splat(ONE)));
  const remainder = f64x2.sub(f64x2.sub(f, f64x2.mul(sHigh, sumHigh)), f64x2.mul(sHigh, sumLow));
  const sLow = f64x2.mul(inverse, remainder);

  // t = 3 + s² + … = tHigh + tLow, then s·t = product + rest.
  const sHigh2 = f64x2.mul(sHigh, sHigh);
  const squareLow = f64x2.mul(sLow, f64x2.add(sHigh, s));
  // s itself is off by a few last bits, and s⁴ by four times that: the series takes the better square.
  const series = f64x2.add(tailSeries(f64x2.add(sHigh2, squareLow)), squareLow);
  const tHigh = upper(f64x2.add(f64x2.add(splat(THREE), sHigh2), series));
  const tLow = f64x2.sub(series, f64x2.sub(f64x2.sub(tHigh, splat(THREE)), sHigh2));
  const product = f64x2.mul(sHigh, tHigh);
  const rest = f64x2.add(f64x2.mul(sLow, tHigh), f64x2.mul(tLow, s));
  const stHigh = upper(f64x2.add(product, rest));
  const stLow = f64x2.sub(rest, f64x2.sub(stHigh, product));

  const high = f64x2.mul(stHigh, splat(FACTOR_HIGH));
  const low = f64x2.add(f64x2.mul(stHigh, splat(FACTOR_LOW)), f64x2.mul(stLow, splat(FACTOR)));
  log2High = upper(f64x2.add(f64x2.add(high, low), e));
  log2Low = f64x2.sub(low, f64x2.sub(f64x2.sub(log2High, e), high));
}
