// How labs grew in the last tick, for rules that learn from it: ln(K/K_before)/h and the same of T; and by which splits.
import { logv } from '../math/log';
import {
  COLUMN_GROWTH_K,
  COLUMN_GROWTH_T,
  COLUMN_K,
  COLUMN_LAST_K,
  COLUMN_LAST_Q,
  COLUMN_LAST_T,
  COLUMN_Q,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
} from '../state/layout';
import { columnOf, economyInteger, paddedBytes } from '../state/memory';

/** Takes K and T as the start of the first tick. */
export function startGrowth(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    memory.copy(columnOf(COLUMN_LAST_K, g), columnOf(COLUMN_K, g), paddedBytes(g));
    memory.copy(columnOf(COLUMN_LAST_T, g), columnOf(COLUMN_T, g), paddedBytes(g));
  }
}

/** At a tick's end: growth over its length h, and a copy of its splits that no decision of the next tick writes. */
export function observeGrowth(economy: i32, h: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    compare(
      columnOf(COLUMN_K, g),
      columnOf(COLUMN_LAST_K, g),
      columnOf(COLUMN_GROWTH_K, g),
      paddedBytes(g),
      h,
    );
    compare(
      columnOf(COLUMN_T, g),
      columnOf(COLUMN_LAST_T, g),
      columnOf(COLUMN_GROWTH_T, g),
      paddedBytes(g),
      h,
    );
    memory.copy(columnOf(COLUMN_LAST_Q, g), columnOf(COLUMN_Q, g), paddedBytes(g));
  }
}

function compare(now: usize, before: usize, growth: usize, bytes: usize, h: f64): void {
  const length = f64x2.splat(h);
  let at: usize = 0;
  do {
    const x = v128.load(now + at);
    const y = v128.load(before + at);
    // Labs without chips (padding) do not grow: 0/0 is not a rate.
    const present = f64x2.gt(y, f64x2.splat(0));
    v128.store(growth + at, v128.and(present, f64x2.div(logv(f64x2.div(x, y)), length)));
    v128.store(before + at, x);
    at += 16;
  } while (at < bytes);
}
