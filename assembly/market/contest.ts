// Contest θ (Tullock): the share of total revenue that each lab takes, Y_i^θ/ΣY_j^θ, or G(T̂_i)^θ/ΣG(T̂_j)^θ where
// customers look at quality. On output, θ = 1 is "paid for what you make"; θ → ∞ is winner takes all.
import { exp2v } from '../math/exp2';
import { log2v } from '../math/log2';
import {
  COLUMN_OUTPUT,
  COLUMN_QUALITY,
  COLUMN_SALES,
  COLUMN_STAGE_K,
  COLUMN_WEIGHT,
  CONTEST_QUALITY,
} from '../state/layout';
import { columnOf, paddedBytes } from '../state/memory';
import { sumColumn } from '../state/sum';

/** log2 of what a lab is judged by; −∞ for one without chips. */
// @ts-expect-error: decorator
@inline
function standing(g: i32, contest: i32, at: usize): v128 {
  if (contest != CONTEST_QUALITY) return log2v(v128.load(columnOf(COLUMN_OUTPUT, g) + at));
  const present = f64x2.gt(v128.load(columnOf(COLUMN_STAGE_K, g) + at), f64x2.splat(0));
  return v128.bitselect(v128.load(columnOf(COLUMN_QUALITY, g) + at), f64x2.splat(-Infinity), present);
}

/** Largest standing of a group. */
export function leading(g: i32, contest: i32): f64 {
  const bytes = paddedBytes(g);
  let top = f64x2.splat(-Infinity);
  let at: usize = 0;
  do {
    top = f64x2.pmax(top, standing(g, contest, at));
    at += 16;
  } while (at < bytes);
  return max(f64x2.extract_lane(top, 0), f64x2.extract_lane(top, 1));
}

/** Fills the group's weights relative to the leader's, so that no power leaves the range; returns their sum. */
export function weigh(g: i32, contest: i32, theta: f64, leader: f64): f64 {
  const power = f64x2.splat(theta);
  const first = f64x2.splat(leader);
  const weight = columnOf(COLUMN_WEIGHT, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    const own = standing(g, contest, at);
    // Who has nothing to show takes nothing, also at θ = 0, where 0·(−∞) is no number.
    const counts = f64x2.gt(own, f64x2.splat(-Infinity));
    v128.store(weight + at, v128.and(counts, exp2v(f64x2.mul(power, f64x2.sub(own, first)))));
    at += 16;
  } while (at < bytes);
  return sumColumn(weight, bytes);
}

/** Revenue of a group's labs: total revenue times their share of the weights. */
export function share(g: i32, revenue: f64, totalWeight: f64): void {
  const unit = f64x2.splat(revenue / totalWeight);
  const weight = columnOf(COLUMN_WEIGHT, g);
  const sales = columnOf(COLUMN_SALES, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(sales + at, f64x2.mul(unit, v128.load(weight + at)));
    at += 16;
  } while (at < bytes);
}
