// The plan of contestMotion.ts, averaged over one tick. With a horizon, p(0) is where a lab that follows the motion has p = 0
// at its end: too high, p runs away; too low, it falls through 0 before. It is found by bisection. Without a horizon the path
// is that into a saddle (contestSaddle.ts), which with losses, when it moves, is found by bisection too.
import { delta, e, fastest, g, meanShare, p, rho, setState, step, tau } from './contestMotion';
import { saddleAverage, saddleWorth } from './contestSaddle';

/** Steps after which a path that has neither run away nor fallen to 0 is the saddle's. */
const LONGEST: i32 = 4000;
/** p·e·g over τ + g from which on p runs away: a year of training that pays back in a ten-thousandth of the time it takes. */
const RUNAWAY: f64 = 1e4;
/** p(0) below which nobody trains within a tick. */
const WORTHLESS: f64 = 1e-3;
/** Relative width at which p(0) is known. */
const KNOWN: f64 = 1e-11;
/** How often the fastest rate of the motion may multiply an error in p(0) by e before it shows. */
const TRUSTED: f64 = 14;

/** Is a path from p = worth too high: does p not fall to 0 before the horizon? */
function isTooHigh(growth: f64, training: f64, worth: f64, H: f64): bool {
  setState(growth, training, worth);
  let left = H;
  for (let i = 0; i < LONGEST && left > 0; i++) {
    if (p <= 0) return false;
    if (!(e * g * p < RUNAWAY * (tau + g))) return true;
    const dt = step(left, 1);
    left = dt < left ? left - dt : 0;
  }
  return p > 0;
}

/** (1/h)·∫₀^h q of the plan for the next H (+∞: for ever) from growth g and training rate τ. */
export function contestAverage(growth: f64, training: f64, H: f64, h: f64): f64 {
  const isLossless = delta == 0 && rho == 0;
  if (isLossless && H == Infinity) return saddleAverage(growth, training, h);
  let low = WORTHLESS;
  let high = (RUNAWAY * (training + growth)) / (e * growth);
  if (isLossless) {
    // A year of training is worth most to a lab without an end, and as much to one whose end is far away.
    high = saddleWorth(growth, training);
    const near = high * (1 - 1e-9);
    if (near > low && !isTooHigh(growth, training, near, H)) return saddleAverage(growth, training, h);
  }
  while (high > low * (1 + KNOWN)) {
    const middle = sqrt(low) * sqrt(high);
    if (!(middle > low && middle < high)) break;
    if (isTooHigh(growth, training, middle, H)) high = middle;
    else low = middle;
  }
  return followed(growth, training, low, min(h, H)) / h;
}

/** ∫q dt along the path from p = worth up to the time `end`. */
function followed(growth: f64, training: f64, worth: f64, end: f64): f64 {
  setState(growth, training, worth);
  let t: f64 = 0;
  let multiplied: f64 = 0;
  let trained: f64 = 0;
  while (t < end && p > 0 && multiplied < TRUSTED) {
    const dt = step(end - t, 1);
    t = dt < end - t ? t + dt : end;
    multiplied += fastest * dt;
    trained += meanShare * dt;
  }
  // What is left of a tick so long that no path can be followed through it.
  return t < end && p > 0 ? trained + meanShare * (end - t) : trained;
}
