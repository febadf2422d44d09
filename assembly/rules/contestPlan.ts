// The symmetric equilibrium of labs whose market answers to output (κ < 1) or that take each other's paths as given in it,
// averaged over one tick. Derived for Turnpike (Pontryagin, open loop). Here splits are smooth: a lab serves with
// the share u = 1 − q at which a chip's return, e·g·u^(κ−1), is what a year of training is worth. In units of that return
// at u = 1 its worth is p, so u = p^(−1/(1−κ)) for p > 1 and u = 1 below, and u^κ = u·p. With g = K′/K at u = 1 and
// τ = T̂′/T̂ at u = 0, k = g·u^κ − δ, n = τ·(1−u) − ρ:
//   g′ = g·((κ−1)·k + ĉκ·n),  τ′ = τ·(k − n),  p′ = −c_t·τ·u^κ + p·(e·g·(u^κ + p·(1−u)) + ρ − δ) − p·g′/g.
// p(0) is where a lab that follows this has p = 0 at the horizon. Without a horizon it is the path of a saddle: above it p
// runs away, below it p falls through 0. Both are found by bisection.
import { exp2 } from '../math/exp2';
import { log2 } from '../math/log2';

/** Size of a step relative to the fastest rate: Runge–Kutta's error is then some 1e-8. */
const STEP: f64 = 0.15;
/** Steps after which a path that has neither run away nor fallen to 0 is the saddle's. */
const LONGEST: i32 = 4000;
/** p·e·g over τ + g from which on p runs away: a year's training that pays back in a ten-thousandth of the time it takes. */
const RUNAWAY: f64 = 1e4;
/** This near to p = 1 a path is on it, and goes where p does. */
const AT_KINK: f64 = 1e-7;
/** Relative width at which p(0) is known. */
const KNOWN: f64 = 1e-12;
/** e-foldings of T or K in one tick up to which a path from p(0) can be trusted. */
const TRUSTED: f64 = 2;

let kappa: f64 = 0;
let power: f64 = 0;
let c: f64 = 0;
let ct: f64 = 0;
let e: f64 = 0;
let delta: f64 = 0;
let rho: f64 = 0;

// The state, its slopes, and the share that trains.
let g: f64 = 0;
let tau: f64 = 0;
let p: f64 = 0;
let gSlope: f64 = 0;
let tauSlope: f64 = 0;
let pSlope: f64 = 0;
let share: f64 = 0;
let fastest: f64 = 0;

export function setContest(exponent: f64, chat: f64, weight: f64, elasticity: f64, chipLoss: f64, trainingLoss: f64): void {
  kappa = exponent;
  power = -1 / (1 - kappa);
  c = chat;
  ct = weight;
  e = elasticity;
  delta = chipLoss;
  rho = trainingLoss;
}

/** Slopes at a state. trains: is p > 1 on this stretch? Its equations go on smoothly a little beyond its end. */
function slopes(growth: f64, training: f64, price: f64, trains: bool): void {
  const u = trains ? exp2(power * log2(price)) : 1;
  const sold = trains ? u * price : 1;
  share = 1 - u;
  const k = growth * sold - delta;
  const n = training * share - rho;
  gSlope = growth * ((kappa - 1) * k + c * kappa * n);
  tauSlope = training * (k - n);
  const own = e * growth * (sold + price * share);
  pSlope = price * (own + rho - delta - (kappa - 1) * k - c * kappa * n) - ct * training * sold;
  const stiff = trains ? -power * u * (ct * training + e * growth * price) : 0;
  fastest = growth * sold + training * share + own + (ct * training * sold) / max(1, price) + delta + rho + stiff;
}

let stepShare: f64 = 0;
let gNext: f64 = 0;
let tauNext: f64 = 0;
let pNext: f64 = 0;

/** A classical Runge–Kutta step; the slopes at its start are set. */
function attempt(dt: f64, trains: bool): void {
  const half = 0.5 * dt;
  const g1 = gSlope;
  const tau1 = tauSlope;
  const p1 = pSlope;
  const q1 = share;
  slopes(g + half * g1, tau + half * tau1, p + half * p1, trains);
  const g2 = gSlope;
  const tau2 = tauSlope;
  const p2 = pSlope;
  const q2 = share;
  slopes(g + half * g2, tau + half * tau2, p + half * p2, trains);
  const g3 = gSlope;
  const tau3 = tauSlope;
  const p3 = pSlope;
  const q3 = share;
  slopes(g + dt * g3, tau + dt * tau3, p + dt * p3, trains);
  gNext = g + (dt / 6) * (g1 + 2 * g2 + 2 * g3 + gSlope);
  tauNext = tau + (dt / 6) * (tau1 + 2 * tau2 + 2 * tau3 + tauSlope);
  pNext = p + (dt / 6) * (p1 + 2 * p2 + 2 * p3 + pSlope);
  stepShare = (q1 + 2 * q2 + 2 * q3 + share) / 6;
}

/** Steps on by no more than `most`, and not across p = 1, where training begins or ends. Returns the time taken. */
function step(most: f64): f64 {
  const isAtKink = abs(p - 1) <= AT_KINK;
  let trains = p > 1;
  slopes(g, tau, p, trains && !isAtKink);
  if (isAtKink) {
    trains = pSlope > 0;
    slopes(g, tau, p, trains);
  }
  let dt = min(most, STEP / fastest);
  attempt(dt, trains);
  if (!isAtKink && pNext > 1 != trains) {
    dt *= (1 - p) / (pNext - p);
    slopes(g, tau, p, trains);
    attempt(dt, trains);
  }
  g = gNext;
  tau = tauNext;
  p = pNext;
  return dt;
}

/** Is a path from p = first too high: does p not fall to 0 before the horizon? */
function isTooHigh(growth: f64, training: f64, first: f64, H: f64): bool {
  g = growth;
  tau = training;
  p = first;
  let left = H;
  for (let i = 0; i < LONGEST && left > 0; i++) {
    if (p <= 0) return false;
    if (!(e * g * p < RUNAWAY * (tau + g))) return true;
    const dt = step(left);
    left = dt < left ? left - dt : 0;
  }
  return p > 0;
}

/** (1/h)·∫₀^h q of the plan for the next H (+∞: for ever) from growth g and training rate τ. */
export function contestAverage(growth: f64, training: f64, H: f64, h: f64): f64 {
  // Below the low end nobody trains within a tick.
  let low: f64 = 1e-3;
  let high = (RUNAWAY * (training + growth)) / (e * growth);
  while (high > low * (1 + KNOWN)) {
    const middle = sqrt(low) * sqrt(high);
    if (!(middle > low && middle < high)) break;
    if (isTooHigh(growth, training, middle, H)) high = middle;
    else low = middle;
  }
  g = growth;
  tau = training;
  p = low;
  let t: f64 = 0;
  let grown: f64 = 0;
  let trained: f64 = 0;
  const end = min(h, H);
  while (t < end && p > 0 && grown < TRUSTED) {
    const rate = g + tau;
    const dt = step(end - t);
    t = dt < end - t ? t + dt : end;
    grown += rate * dt;
    trained += stepShare * dt;
  }
  // Near a blow-up a tick holds more than a path can be followed for: the split has settled.
  if (t < end && p > 0) trained += stepShare * (end - t);
  return trained / h;
}
