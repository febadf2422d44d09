// x^y for normal x as 2^(y·log2 x), with few operations and a short chain of them: no care is taken of the last two bits. For
// plain Euler steps, whose own error is larger by ten orders of magnitude; all else takes `powvNormal`.

import { ONE, ROUND, splat } from './lanes';
import { exponent, mantissa, stepAtSqrtHalf } from './mantissa';
import { LEAST, MOST } from './powNormal';

// log2(m)/s for m = (1 + s)/(1 − s) as a polynomial in s² on [0, (3 − 2√2)²]: Remez exchange at 300 bits, coefficients then
// rounded to doubles. They put log2 m off by at most 2^-52.3 of itself.
const L0 = memory.data<f64>([2.885390081777927]);
const L1 = memory.data<f64>([0.9617966939243245]);
const L2 = memory.data<f64>([0.5770780172502898]);
const L3 = memory.data<f64>([0.41219840147336834]);
const L4 = memory.data<f64>([0.3206164258354945]);
const L5 = memory.data<f64>([0.26144310993303793]);
const L6 = memory.data<f64>([0.2429289962625861]);

// (2^r − 1)/r on [−½, ½], in the same way, error weighted by |r| + 1/20. They put 2^r off by at most 2^-51.7 of itself.
const E1 = memory.data<f64>([0.6931471805599482]);
const E2 = memory.data<f64>([0.240226506959092]);
const E3 = memory.data<f64>([0.05550410866452604]);
const E4 = memory.data<f64>([0.009618129107965334]);
const E5 = memory.data<f64>([0.0013333558220015665]);
const E6 = memory.data<f64>([0.00015403530001513102]);
const E7 = memory.data<f64>([1.5252662326820912e-5]);
const E8 = memory.data<f64>([1.3215654561769677e-6]);
const E9 = memory.data<f64>([1.0207829706979284e-7]);
const E10 = memory.data<f64>([7.037507543976796e-9]);

/**
 * x^y for normal positive finite x and |y| ≤ 2^15; any other x gives rubbish. Within (4 + 3·|y·log2 x|) ulp. ∞ from overflow;
 * what would lie below the least normal double is that double.
 */
// @ts-expect-error: decorator
@inline
export function powvQuick(x: v128, y: v128): v128 {
  const moved = stepAtSqrtHalf(x);
  const m = mantissa(moved);
  const f = f64x2.sub(m, splat(ONE));
  const s = f64x2.div(f, f64x2.add(m, splat(ONE)));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const l01 = f64x2.add(splat(L0), f64x2.mul(z, splat(L1)));
  const l23 = f64x2.add(splat(L2), f64x2.mul(z, splat(L3)));
  const l45 = f64x2.add(splat(L4), f64x2.mul(z, splat(L5)));
  const l4to6 = f64x2.add(l45, f64x2.mul(z2, splat(L6)));
  const l = f64x2.add(f64x2.add(l01, f64x2.mul(z2, l23)), f64x2.mul(f64x2.mul(z2, z2), l4to6));
  const exact = f64x2.mul(y, f64x2.add(exponent(moved), f64x2.mul(s, l)));
  const t = f64x2.pmax(f64x2.pmin(exact, splat(MOST)), splat(LEAST));
  const rounded = f64x2.add(t, splat(ROUND));
  const r = f64x2.sub(t, f64x2.sub(rounded, splat(ROUND)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const e01 = f64x2.add(splat(ONE), f64x2.mul(r, splat(E1)));
  const e23 = f64x2.add(splat(E2), f64x2.mul(r, splat(E3)));
  const e45 = f64x2.add(splat(E4), f64x2.mul(r, splat(E5)));
  const e67 = f64x2.add(splat(E6), f64x2.mul(r, splat(E7)));
  const e89 = f64x2.add(splat(E8), f64x2.mul(r, splat(E9)));
  const e0to3 = f64x2.add(e01, f64x2.mul(r2, e23));
  const e4to7 = f64x2.add(e45, f64x2.mul(r2, e67));
  const e8to10 = f64x2.add(e89, f64x2.mul(r2, splat(E10)));
  const power = f64x2.add(e0to3, f64x2.mul(r4, f64x2.add(e4to7, f64x2.mul(r4, e8to10))));
  return i64x2.add(power, i64x2.shl(rounded, 52));
}
