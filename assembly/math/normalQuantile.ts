// The inverse of the standard normal distribution function, from M. J. Wichura, "Algorithm AS 241: The percentage points
// of the normal distribution", Applied Statistics 37 (1988) 477–484, routine PPND16 (about 1 part in 10^16).
//
// One change: the central ratio N(r)/D(r) is written √(2π) + (N − √(2π)·D)/D and q·√(2π) is split, so that the large
// term is exact and the rounding of the rest stays below the step between neighbouring draws: on the grid of
// `uniform` (2^-52) the quantile never decreases.

import { log } from './log';

/** √(2π) in 26 bits, and the rest. */
const ROOT_HIGH: f64 = 2.5066282153129578;
const ROOT_LOW: f64 = 5.931804273874389e-8;

/** q·(N − √(2π)·D)/D at r = 0.425² − q², for |q| ≤ 0.425; coefficients n_i − √(2π)·d_i taken at 300 bits. */
// @ts-expect-error: decorator
@inline
function centralRest(q: f64, r: f64): f64 {
  let n: f64 = -10591.799914467878;
  n = n * r - 38582.56302587065;
  n = n * r - 31264.51210175284;
  n = n * r - 7253.142677013087;
  n = n * r + 210.44949930412983;
  n = n * r + 249.0685673678939;
  n = n * r + 27.077876761339542;
  n = n * r + 0.8805045981653661;
  let d: f64 = 5226.495278852855;
  d = d * r + 28729.085735721943;
  d = d * r + 39307.89580009271;
  d = d * r + 21213.794301586597;
  d = d * r + 5394.196021424751;
  d = d * r + 687.1870074920579;
  d = d * r + 42.31333070160091;
  d = d * r + 1;
  return (q * n) / d;
}

/** The quantile's distance from 0 for r = √(−ln tail) − 1.6 in (0, 3.4]. */
// @ts-expect-error: decorator
@inline
function nearTail(r: f64): f64 {
  let n: f64 = 7.745450142783414e-4;
  n = n * r + 0.022723844989269184;
  n = n * r + 0.2417807251774506;
  n = n * r + 1.2704582524523684;
  n = n * r + 3.6478483247632045;
  n = n * r + 5.769497221460691;
  n = n * r + 4.630337846156546;
  n = n * r + 1.4234371107496835;
  let d: f64 = 1.0507500716444169e-9;
  d = d * r + 5.475938084995345e-4;
  d = d * r + 0.015198666563616457;
  d = d * r + 0.14810397642748008;
  d = d * r + 0.6897673349851;
  d = d * r + 1.6763848301838038;
  d = d * r + 2.053191626637759;
  d = d * r + 1;
  return n / d;
}

/** The same for r = √(−ln tail) − 5 > 0. */
// @ts-expect-error: decorator
@inline
function farTail(r: f64): f64 {
  let n: f64 = 2.0103343992922881e-7;
  n = n * r + 2.7115555687434876e-5;
  n = n * r + 0.0012426609473880784;
  n = n * r + 0.026532189526576124;
  n = n * r + 0.29656057182850489;
  n = n * r + 1.7848265399172913;
  n = n * r + 5.4637849111641144;
  n = n * r + 6.6579046435011037;
  let d: f64 = 2.0442631033899397e-15;
  d = d * r + 1.4215117583164459e-7;
  d = d * r + 1.8463183175100547e-5;
  d = d * r + 7.868691311456133e-4;
  d = d * r + 0.014875361290850615;
  d = d * r + 0.13692988092273581;
  d = d * r + 0.59983220655588794;
  d = d * r + 1;
  return n / d;
}

/** z with Φ(z) = p, to about 1e-15 of z; −∞ at 0, ∞ at 1, NaN outside [0, 1]. */
export function normalQuantile(p: f64): f64 {
  if (!(p >= 0 && p <= 1)) return NaN;
  const q = p - 0.5;
  if (abs(q) <= 0.425) {
    const high = reinterpret<f64>(reinterpret<u64>(q) & 0xfffffffff8000000);
    const rest = (q - high) * ROOT_HIGH + q * ROOT_LOW + centralRest(q, 0.180625 - q * q);
    return high * ROOT_HIGH + rest;
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail == 0) return q < 0 ? -Infinity : Infinity;
  const r = sqrt(-log(tail));
  return copysign(r <= 5 ? nearTail(r - 1.6) : farTail(r - 5), q);
}
