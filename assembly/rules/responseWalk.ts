// The equilibrium plan of commonsPlan.ts where there is no closed form, walked in short steps along the lab's own predicted
// path: with losses of chips or training, or where training weighs more for a lab than for all (c_t ≥ c: quality contest).
//
// With losses ζ = τ/(e·y + G), G = (1+c)ρ − δ, and labs are indifferent where ζ·(c·q + c_t·(1−q)) = 1 as without. With
// c_t < c the plan goes to the ζ that q keeps, and keeps it; with losses that ζ moves, and only c_t = c follows it
// exactly. With c_t > c the region is stable: q there is a feedback that leads to that ζ by itself.
import { exp } from '../math/exp';
import { pow } from '../math/pow';
import { harvest } from './commonsPlan';

/** Longest step, of the tick and relative to the rates. Crossings are interpolated, so the averaged share is off by some of its square. */
const STEPS: f64 = 16;
const STEP: f64 = 0.1;
/** Most steps; in a tick that holds more, near a blow-up, the split has settled. */
const MOST: i32 = 1000;
/** This near to the ζ that is kept, relatively, a lab is on it. */
const ON_CURVE: f64 = 1e-9;

let c: f64 = 0;
let ct: f64 = 0;
let e: f64 = 0;
let delta: f64 = 0;
let rho: f64 = 0;
/** G. */
let gap: f64 = 0;

/** q that keeps ζ on the region: r·((1−q)·y + C) = q·D, r = c_t + (c − c_t)·q; all train where training cannot be kept up. */
function keptShare(y: f64): f64 {
  const worth = e * y + gap;
  if (!(worth > 0)) return 1;
  const drift = (e * c * y) / worth;
  const C = rho * (1 + drift) - delta;
  const D = worth * (1 + drift);
  const nu = c - ct;
  // −ν·y·q² + (ν·(y + C) − c_t·y − D)·q + c_t·(y + C) = 0
  const constant = ct * (y + C);
  const linear = nu * (y + C) - ct * y - D;
  const root = linear * linear + 4 * nu * y * constant;
  if (!(constant > 0) || !(root >= 0)) return constant > 0 ? 1 : 0;
  return min(1, max(0, (2 * constant) / (sqrt(root) - linear)));
}

/** Relative distance from the ζ that is kept; above 0: chips are abundant. */
function distance(y: f64, tau: f64): f64 {
  const worth = e * y + gap;
  return worth > 0 ? (tau * (ct + (c - ct) * keptShare(y))) / worth - 1 : Infinity;
}

/** Split off that ζ. */
function splitAt(y: f64, tau: f64, off: f64): f64 {
  if (ct <= c) return off > 0 ? 1 : 0;
  const worth = e * y + gap;
  return worth > 0 ? min(1, max(0, (ct - worth / tau) / (ct - c))) : 1;
}

/** How much time beyond a last harvest is left; not above 0: serve to the end. */
function spare(left: f64, y: f64, tau: f64): f64 {
  if (left <= 0) return -1;
  if (left == Infinity && rho == 0) return Infinity;
  // Training that wears out at ρ counts for (1 − e^(−cρt))/(cρ) of a time t.
  const counts = rho == 0 ? left : (1 - exp(-c * rho * left)) / (c * rho);
  return counts - harvest(ct, e, tau / (e * y)) / y;
}

/** (1/h)·∫₀^h q of the plan for the next H (+∞: for ever); y, τ at the state and the other arguments as in commonsAverage. */
export function walkAverage(
  chat: f64,
  weight: f64,
  elasticity: f64,
  chipLoss: f64,
  trainingLoss: f64,
  growth: f64,
  training: f64,
  H: f64,
  h: f64,
): f64 {
  c = chat;
  ct = weight;
  e = elasticity;
  delta = chipLoss;
  rho = trainingLoss;
  gap = (1 + c) * rho - delta;
  let y = growth;
  let tau = training;
  let off = distance(y, tau);
  let isKept = abs(off) <= ON_CURVE;
  let value = spare(H, y, tau);
  let trained: f64 = 0;
  let t: f64 = 0;
  let q: f64 = 0;
  for (let i = 0; i < MOST && t < h && value > 0; i++) {
    const dt = min(h - t, min(h / STEPS, STEP / (y + tau)));
    q = isKept ? keptShare(y) : splitAt(y, tau, off);
    // Midpoint step of ln y and ln τ.
    const midK = exp(0.5 * dt * ((1 - q) * y - delta));
    const midT = exp(0.5 * dt * (q * tau - rho));
    const midY = y * pow(midT, c);
    const midTau = (tau * midK) / midT;
    if (isKept) q = keptShare(midY);
    else if (ct > c) q = splitAt(midY, midTau, off);
    const grownT = exp(dt * (q * midTau - rho));
    y *= pow(grownT, c);
    tau *= exp(dt * ((1 - q) * midY - delta)) / grownT;
    t = dt < h - t ? t + dt : h;
    const nextOff = distance(y, tau);
    const nextValue = spare(H - t, y, tau);
    if (!(nextValue > 0))
      return (trained + (value == Infinity ? 0 : q * dt * (value / (value - nextValue)))) / h;
    if (!isKept && nextOff > 0 != off > 0) {
      const before = off / (off - nextOff);
      trained += dt * (q * before + keptShare(y) * (1 - before));
      isKept = true;
    } else trained += q * dt;
    off = nextOff;
    value = nextValue;
  }
  return (value > 0 ? trained + q * (h - t) : trained) / h;
}
