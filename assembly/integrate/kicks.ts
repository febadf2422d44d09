// The loops of RE6's passes (see re6.ts) over one stretch of labs. A vector is two labs of one economy (passes.ts: a stretch is a
// chunk of a group) or one lab of two replicas (../ensemble: a stretch is a group of both): `Quality` says which, and where the
// series of (T̂/T̂₀)^c is. What is done to a lab is the same, and so is the order of every sum.
//
// A stretch lies between two byte offsets, `from` and `end`, in every column. Columns are d(log2 K)/dt and dT/dt at the substep's
// start (`rate`, `training`), 1/T̂ there (`inverse`), and what T and log2 K grew by since in the sequence with n substeps (`Xn`,
// `Dn`). `sums` is where ΣX of the three sequences add up, SUM bytes each.
import { exp2vNear } from '../math/exp2Near';
import { sumChunk, sumLanes } from '../state/sum';
import { powerOfGrowth } from './powerSeries';

/** Bytes of a sum over labs: a double, or one for each of two replicas. */
export const SUM: usize = 16;

/** A vector is one lab of two replicas, each with its own c. */
export type Replicas = v128;

/** Weights of the sequences with 1, 2 and 3 substeps in the order-6 value. */
const WEIGHT_1: f64 = 1.0 / 24.0;
const WEIGHT_2: f64 = -16.0 / 15.0;
const WEIGHT_3: f64 = 81.0 / 40.0;
/** The same minus the weights of the order-4 value (−1/3, 4/3, 0): the error estimate. */
const ERROR_1: f64 = WEIGHT_1 + 1.0 / 3.0;
const ERROR_2: f64 = WEIGHT_2 - 4.0 / 3.0;
const ERROR_3: f64 = WEIGHT_3;

/**
 * Adds ΣX over a stretch to a sum. It is read again for that: accumulators kept in the loops that make X are more than the
 * registers hold. Replicas: an odd last lab goes with the padding behind it, whose X is 0.
 */
// @ts-expect-error: decorator
@inline
function addUp<Quality>(sum: usize, X: usize, from: usize, end: usize): void {
  if (isVector<Quality>()) v128.store(sum, f64x2.add(v128.load(sum), sumLanes(X, from, end)));
  else store<f64>(sum, load<f64>(sum) + sumChunk(X, from, end));
}

/** G(T̂)/G(T̂₀) = (T̂/T̂₀)^c where a lab itself has trained x since the substep's start and all labs together `spill`/σ. */
// @ts-expect-error: decorator
@inline
function power<Quality>(x: v128, own: v128, spill: v128, inverse: v128, series: usize, at: usize): v128 {
  const u = f64x2.mul(f64x2.add(f64x2.mul(own, x), spill), inverse);
  if (!isFloat<Quality>()) return powerOfGrowth<Quality>(u, series, series);
  return powerOfGrowth<Quality>(u, load<usize>(series + at), load<usize>(series + at, 8));
}

/** Half a kick and a drift from the start: growth is the same constant for all three, so one exponential serves them. */
// @ts-expect-error: decorator
@inline
export function kickFirst<Quality>(
  from: usize,
  end: usize,
  rate: usize,
  training: usize,
  X1: usize,
  X2: usize,
  X3: usize,
  twelfth: v128,
  whole: v128,
  half: v128,
  third: v128,
  sums: usize,
): void {
  let at = from;
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
    at += 32;
  } while (at < end);
  addUp<Quality>(sums, X1, from, end);
  addUp<Quality>(sums + SUM, X2, from, end);
  addUp<Quality>(sums + 2 * SUM, X3, from, end);
}

