// Plain Euler: one explicit step a tick, growth taken from the tick's start. For teaching, and for comparison with
// frameworks that only do this. It never locates a blow-up: past it, it just grows.
import { ladder, PowerLaw, Rungs, rungsOf } from '../market/ladder';
import { ONE, splat } from '../math/lanes';
import { log2vNormal } from '../math/log2';
import { powvQuick } from '../math/powQuick';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_SLOPE_K,
  COLUMN_SLOPE_T,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_DELTA,
  GROUP_RHO,
  GROUP_S,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { columnOf, economyInteger, groupVector, paddedBytes } from '../state/memory';
import { observedTotalT } from './coupling';
import { beginStep, postStart } from './dormandPrince';

/** The paper economy, and depreciation: K grows by h·(a·s·(1−q)·G(T̂) − δ) of itself, T by h·(b·q·K − ρ·T). */
export function eulerStep(economy: i32, h: f64): void {
  const totalT = observedTotalT(economy);
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    if (rungsOf(g) == 0) stepGroup<PowerLaw>(g, h, totalT);
    else stepGroup<Rungs>(g, h, totalT);
  }
}

/** A function each: with both in one loop, the code for ladders costs those without one a quarter more. */
function stepGroup<Quality>(g: i32, h: f64, totalT: f64): void {
  const one = splat(ONE);
  const step = f64x2.splat(h);
  const sigma = groupVector(g, GROUP_SIGMA);
  const own = f64x2.sub(one, sigma);
  const spill = f64x2.mul(sigma, f64x2.splat(totalT));
  const aw = f64x2.mul(groupVector(g, GROUP_A), groupVector(g, GROUP_W));
  const has = f64x2.mul(f64x2.mul(step, aw), groupVector(g, GROUP_S));
  const hb = f64x2.mul(step, groupVector(g, GROUP_B));
  const keptK = f64x2.sub(one, f64x2.mul(step, groupVector(g, GROUP_DELTA)));
  const keptT = f64x2.sub(one, f64x2.mul(step, groupVector(g, GROUP_RHO)));
  const c = groupVector(g, GROUP_C);
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const Q = columnOf(COLUMN_Q, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    const t0 = v128.load(T + at);
    const t1 = v128.load(T + at, 16);
    const effective0 = f64x2.add(f64x2.mul(own, t0), spill);
    const effective1 = f64x2.add(f64x2.mul(own, t1), spill);
    const p0 = quality<Quality>(g, at, effective0, c);
    const p1 = quality<Quality>(g, at + 16, effective1, c);
    const k0 = v128.load(K + at);
    const k1 = v128.load(K + at, 16);
    const q0 = v128.load(Q + at);
    const q1 = v128.load(Q + at, 16);
    const a0 = f64x2.mul(has, f64x2.sub(one, q0));
    const a1 = f64x2.mul(has, f64x2.sub(one, q1));
    v128.store(K + at, f64x2.mul(k0, f64x2.add(keptK, f64x2.mul(a0, p0))));
    v128.store(K + at, f64x2.mul(k1, f64x2.add(keptK, f64x2.mul(a1, p1))), 16);
    v128.store(T + at, f64x2.add(f64x2.mul(t0, keptT), f64x2.mul(f64x2.mul(hb, q0), k0)));
    v128.store(T + at, f64x2.add(f64x2.mul(t1, keptT), f64x2.mul(f64x2.mul(hb, q1), k1)), 16);
    at += 32;
  } while (at < bytes);
}

/** G(T̂) of two labs. */
// @ts-expect-error: decorator
@inline
function quality<Quality>(g: i32, at: usize, effective: v128, c: v128): v128 {
  return isFloat<Quality>() ? ladder(g, at, effective, log2vNormal(effective)) : powvQuick(effective, c);
}

/** The same with every mechanism: rates at the tick's start, kept for the whole tick. */
export function eulerGeneral(economy: i32, t: f64, h: f64): void {
  beginStep(economy, t);
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
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
