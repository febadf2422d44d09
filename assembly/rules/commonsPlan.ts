// The symmetric equilibrium of labs that take each other's paths as given, where a lab's revenue is proportional to what it
// makes (κ = 1), averaged over one tick. Derived for Turnpike (Pontryagin, open loop).
//
// A lab's growth is v/K = y·(1−q), its revenue has elasticity e to its own chips and its training (per year trained) enters
// with weight c_t where all labs' together enter with c: spillover makes c_t < c, a contest on quality raises it. With
// τ = T̂′/T̂ at q = 1 and ζ = τ/(e·y) all labs are indifferent where ζ·(c·q + c_t·(1−q)) = 1. For c_t < c that is a region,
// ζ from 1/c to 1/c_t, with a saddle at q*. A plan trains (ζ above) or serves (below) until it enters the region at ζ_e, goes
// through it while q falls to 0, and serves to the end. With a horizon without end it stays on the saddle.
//
// Inside the region the clock is λ = −ln(1 − q/q*), 0 where q = 0 and ∞ on the saddle; with ν = c − c_t
//   1/ζ = c_t + ν·q,  ln(T̂(λ)/T̂(0)) = −(e/ν)·[α₀·λ + α₁·ln(1 − q/q₁) + α₂·ln(1 − q/q₂)],  y·dt = −ν·q*·dλ/(c_t + ν·q·q*),
// q₁ = −c_t/(ν·q*), q₂ = −c_t/ν, and α the partial fractions of q/((q*−q)(q−q₁)(q−q₂)).
import { exp } from '../math/exp';
import { log } from '../math/log';
import { pow } from '../math/pow';
import { steadyShare } from './contestSaddle';

/** From λ = 40 on q is q* to the last bit. */
const PANELS: i32 = 40;
/** Gauss–Legendre, five points on [0, 1]. */
const POINTS: i32 = 5;
const NODES = memory.data<f64>([
  0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.953089922969332,
]);
const WEIGHTS = memory.data<f64>([
  0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454,
]);
/** At λ = 0, 1, 2 …: time to go, and training still to be done (∫q dt), both in units of 1/y(λ = 0). */
const TO_GO = memory.data(41 * 8);
const TO_TRAIN = memory.data(41 * 8);

let c: f64 = 0;
let ct: f64 = 0;
let e: f64 = 0;
let saddleShare: f64 = 0;
/** ζ on the saddle. */
let saddle: f64 = 0;
let q1: f64 = 0;
let q2: f64 = 0;
let alpha0: f64 = 0;
let alpha1: f64 = 0;
let alpha2: f64 = 0;

/** y·t of a last harvest that begins at ζ: when it is over, a year of training is worth nothing. */
export function harvest(ct: f64, e: f64, zeta: f64): f64 {
  const u = 1 / (ct * zeta);
  if (abs(e - 1) < 1e-9) return u;
  const grown = 1 + ((1 - e) / e) * u;
  return grown > 0 ? log(grown) / (1 - e) : Infinity;
}

function prepare(chat: f64, weight: f64, elasticity: f64): void {
  c = chat;
  ct = weight;
  e = elasticity;
  saddleShare = steadyShare(1, c, ct, e);
  const nu = c - ct;
  saddle = 1 / (ct + nu * saddleShare);
  q1 = -ct / (nu * saddleShare);
  q2 = -ct / nu;
  alpha0 = saddleShare / ((saddleShare - q2) * (saddleShare - q1));
  alpha1 = q1 / ((q1 - q2) * (saddleShare - q1));
  alpha2 = q2 / ((q2 - q1) * (saddleShare - q2));
}

// @ts-expect-error: decorator
@inline
function shareAt(lambda: f64): f64 {
  return saddleShare * (1 - exp(-lambda));
}

/** (T̂(λ)/T̂(0))^c */
function qualityAt(lambda: f64): f64 {
  const q = shareAt(lambda);
  const sum = alpha0 * lambda + alpha1 * log(1 - q / q1) + alpha2 * log(1 - q / q2);
  return exp((-c * e * sum) / (c - ct));
}

/** Of the last panel: time, and time trained. */
let panelTime: f64 = 0;
let panelTrained: f64 = 0;

function panel(from: f64, to: f64): void {
  panelTime = 0;
  panelTrained = 0;
  const nu = c - ct;
  for (let i = 0; i < POINTS; i++) {
    const at = (<usize>i) << 3;
    const lambda = from + (to - from) * load<f64>(NODES + at);
    const q = shareAt(lambda);
    const pace = (nu * saddleShare) / ((ct + nu * q * saddleShare) * qualityAt(lambda));
    panelTime += (to - from) * load<f64>(WEIGHTS + at) * pace;
    panelTrained += (to - from) * load<f64>(WEIGHTS + at) * pace * q;
  }
}

/** The λ looked at last, and time to go and training still to be done there. */
let foundLambda: f64 = 0;
let foundTraining: f64 = 0;
let foundTime: f64 = 0;

/** Sets what belongs to λ in [k, k + 1]. */
function look(k: i32, lambda: f64): void {
  const at = (<usize>k) << 3;
  panel(<f64>k, lambda);
  foundLambda = lambda;
  foundTime = load<f64>(TO_GO + at) + panelTime;
  foundTraining = load<f64>(TO_TRAIN + at) + panelTrained;
}

/** Looks at the λ with this time to go, which is in panel `k` or before it. */
function seek(k: i32, time: f64): void {
  while (k > 0 && load<f64>(TO_GO + ((<usize>k) << 3)) > time) k--;
  let low: f64 = <f64>k;
  let high: f64 = <f64>k + 1;
  look(k, low);
  if (foundTime >= time) return;
  for (let i = 0; i < 60 && high - low > 1e-13 * high; i++) {
    const middle = 0.5 * (low + high);
    look(k, middle);
    if (foundTime < time) low = middle;
    else high = middle;
  }
}

