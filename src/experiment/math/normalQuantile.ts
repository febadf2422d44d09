import { firstHalf } from './bits.ts';
import { log } from './log.ts';

/** √(2π) in 26 bits, and the rest. */
const rootHigh = 2.5066282153129578;
const rootLow = 5.931804273874389e-8;

/** Coefficients from the highest power down. */
function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i];
  return sum;
}

/** AS 241's central ratio less √(2π): n_i − √(2π)·d_i taken at 300 bits, as in the core. */
const centralN = [
  -10591.799914467878, -38582.56302587065, -31264.51210175284, -7253.142677013087, 210.44949930412983,
  249.0685673678939, 27.077876761339542, 0.8805045981653661,
];
const centralD = [
  5226.495278852855, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const nearN = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const nearD = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const farN = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.4637849111641144, 6.657904643501103,
];
const farD = [
  2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
  0.014875361290850615, 0.13692988092273581, 0.599832206555888, 1,
];

/**
 * z with Φ(z) = p, to about 1e-15 of z, with the core's own bits; −∞ at 0, ∞ at 1, NaN outside [0, 1].
 * M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988)
 * 477–484, PPND16, its central part split as the core splits it: the large term exact, so that it never decreases.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const high = firstHalf(q);
    const r = 0.180625 - q * q;
    const ratio = (q * polynomial(r, centralN)) / polynomial(r, centralD);
    return high * rootHigh + ((q - high) * rootHigh + q * rootLow + ratio);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const distance =
    r <= 5
      ? polynomial(r - 1.6, nearN) / polynomial(r - 1.6, nearD)
      : polynomial(r - 5, farN) / polynomial(r - 5, farD);
  return q < 0 ? -distance : distance;
}
