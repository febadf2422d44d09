import { panel } from './gaussLegendre.ts';

/**
 * The flow at constant q seen from its start, a = b = 1. With u = T/T0, σ = ln(K/K0) and the start's one
 * parameter X = (1+c)·q·K0/((1−q)·T0^(1+c)), the first integral reads u^(1+c) = 1 + X(e^σ − 1), and
 *   θ = (1−q)·T0^c·t = ∫₀^σ u^(−c) dσ.
 * Time is summed forward from a positive integrand. The hypergeometric form t = t* − R subtracts two nearly
 * equal times early on, which costs up to 1e-10 in T for X ≈ 1e6.
 */
export interface Point {
  /** K/K0 */
  readonly growth: number;
  /** (T/T0)^(1+c) */
  readonly power: number;
}

/**
 * The integration variable: σ where chips are scarce (X ≤ 1), ln u^(1+c) where they abound. Either way the
 * integrand's nearest singularity is π away from the real axis.
 */
function integrand(X: number, beta: number): (y: number) => number {
  if (X <= 1) return (sigma) => Math.exp(-beta * logPower(sigma, X));
  return (v) => Math.exp(-beta * v) / (1 + (X - 1) * Math.exp(-v));
}

function pointAt(y: number, X: number): Point {
  if (X <= 1) return { growth: Math.exp(y), power: 1 + X * Math.expm1(y) };
  return { growth: 1 + Math.expm1(y) / X, power: Math.exp(y) };
}

/** The integration variable at which K has grown by e^σ. */
const variableAt = (sigma: number, X: number): number => (X <= 1 ? sigma : logPower(sigma, X));

/** ln(1 + X(e^σ − 1)), also where e^σ overflows. */
export function logPower(sigma: number, X: number): number {
  return sigma < 1 ? Math.log1p(X * Math.expm1(sigma)) : sigma + Math.log(X + (1 - X) * Math.exp(-sigma));
}

/** With singularities π away, 16 points over 3 leave an error of 4.4^(−32) ≈ 1e-21. */
const WIDTH = 3;

function panels(f: (y: number) => number, to: number): number {
  const count = Math.max(1, Math.ceil(to / WIDTH));
  let sum = 0;
  for (let i = 0; i < count; i++) sum += panel(f, (to * i) / count, (to * (i + 1)) / count);
  return sum;
}

/** θ after K has grown by the factor e^σ. */
export function elapsedClock(sigma: number, X: number, beta: number): number {
  return panels(integrand(X, beta), variableAt(sigma, X));
}

/** The point at clock θ; θ must lie before the blow-up. */
export function pointAtClock(theta: number, X: number, beta: number): Point {
  return pointAt(variableAtClock(theta, X, beta), X);
}

/**
 * The time average of 1 − (T0/T)^(1+c) over the clock θ. Times β it is the share q a constant policy should
 * have (bestConstantSplit.ts).
 */
export function averageProgress(theta: number, X: number, beta: number): number {
  const f = integrand(X, beta);
  const progress =
    X <= 1
      ? (sigma: number) => f(sigma) * (1 - 1 / (1 + X * Math.expm1(sigma)))
      : (v: number) => f(v) * -Math.expm1(-v);
  return panels(progress, variableAtClock(theta, X, beta)) / theta;
}

function variableAtClock(theta: number, X: number, beta: number): number {
  const f = integrand(X, beta);
  let from = 0;
  let left = theta;
  for (;;) {
    const whole = panel(f, from, from + WIDTH);
    if (whole >= left) return from + newton(f, from, left);
    from += WIDTH;
    left -= whole;
    // Only a clock at the blow-up itself gets here: the integrand has run out of doubles.
    if (from > 1e5) return Number.POSITIVE_INFINITY;
  }
}

/** y in [0, WIDTH] with ∫ f over [from, from + y] = target. */
function newton(f: (y: number) => number, from: number, target: number): number {
  let low = 0;
  let high = WIDTH;
  let y = Math.min(target / f(from), WIDTH);
  for (let i = 0; i < 60; i++) {
    const miss = panel(f, from, from + y) - target;
    if (miss > 0) high = y;
    else low = y;
    let next = y - miss / f(from + y);
    if (!(next >= low && next <= high)) next = (low + high) / 2;
    const moved = Math.abs(next - y);
    y = next;
    // Quadratic: a step of 1e-9 leaves an error of 1e-18.
    if (moved <= 1e-9 * y) break;
  }
  return y;
}
