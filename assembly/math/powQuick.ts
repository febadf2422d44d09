// x^y for normal x as 2^(y·log2 x), with a short chain of operations: between a division and two polynomials, one behind the
// other, a pow's time is not the number of its operations but how long each waits for the last. For plain Euler steps, whose own
// error is larger by ten orders of magnitude; all else takes `powvNormal`.

import { Q2, Q3, Q4, Q5, Q6, Q7, Q8, Q9, Q10, Q11 } from './exp2';
import { ONE, ROUND, splat } from './lanes';
import { R1, R2, R3, R4, R5, R6, R7 } from './log2';
import { exponent, mantissa, stepAtSqrtHalf } from './mantissa';
import { LEAST, MOST } from './powNormal';

/** ln 2, and 2/ln 2. */
const LN2 = memory.data<f64>([0.6931471805599453]);
const TWO_OVER_LN2 = memory.data<f64>([2.8853900817779268]);

/**
 * x^y for normal positive finite x and |y| ≤ 2^15; any other x gives rubbish. Within (2 + 2·|y·log2 x|) ulp: log2 x and its
 * product with y are each off by an ulp or less. ∞ from overflow; what would lie below the least normal double is that double.
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
  const l01 = f64x2.add(splat(TWO_OVER_LN2), f64x2.mul(z, splat(R1)));
  const l23 = f64x2.add(splat(R2), f64x2.mul(z, splat(R3)));
  const l45 = f64x2.add(splat(R4), f64x2.mul(z, splat(R5)));
  const l67 = f64x2.add(splat(R6), f64x2.mul(z, splat(R7)));
  const l4to7 = f64x2.add(l45, f64x2.mul(z2, l67));
  const l0to7 = f64x2.add(f64x2.add(l01, f64x2.mul(z2, l23)), f64x2.mul(f64x2.mul(z2, z2), l4to7));
  const exact = f64x2.mul(y, f64x2.add(exponent(moved), f64x2.mul(s, l0to7)));
  const t = f64x2.pmax(f64x2.pmin(exact, splat(MOST)), splat(LEAST));
  const rounded = f64x2.add(t, splat(ROUND));
  const r = f64x2.sub(t, f64x2.sub(rounded, splat(ROUND)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const e01 = f64x2.add(splat(ONE), f64x2.mul(r, splat(LN2)));
  const e23 = f64x2.add(splat(Q2), f64x2.mul(r, splat(Q3)));
  const e45 = f64x2.add(splat(Q4), f64x2.mul(r, splat(Q5)));
  const e67 = f64x2.add(splat(Q6), f64x2.mul(r, splat(Q7)));
  const e89 = f64x2.add(splat(Q8), f64x2.mul(r, splat(Q9)));
  const e10to11 = f64x2.add(splat(Q10), f64x2.mul(r, splat(Q11)));
  const e0to3 = f64x2.add(e01, f64x2.mul(r2, e23));
  const e4to7 = f64x2.add(e45, f64x2.mul(r2, e67));
  const e8to11 = f64x2.add(e89, f64x2.mul(r2, e10to11));
  const power = f64x2.add(e0to3, f64x2.mul(r4, f64x2.add(e4to7, f64x2.mul(r4, e8to11))));
  return i64x2.add(power, i64x2.shl(rounded, 52));
}
