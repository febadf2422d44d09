// The plan of contestMotion.ts without an end, and without losses: the path into the saddle on which R = τ/g, p and so q stand
// still. It is followed backward in time, outward from the saddle, which is the direction in which it attracts; the
// piece walked last is what the lab is going to do next.
import { exp } from '../math/exp';
import { log } from '../math/log';
import { pow } from '../math/pow';
import { c, ct, e, g, kappa, meanShare, p, power, setState, share, step, tau } from './contestMotion';

/** ln R from the saddle up to which the path is taken as straight. */
const STRAIGHT: f64 = 1e-6;
/** ln R from where it is sought at which it is found. */
const ARRIVED: f64 = 1e-12;
/** Most steps outward; each moves R by some hundredths, so this is as far as doubles reach. */
const MOST: i32 = 4096;
/** At each step outward: time, time trained, q. */
const TIMES = memory.data(4097 * 8);
const TRAINED = memory.data(4097 * 8);
const SHARES = memory.data(4097 * 8);

/** q on the saddle: the root in (0, 1) of (C − d)·q² + (d − e(1+cκ) − 2C)·q + C, C = c_t(2−κ), d = κ(1+c) − 1. */
export function steadyShare(exponent: f64, chat: f64, weight: f64, elasticity: f64): f64 {
  const d = exponent * (1 + chat) - 1;
  const C = weight * (2 - exponent);
  const half = elasticity * (1 + chat * exponent) + 2 * C - d;
  return (2 * C) / (half + sqrt(half * half - 4 * (C - d) * C));
}

let saddleShare: f64 = 0;
let saddleP: f64 = 0;
let saddleR: f64 = 0;
/** d(ln p)/d(ln R) of the path at the saddle. */
let slope: f64 = 0;

function findSaddle(): void {
  saddleShare = steadyShare(kappa, c, ct, e);
  const q = saddleShare;
  const u = 1 - q;
  const sold = pow(u, kappa);
  const n = (1 + c * kappa) * q;
  saddleP = sold / u;
  saddleR = ((2 - kappa) * sold) / n;
  // Of (ln R)′ = (2−κ)·u^κ − (1+cκ)·R·q and of (ln p)′, both over g, by ln R and ln p.
  const R = saddleR;
  const RbyR = -n * R;
  const soldByP = (power + 1) * sold;
  const uByP = power * u;
  const RbyP = (2 - kappa) * soldByP + (1 + c * kappa) * R * uByP;
  const PbyR = -ct * R * u - c * kappa * R * q;
  const PbyP = (e + 1 - kappa) * soldByP + e * saddleP * (q - uByP) + (c * kappa - ct) * R * uByP;
  const half = 0.5 * (RbyR + PbyP);
  const stable = half - sqrt(half * half - RbyR * PbyP + RbyP * PbyR);
  slope = (stable - RbyR) / RbyP;
}

let steps: i32 = 0;
let firstShare: f64 = 0;

function keep(k: i32, time: f64, trained: f64, q: f64): void {
  const at = (<usize>k) << 3;
  store<f64>(TIMES + at, time);
  store<f64>(TRAINED + at, trained);
  store<f64>(SHARES + at, q);
}

// @ts-expect-error: decorator
@inline
function kept(column: usize, k: i32): f64 {
  return load<f64>(column + ((<usize>k) << 3));
}

/** p on the path at growth g and training rate τ. Keeps the steps that led there. */
export function saddleWorth(growth: f64, training: f64): f64 {
  findSaddle();
  const aim = training / growth;
  const off = log(aim / saddleR);
  const start = min(STRAIGHT, max(-STRAIGHT, off));
  setState(1, saddleR * exp(start), saddleP * exp(slope * start));
  steps = 0;
  let time: f64 = 0;
  let trained: f64 = 0;
  keep(0, 0, 0, saddleShare);
  let most: f64 = Infinity;
  let hasArrived = abs(off) <= STRAIGHT;
  while (!hasArrived && steps < MOST) {
    const fromG = g;
    const fromTau = tau;
    const fromP = p;
    const dt = step(most, -1);
    const missing = log((aim * g) / tau);
    hasArrived = abs(missing) <= ARRIVED;
    if (!hasArrived && missing > 0 != off > 0) {
      // Beyond it: take the part of the step that leads there.
      most = dt / (1 - missing / log((aim * fromG) / fromTau));
      setState(fromG, fromTau, fromP);
      continue;
    }
    time += dt;
    trained += meanShare * dt;
    store<f64>(SHARES + ((<usize>steps) << 3), share);
    keep(++steps, time, trained, share);
    most = Infinity;
  }
  firstShare = p > 1 ? 1 - pow(p, power) : 0;
  store<f64>(SHARES + ((<usize>steps) << 3), firstShare);
  return p;
}

/** (1/h)·∫₀^h q of the plan without an end. */
export function saddleAverage(growth: f64, training: f64, h: f64): f64 {
  saddleWorth(growth, training);
  if (steps == 0) return firstShare;
  // The path was walked in units in which g is 1 near the saddle.
  const span = (h * growth) / g;
  const whole = kept(TIMES, steps);
  const rest = whole - span;
  if (rest <= 0) return (kept(TRAINED, steps) - saddleShare * rest) / span;
  let k = steps - 1;
  while (kept(TIMES, k) > rest) k--;
  return (kept(TRAINED, steps) - trainedAt(k, rest)) / span;
}

/** Trained up to a time within the step after k: q is the parabola with the step's ends and mean. */
function trainedAt(k: i32, time: f64): f64 {
  const dt = kept(TIMES, k + 1) - kept(TIMES, k);
  const x = (time - kept(TIMES, k)) / dt;
  const from = kept(SHARES, k);
  const to = kept(SHARES, k + 1);
  const bulge = (kept(TRAINED, k + 1) - kept(TRAINED, k)) / dt - 0.5 * (from + to);
  return kept(TRAINED, k) + dt * x * (from + 0.5 * (to - from) * x + bulge * x * (3 - 2 * x));
}
