import { powerOfTwo } from './bits.ts';

/** ln 2 in 40 bits, so that n times it is exact for |n| < 2^13, and the rest. */
const ln2High = 0.6931471805592082;
const ln2Low = 7.371002565167799e-13;
/** 1.5·2^52: adding it rounds to the nearest whole number. */
const round = 6755399441055744;

/** e^(r + tail) for |r| ≤ ½·ln 2 and a tail below r's last bit; the core's coefficients and its order of adding. */
function fraction(r: number, tail: number): number {
  const r2 = r * r;
  const r3 = r2 * r;
  const r4 = r2 * r2;
  const q34 = 0.16666666666666669 + r * 0.04166666666666668;
  const q56 = 0.008333333333327097 + r * 0.0013888888888875493;
  const q78 = 0.00019841269873582216 + r * 2.48015873463657e-5;
  const q910 = 2.7557255801192823e-6 + r * 2.755725310925625e-7;
  const q1112 = 2.5105289282281427e-8 + r * 2.092165490158924e-9;
  const q3to6 = q34 + r2 * q56;
  const q7to12 = q78 + r2 * q910 + r4 * q1112;
  const cubic = r3 * (q3to6 + r4 * q7to12);
  return 1 + (r + (r2 * 0.5 + (cubic + (tail + tail * r))));
}

/** value·2^n for |n| ≤ 1200 with one rounding, at the ends of the range too. */
function scaled(value: number, n: number): number {
  if (n > 1000) return value * powerOfTwo(n - 200) * 2 ** 200;
  if (n < -1000) return value * powerOfTwo(n + 200) * 2 ** -200;
  return value * powerOfTwo(n);
}

/** e^x with the core's own bits, whatever the engine: x = n·ln 2 + r, and r kept to twice the precision. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  // Beyond ±800 the result is 0 or ∞ anyway.
  const limited = Math.max(-800, Math.min(800, x));
  const n = limited * Math.LOG2E + round - round;
  const high = limited - n * ln2High;
  const low = n * ln2Low;
  const r = high - low;
  return scaled(fraction(r, high - r - low), n);
}
