// F(β, X) = 2F1(1, β; 1+β; 1−X) for 0 < β < 1, X > 0: the time to blow-up at constant q is this function of
// X = (1+c)·q·K / ((1−q)·T^(1+c)) with β = c/(1+c). Four series, each used where its ratio is at most 2/3
// (Abramowitz & Stegun 15.1.1, 15.3.4, 15.3.7, 15.3.10).

import { digamma } from './digamma';
import { exp } from './exp';
import { log } from './log';
import { pow } from './pow';

const EULER_GAMMA: f64 = 0.5772156649015329;
const PI_SQUARED: f64 = 9.869604401089358;
/** A term this small against the sum no longer changes it. */
const NEGLIGIBLE: f64 = 1e-17;

/** About X = 0, with its logarithm. */
function smallSeries(beta: f64, X: f64): f64 {
  const logX = log(X);
  let sum: f64 = 0;
  let power: f64 = 1;
  let psiN: f64 = -EULER_GAMMA;
  let psiBeta = digamma(beta);
  let n: f64 = 0;
  let term: f64;
  do {
    term = power * (psiN - psiBeta - logX);
    sum += term;
    psiN += 1 / (n + 1);
    psiBeta += 1 / (beta + n);
    power *= ((beta + n) / (n + 1)) * X;
    n += 1;
  } while (abs(term) >= NEGLIGIBLE * abs(sum) || n < 5);
  return beta * sum;
}

/** Gauss's series in 1 − X. */
function middleSeries(beta: f64, X: f64): f64 {
  const z = 1 - X;
  let sum: f64 = 0;
  let power: f64 = 1;
  let n: f64 = 0;
  let term: f64;
  do {
    term = (beta / (beta + n)) * power;
    sum += term;
    power *= z;
    n += 1;
  } while (abs(term) >= NEGLIGIBLE * sum);
  return sum;
}

/** Pfaff's transformation: a series in 1 − 1/X. */
function pfaffSeries(beta: f64, X: f64): f64 {
  const w = 1 - 1 / X;
  let sum: f64 = 0;
  let term: f64 = 1;
  let n: f64 = 0;
  do {
    sum += term;
    term *= (w * (n + 1)) / (1 + beta + n);
    n += 1;
  } while (term >= NEGLIGIBLE * sum);
  return sum / X;
}

/** Σ_{n≥1} (−y)^n / (n + a). */
function alternatingSum(y: f64, a: f64): f64 {
  let sum: f64 = 0;
  let power: f64 = -y;
  let n: f64 = 1;
  let term: f64;
  do {
    term = power / (n + a);
    sum += term;
    power *= -y;
    n += 1;
  } while (abs(term) > NEGLIGIBLE * abs(sum));
  return sum;
}

/** sin(πx)/(πx) − 1 for |x| ≤ ½, by its Taylor series, accurate also where it is small. */
function sincLessOne(x: f64): f64 {
  const t = PI_SQUARED * x * x;
  let sum: f64 = 0;
  let n: f64 = 23;
  do {
    sum = (-t / ((n - 1) * n)) * (1 + sum);
    n -= 2;
  } while (n > 1);
  return sum;
}

/** ln(1 + u) without loss for small u (W. Kahan's quotient). */
function log1p(u: f64): f64 {
  const v = 1 + u;
  return v == 1 ? u : (log(v) * u) / (v - 1);
}

/** e^g − 1 without loss for small g (W. Kahan's quotient). */
function expm1(g: f64): f64 {
  const u = exp(g);
  return u == 1 ? g : ((u - 1) * g) / log(u);
}

/**
 * About X = ∞, in y = 1/(X−1), with ε = 1 − β: F = (β/ε)·[ C·(X−1)^−β − y·(1 + ε·S) ], C = πε/sin πε, S = the
 * alternating sum. For β near 1 the two parts nearly cancel; there it is F = β·y·[ (e^G − 1)/ε − S ] with
 * G = ln C + ε·ln(X−1), all of one sign.
 */
function largeSeries(beta: f64, X: f64): f64 {
  const epsilon = 1 - beta;
  const y = 1 / (X - 1);
  const S = alternatingSum(y, epsilon);
  if (beta > 0.5) {
    const G = epsilon * log(X - 1) - log1p(sincLessOne(epsilon));
    if (G < 1) return beta * y * (expm1(G) / epsilon - S);
  }
  // sin πβ = sin πε, so πβ/sin πβ may be had from whichever of β and ε is at most ½.
  const weight = beta > 0.5 ? beta / epsilon / (1 + sincLessOne(epsilon)) : 1 / (1 + sincLessOne(beta));
  return weight * pow(X - 1, -beta) - (beta / epsilon) * y * (1 + epsilon * S);
}

/** 2F1(1, β; 1+β; 1−X), to 1e-14 of itself; ∞ at X = 0, 0 at X = ∞, NaN unless 0 < β < 1 and X ≥ 0. */
export function F(beta: f64, X: f64): f64 {
  if (!(beta > 0 && beta < 1 && X >= 0)) return NaN;
  if (X == 0) return Infinity;
  if (X == Infinity) return 0;
  if (X < 0.5) return smallSeries(beta, X);
  if (X <= 1.5) return middleSeries(beta, X);
  if (X <= 3) return pfaffSeries(beta, X);
  return largeSeries(beta, X);
}
