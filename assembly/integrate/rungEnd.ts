// When a lab on a technique ladder reaches the end of its rung. There G has a kink, at which a substep of RE6 would fall to
// second order; so a substep ends where a rung does, and inside it each lab has one slope.
import { presentSlopes, rungsOf, waysToEnd } from '../market/ladder';
import { exp2v } from '../math/exp2';
import { log2v } from '../math/log2';
import {
  COLUMN_INVERSE,
  COLUMN_RATE,
  COLUMN_TRAINING,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_SIGMA,
} from '../state/layout';
import { columnOf, economyInteger, groupField, paddedBytes } from '../state/memory';
import { trainingSpeed } from './coupling';

const LN_2: f64 = 0.6931471805599453;
/** Below this (e^y − 1)/y is taken as 1. */
const SMALL: f64 = 1e-7;
/** log2 of more than T̂ grows by in a substep (`LONGEST`, 12 %): a rung that ends further on is out of reach. */
const REACH: f64 = 0.2;
/** The same for T̂ itself: for a lab beyond it the estimate need not be good. */
const NEAR: f64 = 0.15;

/** Least time until a lab of an economy reaches the end of its rung, after `prepare`; +∞ if none is on a ladder. */
export function timeToAnyEnd(economy: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let least: f64 = Infinity;
  for (let g = first; g < last; g++) {
    if (rungsOf(g) != 0) least = min(least, timeToEnd(g, 0, paddedBytes(g), trainingSpeed(economy)));
  }
  return least;
}

/**
 * The same over a byte range of one group; speed: of ΣT, where the economy is coupled. T̂ grows by x over a time τ with
 * x = (u/g)·(e^(gτ) − 1) while K grows at rate g and T̂ at first at u; that g itself rises by a share of c·ln(1 + x)/3, in the
 * mean that counts here, leaves an error of fourth order in the substep: some 1e-7 of T̂, so 1e-13 of K, for each rung.
 * +∞ where no end is within reach of a substep, as nearly always.
 */
export function timeToEnd(g: i32, from: usize, end: usize, speed: f64): f64 {
  const ways = waysToEnd(g);
  if (nearest(ways, from, end) > REACH) return Infinity;
  const sigma = groupField(g, GROUP_SIGMA);
  const own = f64x2.splat(1 - sigma);
  const spill = f64x2.splat(sigma * speed);
  const one = f64x2.splat(1);
  const ln2 = f64x2.splat(LN_2);
  const small = f64x2.splat(SMALL);
  const near = f64x2.splat(NEAR);
  const third = f64x2.splat(1.0 / 3.0);
  const training = columnOf(COLUMN_TRAINING, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const rate = columnOf(COLUMN_RATE, g);
  const slopes = presentSlopes(g);
  let least = f64x2.splat(Infinity);
  let at = from;
  do {
    const x = f64x2.sub(exp2v(v128.load(ways + at)), one);
    const trained = f64x2.add(f64x2.mul(own, v128.load(training + at)), spill);
    const time = f64x2.div(x, f64x2.mul(trained, v128.load(inverse + at)));
    const rise = f64x2.mul(third, f64x2.mul(v128.load(slopes + at), f64x2.pmin(x, near)));
    const growth = f64x2.mul(f64x2.mul(ln2, v128.load(rate + at)), f64x2.add(one, rise));
    const y = f64x2.mul(growth, time);
    const grown = f64x2.div(f64x2.mul(ln2, log2v(f64x2.add(one, y))), growth);
    least = f64x2.pmin(least, v128.bitselect(grown, time, f64x2.gt(y, small)));
    at += 16;
  } while (at < end);
  return min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}

function nearest(ways: usize, from: usize, end: usize): f64 {
  let least = f64x2.splat(Infinity);
  for (let at = from; at < end; at += 16) least = f64x2.pmin(least, v128.load(ways + at));
  return min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}
