import { digamma } from './digamma.ts';
import { nonNegative, openShare, positive } from './domain.ts';

const EULER = 0.5772156649015329;
/** Far below one ulp of any sum here; the series are cut where a term no longer counts. */
const NEGLIGIBLE = 1e-18;

/**
 * F(X) = 2F1(1, β; 1+β; 1−X) = β·∫₀^∞ (1 + X(e^s − 1))^(−β) ds, the shape of the remaining time to blow-up at
 * constant q. Source: integrating dt = T^(−c) ds of S1's model in rescaled time (constantSplit.ts).
 *
 * Four series whose ratio is at most 2/3, each with terms of one sign or mildly alternating, so no digits
 * cancel:
 * logarithmic series at X = 0, Gauss at X = 1, Pfaff up to 3, connection to infinity beyond.
 *
 * @param X dimensionless, finite, 0 or more; F(0) = Infinity, F(1) = 1
 * @param beta β = c/(1+c), strictly between 0 and 1
 */
export function hypergeometric(X: number, beta: number): number {
  nonNegative('X', X);
  openShare('beta', beta);
  if (X === 0) return Number.POSITIVE_INFINITY;
  if (X < 0.5) return nearZero(X, beta);
  if (X <= 1.5) return nearOne(X, beta);
  return X <= 3 ? pfaff(X, beta) : farOut(X, beta);
}

/**
 * E(X) = −d ln F/d ln X, which rises from 0 (X → 0) through β/(1+β) = c/(1+2c) (X = 1) to β (X → ∞).
 * From the equation of F, X·F′ = β(1 − X·F)/(X − 1); around X = 1 from the Gauss series term by term.
 *
 * @param X dimensionless, finite, above 0
 * @param beta β = c/(1+c), strictly between 0 and 1
 */
export function hypergeometricElasticity(X: number, beta: number): number {
  positive('X', X);
  const F = hypergeometric(X, beta);
  if (Math.abs(1 - X) > 0.5) return (beta * (1 - X * F)) / ((1 - X) * F);
  let slope = 0;
  let power = 1;
  for (let n = 1; ; n++) {
    const term = ((n * beta) / (beta + n)) * power;
    slope += term;
    if (Math.abs(term) < NEGLIGIBLE) break;
    power *= 1 - X;
  }
  return (X * slope) / F;
}

/** β·Σ (β)_n/n!·[ψ(n+1) − ψ(β+n) − ln X]·Xⁿ: every term positive. */
function nearZero(X: number, beta: number): number {
  const logX = Math.log(X);
  // ψ(n+1) − ψ(β+n), carried by its own recurrence so that its two large parts are never subtracted again.
  let gap = -EULER - digamma(beta);
  let factor = 1;
  let sum = 0;
  for (let n = 0; ; n++) {
    const term = factor * (gap - logX);
    sum += term;
    if (term < NEGLIGIBLE * sum) return beta * sum;
    gap += (beta - 1) / ((n + 1) * (beta + n));
    factor *= ((beta + n) / (n + 1)) * X;
  }
}

/** Σ β/(β+n)·(1−X)ⁿ. */
function nearOne(X: number, beta: number): number {
  let sum = 0;
  let power = 1;
  for (let n = 0; ; n++) {
    const term = (beta / (beta + n)) * power;
    sum += term;
    if (Math.abs(term) < NEGLIGIBLE) return sum;
    power *= 1 - X;
  }
}

/** (1/X)·Σ n!/(1+β)_n·(1−1/X)ⁿ. */
function pfaff(X: number, beta: number): number {
  const w = 1 - 1 / X;
  let sum = 0;
  let term = 1;
  for (let n = 0; term > NEGLIGIBLE * sum; n++) {
    sum += term;
    term *= (w * (n + 1)) / (1 + beta + n);
  }
  return sum / X;
}

/**
 * πβ/sin(πβ)·y^β − β·y·Σ_{n≥0} (−y)ⁿ/(ε+n) with y = 1/(X−1), ε = 1−β. Its two largest terms cancel as β → 1:
 * from ½ on they are joined in one expm1.
 */
function farOut(X: number, beta: number): number {
  const y = 1 / (X - 1);
  const eps = 1 - beta;
  let sum = 0;
  let power = y;
  for (let n = 1; ; n++) {
    const term = power / (eps + n);
    sum += term;
    if (Math.abs(term) < NEGLIGIBLE) break;
    power *= -y;
  }
  const leading =
    beta < 0.5
      ? (Math.PI / Math.sin(Math.PI * beta)) * y ** -eps - 1 / eps
      : Math.expm1(logInverseSinc(eps, beta) - eps * Math.log(y)) / eps;
  return beta * y * (leading + sum);
}

/** ln(πε/sin(πε)), by the series of 1 − sin(z)/z where the quotient would round towards 1. */
function logInverseSinc(eps: number, beta: number): number {
  const z = Math.PI * eps;
  if (eps > 0.25) return Math.log(z / Math.sin(Math.PI * Math.min(eps, beta)));
  const z2 = z * z;
  let missing = 0;
  let term = z2 / 6;
  for (let n = 2; Math.abs(term) > NEGLIGIBLE * missing; n++) {
    missing += term;
    term *= -z2 / (2 * n * (2 * n + 1));
  }
  return -Math.log1p(-missing);
}
