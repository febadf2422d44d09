// The four passes of RE6 (see re6.ts) over a byte range of one group's labs. `prepare` has filled the rates at the substep's
// start.
import { presentSeries } from '../market/ladder';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_K_GROWTH,
  COLUMN_RATE,
  COLUMN_T,
  COLUMN_T_GROWTH,
  COLUMN_TRAINING,
  GROUP_SIGMA,
} from '../state/layout';
import { columnOf, groupField } from '../state/memory';
import { chunkEnd } from '../state/sum';
import { kickFirst, kickFourth, kickSecond, kickThird, SUM } from './kicks';
import { seriesOf } from './powerSeries';

export const LOG2_E: f64 = 1.4426950408889634;

/** ΣX of the sequences with 1, 2 and 3 substeps after the last pass. */
const sums = memory.data(3 * <i32>SUM, 16);
/** Largest |order 6 − order 4| of any log2 K and of any ln T; raised by `fourthPass`. */
const worst = memory.data(2 * <i32>SUM, 16);

/** ΣX of a sequence, 1 to 3, after the last pass. */
export function totalX(sequence: i32): f64 {
  return load<f64>(sums + <usize>(sequence - 1) * SUM);
}

export function clearTotals(): void {
  memory.fill(sums, 0, 3 * SUM);
}

/** Largest |order 6 − order 4| of any ln K or ln T. */
export function discrepancy(): f64 {
  const ofK = max(load<f64>(worst), load<f64>(worst, 8)) / LOG2_E;
  return max(ofK, max(load<f64>(worst, SUM), load<f64>(worst, SUM + 8)));
}

export function clearDiscrepancy(): void {
  memory.fill(worst, 0, 2 * SUM);
}

/** Address of the group's series; on a ladder, of a column with the address of each lab's. */
// @ts-expect-error: decorator
@inline
function seriesFor<Quality>(g: i32): usize {
  return isFloat<Quality>() ? presentSeries(g) : seriesOf(g);
}

export function firstPass<Quality>(g: i32, from: usize, end: usize, dt: f64): void {
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
    kickFirst<Quality>(at, stop, rate, training, X1, X2, X3, twelfth, whole, half, third, sums);
    at = stop;
  } while (at < end);
}

/** s1, s2, s3: ΣX after the first pass. */
export function secondPass<Quality>(
  g: i32,
  from: usize,
  end: usize,
  dt: f64,
  s1: f64,
  s2: f64,
  s3: f64,
): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const series = seriesFor<Quality>(g);
  const own = f64x2.splat(1 - sigma);
  const spill1 = f64x2.splat(sigma * s1);
  const spill2 = f64x2.splat(sigma * s2);
  const spill3 = f64x2.splat(sigma * s3);
  const half = f64x2.splat(dt / 2);
  const third = f64x2.splat(dt / 3);
  const quarter = f64x2.splat(dt / 4);
  const sixth = f64x2.splat(dt / 6);
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
    kickSecond<Quality>(
      at,
      stop,
      rate,
      inverse,
      training,
      X1,
      X2,
      X3,
      D1,
      D2,
      D3,
      own,
      spill1,
      spill2,
      spill3,
      half,
      third,
      quarter,
      sixth,
      series,
      sums,
    );
    at = stop;
  } while (at < end);
}

export function thirdPass<Quality>(g: i32, from: usize, end: usize, dt: f64, s2: f64, s3: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  const series = seriesFor<Quality>(g);
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
    kickThird<Quality>(
      at,
      stop,
      rate,
      inverse,
      training,
      X2,
      X3,
      D2,
      D3,
      own,
      spill2,
      spill3,
      third,
      quarter,
      series,
      sums,
    );
    at = stop;
  } while (at < end);
}

export function fourthPass<Quality>(g: i32, from: usize, end: usize, dt: f64, s3: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  kickFourth<Quality>(
    from,
    end,
    columnOf(COLUMN_K, g),
    columnOf(COLUMN_T, g),
    columnOf(COLUMN_RATE, g),
    columnOf(COLUMN_INVERSE, g),
    columnOf(COLUMN_T_GROWTH, g),
    columnOf(COLUMN_T_GROWTH + 1, g),
    columnOf(COLUMN_T_GROWTH + 2, g),
    columnOf(COLUMN_K_GROWTH, g),
    columnOf(COLUMN_K_GROWTH + 1, g),
    columnOf(COLUMN_K_GROWTH + 2, g),
    f64x2.splat(1 - sigma),
    f64x2.splat(sigma * s3),
    f64x2.splat(dt / 6),
    seriesFor<Quality>(g),
    worst,
  );
}
