// Plain Euler: one explicit step a tick, growth taken from the tick's start. For teaching, and for comparison with
// frameworks that only do this. It never locates a blow-up: past it, it just grows.
import { powv } from '../math/pow';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_SIGMA,
} from '../state/layout';
import { columnOf, economyField, groupField, paddedBytes } from '../state/memory';
import { isCoupled, totalOf } from './re6';

export function eulerStep(economy: i32, h: f64): void {
  const totalT = isCoupled(economy) ? totalOf(economy, COLUMN_T) : 0;
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  const one = f64x2.splat(1);
  for (let g = first; g < last; g++) {
    const sigma = groupField(g, GROUP_SIGMA);
    const own = f64x2.splat(1 - sigma);
    const spill = f64x2.splat(sigma * totalT);
    const ha = f64x2.splat(h * groupField(g, GROUP_A));
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
