// How labs in a market that answers to output (κ < 1) move along the symmetric equilibrium in which each takes the others'
// paths as given. Derived for Turnpike (Pontryagin, open loop). Splits are smooth there: a lab serves with the share
// u = 1 − q at which a chip's return, e·g·u^(κ−1), is what a year of training is worth. In units of that return at u = 1 its
// worth is p, so u = p^(−1/(1−κ)) for p > 1, u = 1 below, and u^κ = u·p. With g = K′/K at u = 1 and τ = T̂′/T̂ at u = 0,
// k = g·u^κ − δ and n = τ·(1−u) − ρ:
//   g′ = g·((κ−1)·k + ĉκ·n),  τ′ = τ·(k − n),  p′ = −c_t·τ·u^κ + p·(e·g·(u^κ + p·(1−u)) + ρ − δ) − p·g′/g.
// e is the elasticity of own revenue to own chips; training enters it with weight c_t as in commonsPlan.ts.
import { exp2 } from '../math/exp2';
import { log2 } from '../math/log2';

/** Size of a step relative to the fastest rate, and, for how fast splits answer to p, where errors die out, to that. */
const STEP: f64 = 0.15;
const ANSWER_STEP: f64 = 0.4;
/** This near to p = 1, where training begins or ends, a path is there, and goes where p does. */
const AT_KINK: f64 = 1e-7;

export let kappa: f64 = 0;
/** −1/(1−κ) */
export let power: f64 = 0;
export let c: f64 = 0;
export let ct: f64 = 0;
export let e: f64 = 0;
export let delta: f64 = 0;
export let rho: f64 = 0;

/** The state. */
export let g: f64 = 0;
export let tau: f64 = 0;
export let p: f64 = 0;

/** q at the last step's start, its mean over the step, and the fastest rate of any motion at the start. */
export let share: f64 = 0;
export let meanShare: f64 = 0;
export let fastest: f64 = 0;

let gSlope: f64 = 0;
let tauSlope: f64 = 0;
let pSlope: f64 = 0;
let shareNow: f64 = 0;
let rate: f64 = 0;
let answerRate: f64 = 0;
let gNext: f64 = 0;
let tauNext: f64 = 0;
let pNext: f64 = 0;

export function setContest(
  exponent: f64,
  chat: f64,
  weight: f64,
  elasticity: f64,
  chipLoss: f64,
  trainingLoss: f64,
): void {
  kappa = exponent;
  power = -1 / (1 - kappa);
  c = chat;
  ct = weight;
  e = elasticity;
  delta = chipLoss;
  rho = trainingLoss;
}

export function setState(growth: f64, training: f64, worth: f64): void {
  g = growth;
  tau = training;
  p = worth;
}

/** Slopes at a state. trains: is p > 1 on this stretch? Its equations go on smoothly a little beyond its end. */
function slopes(growth: f64, training: f64, worth: f64, trains: bool): void {
  const u = trains ? exp2(power * log2(worth)) : 1;
  const sold = trains ? u * worth : 1;
  shareNow = 1 - u;
  const k = growth * sold - delta;
  const n = training * shareNow - rho;
  const ownReturn = e * growth * (sold + worth * shareNow);
  gSlope = growth * ((kappa - 1) * k + c * kappa * n);
  tauSlope = training * (k - n);
  pSlope = worth * (ownReturn + rho - delta - (kappa - 1) * k - c * kappa * n) - ct * training * sold;
  const earned = (ct * training * sold) / max(1, worth);
  rate = growth * sold + training * shareNow + ownReturn + earned + delta + rho;
  // Where p falls towards 1 the answer grows within the step.
  answerRate = trains ? -power * (u * (ct * training + e * growth * worth) + max(0, -pSlope / worth)) : 0;
}

/** A classical Runge–Kutta step from the state, where the slopes are set. */
function attempt(dt: f64, trains: bool): void {
  const half = 0.5 * dt;
  const g1 = gSlope;
  const tau1 = tauSlope;
  const p1 = pSlope;
  const q1 = shareNow;
  slopes(g + half * g1, tau + half * tau1, p + half * p1, trains);
  const g2 = gSlope;
  const tau2 = tauSlope;
  const p2 = pSlope;
  const q2 = shareNow;
  slopes(g + half * g2, tau + half * tau2, p + half * p2, trains);
  const g3 = gSlope;
  const tau3 = tauSlope;
  const p3 = pSlope;
  const q3 = shareNow;
  slopes(g + dt * g3, tau + dt * tau3, p + dt * p3, trains);
  gNext = g + (dt / 6) * (g1 + 2 * g2 + 2 * g3 + gSlope);
  tauNext = tau + (dt / 6) * (tau1 + 2 * tau2 + 2 * tau3 + tauSlope);
  pNext = p + (dt / 6) * (p1 + 2 * p2 + 2 * p3 + pSlope);
  meanShare = (q1 + 2 * q2 + 2 * q3 + shareNow) / 6;
}

/**
 * Steps by no more than `most` of time, forward (direction 1) or backward (−1), and not across p = 1. Returns the time taken,
 * above 0.
 */
export function step(most: f64, direction: f64): f64 {
  const isAtKink = abs(p - 1) <= AT_KINK;
  let trains = p > 1;
  slopes(g, tau, p, trains && !isAtKink);
  if (isAtKink) {
    trains = pSlope * direction > 0;
    slopes(g, tau, p, trains);
  }
  share = shareNow;
  fastest = rate + answerRate;
  let dt = min(most, 1 / (rate / STEP + answerRate / ANSWER_STEP));
  attempt(direction * dt, trains);
  if (!isAtKink && pNext > 1 != trains) {
    dt *= (1 - p) / (pNext - p);
    slopes(g, tau, p, trains);
    attempt(direction * dt, trains);
  }
  g = gNext;
  tau = tauNext;
  p = pNext;
  return dt;
}
