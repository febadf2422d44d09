// RE6: kick–drift–kick in (ln K, T) with 1, 2 and 3 substeps, extrapolated in the logs of K and T with weights
// 1/24, −16/15, 81/40. Sixth order, positive by construction. The kick is exact because a lab's growth rate
// d(ln K)/dt = a·s·(1−q)·T̂^c does not depend on its K; the drift is exact because dT/dt = b·q·K does not depend on T.
//
// Logs are in base 2. Inside a substep T̂^c is carried as P₀·2^(c·log2(T̂/T̂₀)): the argument stays near 0, so the
// only rounding that grows with |log2 T̂| is that of P₀, and P₀ comes from the accurate pow.
//
// A stage is a pass over a byte range of one group's columns. Without spillover the labs are independent, so a chunk
// goes through all stages while it is in the cache; with spillover each stage needs ΣT of the whole economy first.
// Both orders do the same arithmetic on each lab.
import { exp2v, exp2vFinite } from '../math/exp2';
import { log2vNormal } from '../math/log2';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_K_ERROR,
  COLUMN_K_GROWTH,
  COLUMN_K_SUM,
  COLUMN_POWER,
  COLUMN_Q,
  COLUMN_RATE,
  COLUMN_T,
  COLUMN_T_ERROR,
  COLUMN_T_STAGE,
  COLUMN_T_SUM,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_B,
  GROUP_C,
  GROUP_SIGMA,
} from '../state/layout';
import { columnOf, economyField, groupField, paddedBytes } from '../state/memory';
import { CHUNK, chunkEnd, closeChunk } from '../state/sum';

const LOG2_E: f64 = 1.4426950408889634;

/** Weights of the sequences with 1, 2 and 3 substeps in the order-6 value. */
const WEIGHT_1: f64 = 1.0 / 24.0;
const WEIGHT_2: f64 = -16.0 / 15.0;
const WEIGHT_3: f64 = 81.0 / 40.0;
/** The same minus the weights of the order-4 value (−1/3, 4/3, 0): the error estimate. */
const ERROR_1: f64 = WEIGHT_1 + 1.0 / 3.0;
const ERROR_2: f64 = WEIGHT_2 - 4.0 / 3.0;
const ERROR_3: f64 = WEIGHT_3;

/** Largest |order 6 − order 4| of any ln K or ln T; set by `step`. */
export let discrepancy: f64 = 0;

/** First half kick and first drift of a sequence with substep δ. Returns ΣT of the range. */
function begin(g: i32, from: usize, end: usize, delta: f64): f64 {
  const half = f64x2.splat(0.5 * delta);
  const train = f64x2.splat(groupField(g, GROUP_B) * delta);
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const Q = columnOf(COLUMN_Q, g);
  const power = columnOf(COLUMN_POWER, g);
  const rate = columnOf(COLUMN_RATE, g);
  const growth = columnOf(COLUMN_K_GROWTH, g);
  const stage = columnOf(COLUMN_T_STAGE, g);
  let total: f64 = 0;
  let at = from;
  do {
    const stop = chunkEnd(at, end);
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    do {
      const d0 = f64x2.mul(f64x2.mul(v128.load(rate + at), v128.load(power + at)), half);
      const d1 = f64x2.mul(f64x2.mul(v128.load(rate + at, 16), v128.load(power + at, 16)), half);
      const k0 = f64x2.mul(v128.load(K + at), exp2vFinite(d0));
      const k1 = f64x2.mul(v128.load(K + at, 16), exp2vFinite(d1));
      const t0 = f64x2.add(v128.load(T + at), f64x2.mul(f64x2.mul(train, v128.load(Q + at)), k0));
      const t1 = f64x2.add(v128.load(T + at, 16), f64x2.mul(f64x2.mul(train, v128.load(Q + at, 16)), k1));
      v128.store(growth + at, d0);
      v128.store(growth + at, d1, 16);
      v128.store(stage + at, t0);
      v128.store(stage + at, t1, 16);
      even = f64x2.add(even, t0);
      odd = f64x2.add(odd, t1);
      at += 32;
    } while (at < stop);
    total += closeChunk(even, odd);
  } while (at < end);
  return total;
}

