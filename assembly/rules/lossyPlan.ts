// The optimal plan's control where chips or training wear out, averaged over one tick. With losses the singular curve is
// bcK = T·(y + g), y = a·T^c, g = (1+c)ρ − δ; on it q = c(y² + 2gy + g(ρ−δ))/((y+g)((1+2c)y+g)); and a plan serves to the
// end once (1 − e^(−cρ·t_go))/ρ ≤ T/(bK) (Pontryagin; without losses these are the curve, share and rule of optimalPlan.ts).
// Where the curve is met has no closed form, so the lab's own predicted path is walked in short steps.
import { exp } from '../math/exp';
import { pow } from '../math/pow';
import { GROUP_A, GROUP_B, GROUP_DELTA, GROUP_RHO, GROUP_SIGMA, GROUP_W } from '../state/layout';
import { groupField } from '../state/memory';
import { C_HAT, count, group, h, K, Q, S, T, totalT } from './frame';

/** Steps of the walk. Crossings are interpolated, so the averaged share is off by some (h/STEPS)² of the rates. */
const STEPS: i32 = 16;
/** This near to the curve, relatively, a lab is on it. */
const ON_CURVE: f64 = 1e-9;

/** Writes q for every lab of the group; horizon as in `planAverage`. */
export function lossyPlanAverage(horizon: f64): void {
  const sigma = groupField(group, GROUP_SIGMA);
  const a = groupField(group, GROUP_A) * groupField(group, GROUP_W);
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 3;
    const t = load<f64>(T + at);
    const c = load<f64>(C_HAT + at);
    const effective = (1 - sigma) * t + sigma * totalT;
    const y = a * load<f64>(S + at) * pow(effective, c);
    store<f64>(Q + at, averaged(load<f64>(K + at), t, y, c, horizon));
  }
}

/** Relative distance from the curve: above 0 where training is abundant. */
// @ts-expect-error: decorator
@inline
function distance(chips: f64, t: f64, y: f64, g: f64, c: f64): f64 {
  return (t * (y + g)) / (c * chips) - 1;
}

/** How much longer than T/(bK) the marginal year of training still pays; not above 0: serve to the end. */
function worth(left: f64, chips: f64, t: f64, c: f64, rho: f64): f64 {
  if (left <= 0) return -1;
  if (left == Infinity && rho == 0) return Infinity;
  const pays = rho == 0 ? c * left : (1 - exp(-c * rho * left)) / rho;
  return pays - t / chips;
}

/** Share on the curve; beyond where it exists (y + g ≤ 0: training wears out too fast to be had) all chips train. */
function curveShare(y: f64, g: f64, c: f64, delta: f64, rho: f64): f64 {
  if (!(y + g > 0) || !((1 + 2 * c) * y + g > 0)) return 1;
  const q = (c * (y * y + 2 * g * y + g * (rho - delta))) / ((y + g) * ((1 + 2 * c) * y + g));
  return min(1, max(0, q));
}

/** y: growth rate of K with q = 0 and no losses, at T = t. */
function averaged(k: f64, t: f64, y: f64, c: f64, horizon: f64): f64 {
  const b = groupField(group, GROUP_B);
  const delta = groupField(group, GROUP_DELTA);
  const rho = groupField(group, GROUP_RHO);
  const g = (1 + c) * rho - delta;
  const dt = h / <f64>STEPS;
  let chips = b * k;
  let off = distance(chips, t, y, g, c);
  let isOnCurve = abs(off) <= ON_CURVE;
  let value = worth(horizon, chips, t, c, rho);
  let trained: f64 = 0;
  for (let i = 0; i < STEPS; i++) {
    if (!(value > 0)) break;
    const q = isOnCurve ? curveShare(y, g, c, delta, rho) : off < 0 ? 1 : 0;
    // Midpoint step of ln K and ln T; y follows T.
    const midChips = chips * exp(0.5 * dt * ((1 - q) * y - delta));
    const midT = t * exp(0.5 * dt * ((q * chips) / t - rho));
    const midY = y * pow(midT / t, c);
    const nextT = t * exp(dt * ((q * midChips) / midT - rho));
    chips *= exp(dt * ((1 - q) * midY - delta));
    y *= pow(nextT / t, c);
    t = nextT;
    // The path blows up within the tick: what is done just before is done for the rest of it.
    if (!isFinite(chips * y) || !isFinite(t)) {
      trained += q * dt * <f64>(STEPS - i);
      break;
    }
    const nextOff = distance(chips, t, y, g, c);
    const nextValue = worth(horizon - <f64>(i + 1) * dt, chips, t, c, rho);
    if (!(nextValue > 0)) {
      trained += value == Infinity ? 0 : q * dt * (value / (value - nextValue));
      break;
    }
    if (!isOnCurve && nextOff > 0 != off > 0) {
      const before = off / (off - nextOff);
      trained += dt * (q * before + curveShare(y, g, c, delta, rho) * (1 - before));
      isOnCurve = true;
    } else trained += q * dt;
    off = nextOff;
    value = nextValue;
  }
  return trained / h;
}
