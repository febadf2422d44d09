// Plain Euler: one explicit step a tick, growth taken from the tick's start. For teaching, and for comparison with
// frameworks that only do this. It never locates a blow-up: past it, it just grows.
import { powv } from '../math/pow';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_SLOPE_K,
  COLUMN_SLOPE_T,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { columnOf, economyField, groupField, paddedBytes } from '../state/memory';
import { isCoupled, totalOf } from './coupling';
import { beginStep, postStart } from './dormandPrince';

export function eulerStep(economy: i32, h: f64): void {
  const totalT = isCoupled(economy) ? totalOf(economy, COLUMN_T) : 0;
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  const one = f64x2.splat(1);
  for (let g = first; g < last; g++) {
    const sigma = groupField(g, GROUP_SIGMA);
    const own = f64x2.splat(1 - sigma);
    const spill = f64x2.splat(sigma * totalT);
    const ha = f64x2.splat(h * (groupField(g, GROUP_A) * groupField(g, GROUP_W)));
    const hb = f64x2.splat(h * groupField(g, GROUP_B));
    const c = f64x2.splat(groupField(g, GROUP_C));
    const K = columnOf(COLUMN_K, g);
    const T = columnOf(COLUMN_T, g);
    const Q = columnOf(COLUMN_Q, g);
    const S = columnOf(COLUMN_S, g);
    const bytes = paddedBytes(g);
    let at: usize = 0;
    do {
      const k = v128.load(K + at);
      const t = v128.load(T + at);
      const q = v128.load(Q + at);
      const power = powv(f64x2.add(f64x2.mul(own, t), spill), c);
      const output = f64x2.mul(f64x2.mul(f64x2.sub(one, q), k), power);
      v128.store(K + at, f64x2.add(k, f64x2.mul(f64x2.mul(ha, v128.load(S + at)), output)));
      v128.store(T + at, f64x2.add(t, f64x2.mul(hb, f64x2.mul(q, k))));
      at += 16;
    } while (at < bytes);
  }
}

/** The same with every mechanism: rates at the tick's start, kept for the whole tick. */
export function eulerGeneral(economy: i32, t: f64, h: f64): void {
  beginStep(economy, t);
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    grow(columnOf(COLUMN_K, g), columnOf(COLUMN_SLOPE_K, g), paddedBytes(g), h);
    grow(columnOf(COLUMN_T, g), columnOf(COLUMN_SLOPE_T, g), paddedBytes(g), h);
  }
  postStart(economy, h);
}

/** stock ← stock·(1 + h·slope). */
function grow(stock: usize, slope: usize, bytes: usize, h: f64): void {
  const length = f64x2.splat(h);
  const one = f64x2.splat(1);
  let at: usize = 0;
  do {
    const factor = f64x2.add(one, f64x2.mul(length, v128.load(slope + at)));
    v128.store(stock + at, f64x2.mul(v128.load(stock + at), factor));
    at += 16;
  } while (at < bytes);
}
