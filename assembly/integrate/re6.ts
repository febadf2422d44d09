// RE6: kick–drift–kick in (ln K, T) with 1, 2 and 3 substeps, extrapolated in ln K and T with weights 1/24, −16/15,
// 81/40. Sixth order. The kick is exact because a lab's growth rate d(ln K)/dt = a·s·(1−q)·T̂^c does not depend on its K;
// the drift is exact because dT/dt = b·q·K does not depend on T.
//
// All three sequences run side by side, in four passes over the labs:
//
//     pass      1 substep                2 substeps              3 substeps
//     first     half kick, drift         half kick, drift        half kick, drift
//     second    half kick                kick, drift             kick, drift
//     third                              half kick               kick, drift
//     fourth                                                     half kick; all three extrapolated
//
// Inside a substep everything is carried as growth since its start: D = log2 of K's, X = T's. A substep is so short
// (`LONGEST`) that T̂ grows by u ≤ 0.12 and K by D ≤ 0.3 in it, so T̂^c is its value at the start times a short series in u,
// and 2^D a short one in D; what they round matters only as a share of the growth itself.
//
// Without spillover the labs are independent, so a chunk goes through all passes while it is in the cache; with
// spillover each pass needs the sum of X over the whole economy first. Both orders do the same arithmetic on each lab.
import { exp2vNear } from '../math/exp2Near';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_K_GROWTH,
  COLUMN_RATE,
  COLUMN_T,
  COLUMN_T_GROWTH,
  COLUMN_TRAINING,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_SIGMA,
} from '../state/layout';
import { columnOf, economyField, groupField, paddedBytes } from '../state/memory';
import { CHUNK, chunkEnd, closeChunk } from '../state/sum';
import { powerOfGrowth, seriesOf } from './powerSeries';

/** Longest substep, as a share of the time the fastest-growing stock takes to grow e-fold: then T̂ grows by at most 12 % in it. */
export const LONGEST: f64 = 0.1;

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

/** ΣX of the sequences with 1, 2 and 3 substeps after the last pass. */
let total1: f64 = 0;
let total2: f64 = 0;
let total3: f64 = 0;

/** (T̂/T̂₀)^c where the lab itself has trained x since the substep's start. */
// @ts-expect-error: decorator
@inline
function power(x: v128, own: v128, spill: v128, inverse: v128, series: usize): v128 {
  return powerOfGrowth(f64x2.mul(f64x2.add(f64x2.mul(own, x), spill), inverse), series);
}

/** Half a kick and a drift from the start: growth is the same constant for all three, so one exponential serves them. */
function firstPass(g: i32, from: usize, end: usize, dt: f64): void {
  const twelfth = f64x2.splat(dt / 12);
  const whole = f64x2.splat(dt);
  const half = f64x2.splat(dt / 2);
  const third = f64x2.splat(dt / 3);
  const rate = columnOf(COLUMN_RATE, g);
  const training = columnOf(COLUMN_TRAINING, g);
  const X1 = columnOf(COLUMN_T_GROWTH, g);
  const X2 = columnOf(COLUMN_T_GROWTH + 1, g);
  const X3 = columnOf(COLUMN_T_GROWTH + 2, g);
  let at = from;
  do {
    const stop = chunkEnd(at, end);
    let even1 = f64x2.splat(0);
    let even2 = even1;
    let even3 = even1;
    let odd1 = even1;
    let odd2 = even1;
    let odd3 = even1;
    do {
      const y = exp2vNear(f64x2.mul(v128.load(rate + at), twelfth));
      const z = exp2vNear(f64x2.mul(v128.load(rate + at, 16), twelfth));
      const trainY = v128.load(training + at);
      const trainZ = v128.load(training + at, 16);
      const y2 = f64x2.mul(y, y);
      const z2 = f64x2.mul(z, z);
      const y3 = f64x2.mul(y2, y);
      const z3 = f64x2.mul(z2, z);
      const y6 = f64x2.mul(y3, y3);
      const z6 = f64x2.mul(z3, z3);
      const e1 = f64x2.mul(f64x2.mul(trainY, whole), y6);
      const o1 = f64x2.mul(f64x2.mul(trainZ, whole), z6);
      const e2 = f64x2.mul(f64x2.mul(trainY, half), y3);
      const o2 = f64x2.mul(f64x2.mul(trainZ, half), z3);
      const e3 = f64x2.mul(f64x2.mul(trainY, third), y2);
      const o3 = f64x2.mul(f64x2.mul(trainZ, third), z2);
      v128.store(X1 + at, e1);
      v128.store(X1 + at, o1, 16);
      v128.store(X2 + at, e2);
      v128.store(X2 + at, o2, 16);
      v128.store(X3 + at, e3);
      v128.store(X3 + at, o3, 16);
      even1 = f64x2.add(even1, e1);
      odd1 = f64x2.add(odd1, o1);
      even2 = f64x2.add(even2, e2);
      odd2 = f64x2.add(odd2, o2);
      even3 = f64x2.add(even3, e3);
      odd3 = f64x2.add(odd3, o3);
      at += 32;
    } while (at < stop);
    total1 += closeChunk(even1, odd1);
    total2 += closeChunk(even2, odd2);
    total3 += closeChunk(even3, odd3);
  } while (at < end);
}