/** A full kick (two half kicks that share one T) and a drift. Returns ΣT of the range. */
function middle(g: i32, from: usize, end: usize, delta: f64, totalT: f64): f64 {
  const sigma = groupField(g, GROUP_SIGMA);
  const own = f64x2.splat(1 - sigma);
  const spill = f64x2.splat(sigma * totalT);
  const full = f64x2.splat(delta);
  const train = f64x2.splat(groupField(g, GROUP_B) * delta);
  const c = f64x2.splat(groupField(g, GROUP_C));
  const K = columnOf(COLUMN_K, g);
  const Q = columnOf(COLUMN_Q, g);
  const power = columnOf(COLUMN_POWER, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const rate = columnOf(COLUMN_RATE, g);
  const growth = columnOf(COLUMN_K_GROWTH, g);
  const stage = columnOf(COLUMN_T_STAGE, g);
  let total: f64 = 0;
  let at = from;
  do {
    const stop = chunkEnd(at, end);
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    do {
      const r0 = log2vNormal(ratio(v128.load(stage + at), own, spill, v128.load(inverse + at)));
      const r1 = log2vNormal(ratio(v128.load(stage + at, 16), own, spill, v128.load(inverse + at, 16)));
      const p0 = f64x2.mul(v128.load(power + at), exp2vFinite(f64x2.mul(c, r0)));
      const p1 = f64x2.mul(v128.load(power + at, 16), exp2vFinite(f64x2.mul(c, r1)));
      const d0 = f64x2.add(v128.load(growth + at), f64x2.mul(f64x2.mul(v128.load(rate + at), p0), full));
      const d1 = f64x2.add(
        v128.load(growth + at, 16),
        f64x2.mul(f64x2.mul(v128.load(rate + at, 16), p1), full),
      );
      const k0 = f64x2.mul(v128.load(K + at), exp2vFinite(d0));
      const k1 = f64x2.mul(v128.load(K + at, 16), exp2vFinite(d1));
      const t0 = f64x2.add(v128.load(stage + at), f64x2.mul(f64x2.mul(train, v128.load(Q + at)), k0));
      const t1 = f64x2.add(v128.load(stage + at, 16), f64x2.mul(f64x2.mul(train, v128.load(Q + at, 16)), k1));
      v128.store(growth + at, d0);
      v128.store(growth + at, d1, 16);
      v128.store(stage + at, t0);
      v128.store(stage + at, t1, 16);
      even = f64x2.add(even, t0);
      odd = f64x2.add(odd, t1);
      at += 32;
    } while (at < stop);
    total += closeChunk(even, odd);
  } while (at < end);
  return total;
}

// @ts-expect-error: decorator
@inline
function ratio(t: v128, own: v128, spill: v128, inverse: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.mul(own, t), spill), inverse);
}

/** Last half kick of a sequence; adds the sequence's logs to the extrapolated sums with its weights. */
function close(
  g: i32,
  from: usize,
  end: usize,
  delta: f64,
  totalT: f64,
  weight: f64,
  error: f64,
  isFirst: bool,
): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const own = f64x2.splat(1 - sigma);
  const spill = f64x2.splat(sigma * totalT);
  const half = f64x2.splat(0.5 * delta);
  const w = f64x2.splat(weight);
  const e = f64x2.splat(error);
  const c = f64x2.splat(groupField(g, GROUP_C));
  const T = columnOf(COLUMN_T, g);
  const power = columnOf(COLUMN_POWER, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const rate = columnOf(COLUMN_RATE, g);
  const growth = columnOf(COLUMN_K_GROWTH, g);
  const stage = columnOf(COLUMN_T_STAGE, g);
  const sumK = columnOf(COLUMN_K_SUM, g);
  const sumT = columnOf(COLUMN_T_SUM, g);
  const errorK = columnOf(COLUMN_K_ERROR, g);
  const errorT = columnOf(COLUMN_T_ERROR, g);
  // The first sequence starts the sums from zero, whatever an earlier substep left there.
  const keep = i64x2.splat(isFirst ? 0 : -1);
  let at = from;
  do {
    const t0 = v128.load(stage + at);
    const t1 = v128.load(stage + at, 16);
    const r0 = log2vNormal(ratio(t0, own, spill, v128.load(inverse + at)));
    const r1 = log2vNormal(ratio(t1, own, spill, v128.load(inverse + at, 16)));
    const p0 = f64x2.mul(v128.load(power + at), exp2vFinite(f64x2.mul(c, r0)));
    const p1 = f64x2.mul(v128.load(power + at, 16), exp2vFinite(f64x2.mul(c, r1)));
    const d0 = f64x2.add(v128.load(growth + at), f64x2.mul(f64x2.mul(v128.load(rate + at), p0), half));
    const d1 = f64x2.add(
      v128.load(growth + at, 16),
      f64x2.mul(f64x2.mul(v128.load(rate + at, 16), p1), half),
    );
    accumulate(sumK + at, keep, f64x2.mul(w, d0));
    accumulate(sumK + at + 16, keep, f64x2.mul(w, d1));
    accumulate(errorK + at, keep, f64x2.mul(e, d0));
    accumulate(errorK + at + 16, keep, f64x2.mul(e, d1));
    // Without spillover T̂ is T, and its logarithm is at hand.
    const g0 = sigma == 0 ? r0 : log2vNormal(f64x2.div(t0, v128.load(T + at)));
    const g1 = sigma == 0 ? r1 : log2vNormal(f64x2.div(t1, v128.load(T + at, 16)));
    accumulate(sumT + at, keep, f64x2.mul(w, g0));
    accumulate(sumT + at + 16, keep, f64x2.mul(w, g1));
    accumulate(errorT + at, keep, f64x2.mul(e, g0));
    accumulate(errorT + at + 16, keep, f64x2.mul(e, g1));
    at += 32;
  } while (at < end);
}