/** Time from a state (growth y, training rate τ) to ζ by training or serving alone. */
function timeTo(zeta: f64, y: f64, tau: f64): f64 {
  const ratio = tau / (e * y * zeta);
  return ratio > 1 ? (pow(ratio, 1 / (1 + c)) - 1) / tau : -log(ratio) / y;
}

/** y on arrival there. */
function growthAt(zeta: f64, y: f64, tau: f64): f64 {
  const ratio = tau / (e * y * zeta);
  return ratio > 1 ? y * pow(ratio, c / (1 + c)) : y;
}

/** How much later than H the plan ends that enters the region at the λ looked at last. */
function lateness(y: f64, tau: f64, H: f64): f64 {
  const zeta = 1 / (ct + (c - ct) * shareAt(foundLambda));
  const toGo = (foundTime * qualityAt(foundLambda)) / growthAt(zeta, y, tau);
  return timeTo(zeta, y, tau) + toGo - H;
}

/**
 * (1/h)·∫₀^h q of the plan for the next H (+∞: for ever), c_t < c; y and τ at the state. Short horizons never enter the
 * region: they serve throughout, or train at first where ζ > 1/c_t.
 */
export function commonsAverage(
  chat: f64,
  weight: f64,
  elasticity: f64,
  y: f64,
  tau: f64,
  H: f64,
  h: f64,
): f64 {
  prepare(chat, weight, elasticity);
  const zeta = tau / (e * y);
  if (H == Infinity) return steady(zeta, y, tau, h);
  const last = harvest(ct, e, 1 / ct);
  if (ct * zeta >= 1) {
    if (H * y <= harvest(ct, e, zeta)) return 0;
    const edge = timeTo(1 / ct, y, tau);
    if ((H - edge) * growthAt(1 / ct, y, tau) <= last) return min(1, trainUntil(zeta, y, tau, H, edge) / h);
  } else if (H * y <= last - log(ct * zeta)) return 0;
  return through(zeta, y, tau, H, h, last);
}

/** Until the saddle, then on it. */
function steady(zeta: f64, y: f64, tau: f64, h: f64): f64 {
  const approach = min(h, timeTo(saddle, y, tau));
  return ((zeta > saddle ? approach : 0) + saddleShare * (h - approach)) / h;
}

/** When a plan that never enters the region stops training, at `latest` at the latest. */
function trainUntil(zeta: f64, y: f64, tau: f64, H: f64, latest: f64): f64 {
  let low: f64 = 0;
  let high = latest;
  for (let i = 0; i < 60 && high - low > 1e-15 * H; i++) {
    const t = 0.5 * (low + high);
    const rise = 1 + tau * t;
    if ((H - t) * y * pow(rise, c) > harvest(ct, e, zeta * pow(rise, -(1 + c)))) low = t;
    else high = t;
  }
  return high;
}

/** Through the region: enters it where the plan takes just H. */
function through(zeta: f64, y: f64, tau: f64, H: f64, h: f64, last: f64): f64 {
  store<f64>(TO_GO, last);
  store<f64>(TO_TRAIN, 0);
  let k = 0;
  for (; k < PANELS; k++) {
    look(k, <f64>k + 1);
    store<f64>(TO_GO + ((<usize>(k + 1)) << 3), foundTime);
    store<f64>(TO_TRAIN + ((<usize>(k + 1)) << 3), foundTraining);
    if (lateness(y, tau, H) >= 0) break;
  }
  if (k == PANELS) return along(zeta, y, tau, H, h);
  let low: f64 = <f64>k;
  let high: f64 = <f64>k + 1;
  for (let i = 0; i < 60 && high - low > 1e-13 * high; i++) {
    const middle = 0.5 * (low + high);
    look(k, middle);
    if (lateness(y, tau, H) < 0) low = middle;
    else high = middle;
  }
  const entry = 1 / (ct + (c - ct) * shareAt(foundLambda));
  const approach = timeTo(entry, y, tau);
  const trained = zeta > entry ? min(h, approach) : 0;
  if (h <= approach) return trained / h;
  const unit = qualityAt(foundLambda) / growthAt(entry, y, tau);
  return (trained + unit * trainedInside(k, foundTraining, (H - h) / unit)) / h;
}

/** Trained from an entry with `training` to do until `left` is to go. */
function trainedInside(k: i32, training: f64, left: f64): f64 {
  if (left <= load<f64>(TO_GO)) return training;
  seek(k, left);
  return max(0, training - foundTraining);
}

/** A plan so long that it settles on the saddle: until it, along it, then through the whole region. */
function along(zeta: f64, y: f64, tau: f64, H: f64, h: f64): f64 {
  const approach = timeTo(saddle, y, tau);
  const arrived = growthAt(saddle, y, tau);
  // On the saddle 1/y falls linearly.
  const fall = c * e * saddle * saddleShare;
  if (fall * arrived * (H - approach) >= 1) return steady(zeta, y, tau, h);
  const whole = load<f64>(TO_GO + ((<usize>PANELS) << 3)) * qualityAt(<f64>PANELS);
  const stay = max(0, (H - approach - whole / arrived) / (1 - whole * fall));
  if (h <= approach + stay) return steady(zeta, y, tau, h);
  const trained = (zeta > saddle ? approach : 0) + saddleShare * stay;
  const unit = (1 / arrived - fall * stay) * qualityAt(<f64>PANELS);
  const training = load<f64>(TO_TRAIN + ((<usize>PANELS) << 3));
  return (trained + unit * trainedInside(PANELS - 1, training, (H - h) / unit)) / h;
}