/** Closes the single substep; the middle of two; the first middle of three. */
// @ts-expect-error: decorator
@inline
export function kickSecond<Quality>(
  from: usize,
  end: usize,
  rate: usize,
  inverse: usize,
  training: usize,
  X1: usize,
  X2: usize,
  X3: usize,
  D1: usize,
  D2: usize,
  D3: usize,
  own: v128,
  spill1: v128,
  spill2: v128,
  spill3: v128,
  half: v128,
  third: v128,
  quarter: v128,
  sixth: v128,
  series: usize,
  sums: usize,
): void {
  const one = f64x2.splat(1);
  let at = from;
  do {
    const r = v128.load(rate + at);
    const inv = v128.load(inverse + at);
    const train = v128.load(training + at);
    const x2 = v128.load(X2 + at);
    const x3 = v128.load(X3 + at);
    const p1 = power<Quality>(v128.load(X1 + at), own, spill1, inv, series, at);
    const p2 = power<Quality>(x2, own, spill2, inv, series, at);
    const p3 = power<Quality>(x3, own, spill3, inv, series, at);
    const grown1 = f64x2.mul(f64x2.mul(r, half), f64x2.add(one, p1));
    const grown2 = f64x2.add(f64x2.mul(r, quarter), f64x2.mul(f64x2.mul(r, half), p2));
    const grown3 = f64x2.add(f64x2.mul(r, sixth), f64x2.mul(f64x2.mul(r, third), p3));
    const e2 = f64x2.add(x2, f64x2.mul(f64x2.mul(train, half), exp2vNear(grown2)));
    const e3 = f64x2.add(x3, f64x2.mul(f64x2.mul(train, third), exp2vNear(grown3)));
    v128.store(D1 + at, grown1);
    v128.store(D2 + at, grown2);
    v128.store(D3 + at, grown3);
    v128.store(X2 + at, e2);
    v128.store(X3 + at, e3);
    at += 16;
  } while (at < end);
  addUp<Quality>(sums + SUM, X2, from, end);
  addUp<Quality>(sums + 2 * SUM, X3, from, end);
}

/** Closes the two substeps; the second middle of three. */
// @ts-expect-error: decorator
@inline
export function kickThird<Quality>(
  from: usize,
  end: usize,
  rate: usize,
  inverse: usize,
  training: usize,
  X2: usize,
  X3: usize,
  D2: usize,
  D3: usize,
  own: v128,
  spill2: v128,
  spill3: v128,
  third: v128,
  quarter: v128,
  series: usize,
  sums: usize,
): void {
  let at = from;
  do {
    const r = v128.load(rate + at);
    const inv = v128.load(inverse + at);
    const x3 = v128.load(X3 + at);
    const p2 = power<Quality>(v128.load(X2 + at), own, spill2, inv, series, at);
    const p3 = power<Quality>(x3, own, spill3, inv, series, at);
    const grown3 = f64x2.add(v128.load(D3 + at), f64x2.mul(f64x2.mul(r, third), p3));
    const train = v128.load(training + at);
    const e3 = f64x2.add(x3, f64x2.mul(f64x2.mul(train, third), exp2vNear(grown3)));
    v128.store(D2 + at, f64x2.add(v128.load(D2 + at), f64x2.mul(f64x2.mul(r, quarter), p2)));
    v128.store(D3 + at, grown3);
    v128.store(X3 + at, e3);
    at += 16;
  } while (at < end);
  addUp<Quality>(sums + 2 * SUM, X3, from, end);
}

/**
 * Closes the three substeps, extrapolates and applies the growth. Raises the vectors at `worst` to the largest
 * |order 6 − order 4| of log2 K and, SUM bytes on, of ln T.
 */
// @ts-expect-error: decorator
@inline
export function kickFourth<Quality>(
  from: usize,
  end: usize,
  K: usize,
  T: usize,
  rate: usize,
  inverse: usize,
  X1: usize,
  X2: usize,
  X3: usize,
  D1: usize,
  D2: usize,
  D3: usize,
  own: v128,
  spill3: v128,
  sixth: v128,
  series: usize,
  worst: usize,
): void {
  const w1 = f64x2.splat(WEIGHT_1);
  const w2 = f64x2.splat(WEIGHT_2);
  const w3 = f64x2.splat(WEIGHT_3);
  const v1 = f64x2.splat(ERROR_1);
  const v2 = f64x2.splat(ERROR_2);
  const v3 = f64x2.splat(ERROR_3);
  let worstK = v128.load(worst);
  let worstT = v128.load(worst, SUM);
  let at = from;
  do {
    const x1 = v128.load(X1 + at);
    const x2 = v128.load(X2 + at);
    const x3 = v128.load(X3 + at);
    const p3 = power<Quality>(x3, own, spill3, v128.load(inverse + at), series, at);
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
  v128.store(worst, worstK);
  v128.store(worst, worstT, SUM);
}
