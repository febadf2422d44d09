// e^x on two doubles at once, built like exp2: x = n·ln 2 + r with |r| ≤ ½·ln 2, e^r = 1 + r + r²/2 + r³·Q(r).
// r is kept to twice the precision (r plus a tail) and n·ln 2 is exact in its upper part. Below the last two
// additions, which keep order, the noise is under 3·2^-58 and the tightest true step is 11·2^-58.

import { HALF, NOT_A_NUMBER, ONE, ROUND, splat } from './lanes';
import { scaleByPowerOfTwo } from './scale';

const LOG2_E = memory.data<f64>([1.4426950408889634]);
/** ln 2 in 40 bits, so that n times it is exact for |n| < 2^13, and the rest. */
const LN2_HIGH = memory.data<f64>([0.6931471805592082]);
const LN2_LOW = memory.data<f64>([7.371002565167799e-13]);

// Q(r) = (e^r − 1 − r − r²/2) / r³ on ±½·ln 2: Remez exchange at 300 bits, error weighted by |r|³ + 1/150, coefficients
// then rounded to doubles. They put e^r off by at most 2^-61 of itself.
const Q3 = memory.data<f64>([0.16666666666666669]);
const Q4 = memory.data<f64>([0.04166666666666668]);
const Q5 = memory.data<f64>([0.008333333333327097]);
const Q6 = memory.data<f64>([0.0013888888888875493]);
const Q7 = memory.data<f64>([0.00019841269873582216]);
const Q8 = memory.data<f64>([2.48015873463657e-5]);
const Q9 = memory.data<f64>([2.7557255801192823e-6]);
const Q10 = memory.data<f64>([2.755725310925625e-7]);
const Q11 = memory.data<f64>([2.5105289282281427e-8]);
const Q12 = memory.data<f64>([2.092165490158924e-9]);

/** Beyond ±800 the result is 0 or ∞ anyway. */
const LIMIT = memory.data<f64>([800]);
const MINUS_LIMIT = memory.data<f64>([-800]);

/** e^(r + tail) in [√½, √2] for |r| ≤ ½·ln 2 and a tail below r's last bit. */
// @ts-expect-error: decorator
@inline
function expFraction(r: v128, tail: v128): v128 {
  const r2 = f64x2.mul(r, r);
  const r3 = f64x2.mul(r2, r);
  const r4 = f64x2.mul(r2, r2);
  const q34 = f64x2.add(splat(Q3), f64x2.mul(r, splat(Q4)));
  const q56 = f64x2.add(splat(Q5), f64x2.mul(r, splat(Q6)));
  const q78 = f64x2.add(splat(Q7), f64x2.mul(r, splat(Q8)));
  const q910 = f64x2.add(splat(Q9), f64x2.mul(r, splat(Q10)));
  const q1112 = f64x2.add(splat(Q11), f64x2.mul(r, splat(Q12)));
  const q3to6 = f64x2.add(q34, f64x2.mul(r2, q56));
  const q7to12 = f64x2.add(f64x2.add(q78, f64x2.mul(r2, q910)), f64x2.mul(r4, q1112));
  const cubic = f64x2.mul(r3, f64x2.add(q3to6, f64x2.mul(r4, q7to12)));
  const tails = f64x2.add(tail, f64x2.mul(tail, r));
  const low = f64x2.add(f64x2.mul(r2, splat(HALF)), f64x2.add(cubic, tails));
  return f64x2.add(splat(ONE), f64x2.add(r, low));
}

/** e^x for every x: ∞ from overflow, gradual underflow to 0, NaN for NaN. ≤ 0.85 ulp, never decreasing. */
// @ts-expect-error: decorator
@inline
export function expv(x: v128): v128 {
  const limited = f64x2.pmax(f64x2.pmin(x, splat(LIMIT)), splat(MINUS_LIMIT));
  const rounded = f64x2.add(f64x2.mul(limited, splat(LOG2_E)), splat(ROUND));
  const n = f64x2.sub(rounded, splat(ROUND));
  const high = f64x2.sub(limited, f64x2.mul(n, splat(LN2_HIGH)));
  const low = f64x2.mul(n, splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const tail = f64x2.sub(f64x2.sub(high, r), low);
  const result = scaleByPowerOfTwo(expFraction(r, tail), rounded);
  return v128.bitselect(result, splat(NOT_A_NUMBER), f64x2.eq(x, x));
}

/** e^x, one double: lane 0 of `expv`. */
export function exp(x: f64): f64 {
  return f64x2.extract_lane(expv(f64x2.splat(x)), 0);
}