// @ts-expect-error: decorator
@inline
function accumulate(at: usize, keep: v128, value: v128): void {
  v128.store(at, f64x2.add(v128.and(keep, v128.load(at)), value));
}

/** Applies the extrapolated growth; returns the largest error estimate of the range, in ln. */
function finish(g: i32, from: usize, end: usize): f64 {
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const sumK = columnOf(COLUMN_K_SUM, g);
  const sumT = columnOf(COLUMN_T_SUM, g);
  const errorK = columnOf(COLUMN_K_ERROR, g);
  const errorT = columnOf(COLUMN_T_ERROR, g);
  let worst = f64x2.splat(0);
  let at = from;
  do {
    const k0 = exp2v(v128.load(sumK + at));
    const k1 = exp2v(v128.load(sumK + at, 16));
    const t0 = exp2v(v128.load(sumT + at));
    const t1 = exp2v(v128.load(sumT + at, 16));
    v128.store(K + at, f64x2.mul(v128.load(K + at), k0));
    v128.store(K + at, f64x2.mul(v128.load(K + at, 16), k1), 16);
    v128.store(T + at, f64x2.mul(v128.load(T + at), t0));
    v128.store(T + at, f64x2.mul(v128.load(T + at, 16), t1), 16);
    const errors = f64x2.pmax(f64x2.abs(v128.load(errorK + at)), f64x2.abs(v128.load(errorK + at, 16)));
    worst = f64x2.pmax(worst, errors);
    worst = f64x2.pmax(worst, f64x2.abs(v128.load(errorT + at)));
    worst = f64x2.pmax(worst, f64x2.abs(v128.load(errorT + at, 16)));
    at += 32;
  } while (at < end);
  return max(f64x2.extract_lane(worst, 0), f64x2.extract_lane(worst, 1)) / LOG2_E;
}

/** One substep of length dt, after `prepare`. */
export function step(economy: i32, dt: f64, coupled: bool): void {
  discrepancy = 0;
  if (coupled) stepCoupled(economy, dt);
  else stepAlone(economy, dt);
}

function stepAlone(economy: i32, dt: f64): void {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  const d2 = dt / 2;
  const d3 = dt / 3;
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    let from: usize = 0;
    do {
      const end = min(from + CHUNK, bytes);
      begin(g, from, end, dt);
      close(g, from, end, dt, 0, WEIGHT_1, ERROR_1, true);
      begin(g, from, end, d2);
      middle(g, from, end, d2, 0);
      close(g, from, end, d2, 0, WEIGHT_2, ERROR_2, false);
      begin(g, from, end, d3);
      middle(g, from, end, d3, 0);
      middle(g, from, end, d3, 0);
      close(g, from, end, d3, 0, WEIGHT_3, ERROR_3, false);
      discrepancy = max(discrepancy, finish(g, from, end));
      from = end;
    } while (from < bytes);
  }
}

function stepCoupled(economy: i32, dt: f64): void {
  sequence(economy, dt, 1, WEIGHT_1, ERROR_1);
  sequence(economy, dt / 2, 2, WEIGHT_2, ERROR_2);
  sequence(economy, dt / 3, 3, WEIGHT_3, ERROR_3);
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) discrepancy = max(discrepancy, finish(g, 0, paddedBytes(g)));
}

/** n Strang substeps of length δ over the whole economy. */
function sequence(economy: i32, delta: f64, n: i32, weight: f64, error: f64): void {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  let total: f64 = 0;
  for (let g = first; g < last; g++) total += begin(g, 0, paddedBytes(g), delta);
  for (let i = 1; i < n; i++) {
    let next: f64 = 0;
    for (let g = first; g < last; g++) next += middle(g, 0, paddedBytes(g), delta, total);
    total = next;
  }
  for (let g = first; g < last; g++) close(g, 0, paddedBytes(g), delta, total, weight, error, n == 1);
}