/** Closes the single substep; the middle of two; the first middle of three. `s1`, `s2`, `s3`: ΣX after the first pass. */
function secondPass(g: i32, from: usize, end: usize, dt: f64, s1: f64, s2: f64, s3: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const series = seriesOf(g);
  const own = f64x2.splat(1 - sigma);
  const spill1 = f64x2.splat(sigma * s1);
  const spill2 = f64x2.splat(sigma * s2);
  const spill3 = f64x2.splat(sigma * s3);
  const half = f64x2.splat(dt / 2);
  const third = f64x2.splat(dt / 3);
  const quarter = f64x2.splat(dt / 4);
  const sixth = f64x2.splat(dt / 6);
  const one = f64x2.splat(1);
  const rate = columnOf(COLUMN_RATE, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const training = columnOf(COLUMN_TRAINING, g);
  const X1 = columnOf(COLUMN_T_GROWTH, g);
  const X2 = columnOf(COLUMN_T_GROWTH + 1, g);
  const X3 = columnOf(COLUMN_T_GROWTH + 2, g);
  const D1 = columnOf(COLUMN_K_GROWTH, g);
  const D2 = columnOf(COLUMN_K_GROWTH + 1, g);
  const D3 = columnOf(COLUMN_K_GROWTH + 2, g);
  let at = from;
  do {
    const stop = chunkEnd(at, end);
    let even2 = f64x2.splat(0);
    let even3 = even2;
    let odd2 = even2;
    let odd3 = even2;
    do {
      const r = v128.load(rate + at);
      const inv = v128.load(inverse + at);
      const train = v128.load(training + at);
      const x2 = v128.load(X2 + at);
      const x3 = v128.load(X3 + at);
      const p1 = power(v128.load(X1 + at), own, spill1, inv, series);
      const p2 = power(x2, own, spill2, inv, series);
      const p3 = power(x3, own, spill3, inv, series);
      const d1 = f64x2.mul(f64x2.mul(r, half), f64x2.add(one, p1));
      const d2 = f64x2.add(f64x2.mul(r, quarter), f64x2.mul(f64x2.mul(r, half), p2));
      const d3 = f64x2.add(f64x2.mul(r, sixth), f64x2.mul(f64x2.mul(r, third), p3));
      const e2 = f64x2.add(x2, f64x2.mul(f64x2.mul(train, half), exp2vNear(d2)));
      const e3 = f64x2.add(x3, f64x2.mul(f64x2.mul(train, third), exp2vNear(d3)));
      v128.store(D1 + at, d1);
      v128.store(D2 + at, d2);
      v128.store(D3 + at, d3);
      v128.store(X2 + at, e2);
      v128.store(X3 + at, e3);
      // The accumulators change places each turn: labs 0 and 1 of every four go to one, 2 and 3 to the other.
      const next2 = f64x2.add(even2, e2);
      const next3 = f64x2.add(even3, e3);
      even2 = odd2;
      even3 = odd3;
      odd2 = next2;
      odd3 = next3;
      at += 16;
    } while (at < stop);
    total2 += closeChunk(even2, odd2);
    total3 += closeChunk(even3, odd3);
  } while (at < end);
}

/** Closes the two substeps; the second middle of three. */
function thirdPass(g: i32, from: usize, end: usize, dt: f64, s2: f64, s3: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const series = seriesOf(g);
  const own = f64x2.splat(1 - sigma);
  const spill2 = f64x2.splat(sigma * s2);
  const spill3 = f64x2.splat(sigma * s3);
  const third = f64x2.splat(dt / 3);
  const quarter = f64x2.splat(dt / 4);
  const rate = columnOf(COLUMN_RATE, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const training = columnOf(COLUMN_TRAINING, g);
  const X2 = columnOf(COLUMN_T_GROWTH + 1, g);
  const X3 = columnOf(COLUMN_T_GROWTH + 2, g);
  const D2 = columnOf(COLUMN_K_GROWTH + 1, g);
  const D3 = columnOf(COLUMN_K_GROWTH + 2, g);
  let at = from;
  do {
    const stop = chunkEnd(at, end);
    let even3 = f64x2.splat(0);
    let odd3 = even3;
    do {
      const r = v128.load(rate + at);
      const inv = v128.load(inverse + at);
      const x3 = v128.load(X3 + at);
      const p2 = power(v128.load(X2 + at), own, spill2, inv, series);
      const p3 = power(x3, own, spill3, inv, series);
      const d3 = f64x2.add(v128.load(D3 + at), f64x2.mul(f64x2.mul(r, third), p3));
      const e3 = f64x2.add(x3, f64x2.mul(f64x2.mul(v128.load(training + at), third), exp2vNear(d3)));
      v128.store(D2 + at, f64x2.add(v128.load(D2 + at), f64x2.mul(f64x2.mul(r, quarter), p2)));
      v128.store(D3 + at, d3);
      v128.store(X3 + at, e3);
      const next3 = f64x2.add(even3, e3);
      even3 = odd3;
      odd3 = next3;
      at += 16;
    } while (at < stop);
    total3 += closeChunk(even3, odd3);
  } while (at < end);
}

/** Closes the three substeps, extrapolates and applies the growth; raises `discrepancy` to the range's largest. */
function fourthPass(g: i32, from: usize, end: usize, dt: f64, s3: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const series = seriesOf(g);
  const own = f64x2.splat(1 - sigma);
  const spill3 = f64x2.splat(sigma * s3);
  const sixth = f64x2.splat(dt / 6);
  const w1 = f64x2.splat(WEIGHT_1);
  const w2 = f64x2.splat(WEIGHT_2);
  const w3 = f64x2.splat(WEIGHT_3);
  const v1 = f64x2.splat(ERROR_1);
  const v2 = f64x2.splat(ERROR_2);
  const v3 = f64x2.splat(ERROR_3);
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const rate = columnOf(COLUMN_RATE, g);
  const inverse = columnOf(COLUMN_INVERSE, g);
  const X1 = columnOf(COLUMN_T_GROWTH, g);
  const X2 = columnOf(COLUMN_T_GROWTH + 1, g);
  const X3 = columnOf(COLUMN_T_GROWTH + 2, g);
  const D1 = columnOf(COLUMN_K_GROWTH, g);
  const D2 = columnOf(COLUMN_K_GROWTH + 1, g);
  const D3 = columnOf(COLUMN_K_GROWTH + 2, g);
  let worstK = f64x2.splat(0);
  let worstT = worstK;
  let at = from;
  do {
    const x1 = v128.load(X1 + at);
    const x2 = v128.load(X2 + at);
    const x3 = v128.load(X3 + at);
    const p3 = power(x3, own, spill3, v128.load(inverse + at), series);
    const d1 = v128.load(D1 + at);
    const d2 = v128.load(D2 + at);
    const d3 = f64x2.add(v128.load(D3 + at), f64x2.mul(f64x2.mul(v128.load(rate + at), sixth), p3));
    const growth = f64x2.add(f64x2.add(f64x2.mul(w1, d1), f64x2.mul(w2, d2)), f64x2.mul(w3, d3));
    const trained = f64x2.add(f64x2.add(f64x2.mul(w1, x1), f64x2.mul(w2, x2)), f64x2.mul(w3, x3));
    const t = f64x2.add(v128.load(T + at), trained);
    v128.store(K + at, f64x2.mul(v128.load(K + at), exp2vNear(growth)));
    v128.store(T + at, t);
    const offK = f64x2.add(f64x2.add(f64x2.mul(v1, d1), f64x2.mul(v2, d2)), f64x2.mul(v3, d3));
    const offT = f64x2.add(f64x2.add(f64x2.mul(v1, x1), f64x2.mul(v2, x2)), f64x2.mul(v3, x3));
    worstK = f64x2.pmax(worstK, f64x2.abs(offK));
    worstT = f64x2.pmax(worstT, f64x2.div(f64x2.abs(offT), t));
    at += 16;
  } while (at < end);
  const ofK = max(f64x2.extract_lane(worstK, 0), f64x2.extract_lane(worstK, 1)) / LOG2_E;
  const ofT = max(f64x2.extract_lane(worstT, 0), f64x2.extract_lane(worstT, 1));
  discrepancy = max(discrepancy, max(ofK, ofT));
}

/** One substep of length dt, after `prepare`. dt times the fastest growth must not exceed `LONGEST`. */
export function step(economy: i32, dt: f64, coupled: bool): void {
  discrepancy = 0;
  if (coupled) stepCoupled(economy, dt);
  else stepAlone(economy, dt);
}

function stepAlone(economy: i32, dt: f64): void {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    let from: usize = 0;
    do {
      const end = min(from + CHUNK, bytes);
      firstPass(g, from, end, dt);
      secondPass(g, from, end, dt, 0, 0, 0);
      thirdPass(g, from, end, dt, 0, 0);
      fourthPass(g, from, end, dt, 0);
      from = end;
    } while (from < bytes);
  }
}

function stepCoupled(economy: i32, dt: f64): void {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  clearTotals();
  for (let g = first; g < last; g++) firstPass(g, 0, paddedBytes(g), dt);
  const s1 = total1;
  let s2 = total2;
  let s3 = total3;
  clearTotals();
  for (let g = first; g < last; g++) secondPass(g, 0, paddedBytes(g), dt, s1, s2, s3);
  s2 = total2;
  s3 = total3;
  clearTotals();
  for (let g = first; g < last; g++) thirdPass(g, 0, paddedBytes(g), dt, s2, s3);
  s3 = total3;
  for (let g = first; g < last; g++) fourthPass(g, 0, paddedBytes(g), dt, s3);
}

function clearTotals(): void {
  total1 = 0;
  total2 = 0;
  total3 = 0;
}
