// What test/assembly/{math,random} reach: the functions themselves, and loops that must run inside wasm because they
// make 10^8 calls. Compiled to build/math.wasm, never part of the core.

export { normal, uniform } from '../random/draw';
export { philox4x32, word0, word1, word2, word3 } from '../random/philox';
export * from '../random/purpose';
export { hashDigest, hashF64, hashReset, hashWord } from '../random/xxhash64';
export { exp } from './exp';
export { exp2 } from './exp2';
export { F } from './hypergeometric';
export { log } from './log';
export { log2 } from './log2';
export { normalQuantile } from './normalQuantile';
export { pow } from './pow';

import { expv } from './exp';
import { exp2v, exp2vFinite } from './exp2';
import { exp2vNear } from './exp2Near';
import { logv } from './log';
import { log2v, log2vNormal } from './log2';
import { log2High, log2Low, log2Pair } from './log2Pair';
import { normalQuantile } from './normalQuantile';
import { powv } from './pow';
import { powvNormal } from './powNormal';
import { powvQuick } from './powQuick';

/** Which vector function a loop applies. */
export const EXP2: i32 = 0;
export const EXP2_FINITE: i32 = 1;
export const LOG2: i32 = 2;
export const LOG2_NORMAL: i32 = 3;
export const EXP: i32 = 4;
export const LOG: i32 = 5;
export const POW: i32 = 6;
export const POW_FUSED: i32 = 7;
export const POW_NORMAL: i32 = 8;
export const EXP2_NEAR: i32 = 9;
export const POW_QUICK: i32 = 10;

// @ts-expect-error: decorator
@inline
function apply(which: i32, x: v128, y: v128): v128 {
  switch (which) {
    case EXP2:
      return exp2v(x);
    case EXP2_FINITE:
      return exp2vFinite(x);
    case LOG2:
      return log2v(x);
    case LOG2_NORMAL:
      return log2vNormal(x);
    case EXP:
      return expv(x);
    case LOG:
      return logv(x);
    case POW:
      return powv(x, y);
    case POW_NORMAL:
      return powvNormal(x, y);
    case POW_QUICK:
      return powvQuick(x, y);
    case EXP2_NEAR:
      return exp2vNear(x);
    default:
      return exp2vFinite(f64x2.mul(y, log2vNormal(x)));
  }
}

/** Lane `lane` of the function at (x0, x1), second argument y in both lanes. */
export function lane(which: i32, x0: f64, x1: f64, y: f64, lane: i32): f64 {
  const x = f64x2.replace_lane(f64x2.splat(x0), 1, x1);
  const result = apply(which, x, f64x2.splat(y));
  return lane ? f64x2.extract_lane(result, 1) : f64x2.extract_lane(result, 0);
}

/** The two parts of log2Pair at x. */
export function log2PairHigh(x: f64): f64 {
  log2Pair(f64x2.splat(x));
  return f64x2.extract_lane(log2High, 0);
}
export function log2PairLow(x: f64): f64 {
  log2Pair(f64x2.splat(x));
  return f64x2.extract_lane(log2Low, 0);
}

/** The lower x of the first pair of neighbours whose values decrease, from the last `inversions`; NaN if none. */
export let firstOffender: f64 = NaN;

/**
 * Walks `pairs` pairs of neighbouring doubles away from zero, starting at x, and counts those where a function of an
 * ascending argument decreases (or is not ordered at all). Odd `pairs` are rounded up to even.
 */
export function inversions(which: i32, start: f64, pairs: i32, y: f64): i32 {
  firstOffender = NaN;
  const negative = start < 0;
  const exponent = f64x2.splat(y);
  const two = i64x2.splat(2);
  let bits = reinterpret<u64>(start);
  let x = i64x2.replace_lane(i64x2.splat(bits), 1, bits + 1);
  let previous = apply(which, i64x2.splat(bits), exponent);
  let count = 0;
  // Lanes hold values at steps (k, k+1); `before` holds those at (k−1, k).
  x = i64x2.add(x, i64x2.splat(1));
  do {
    const now = apply(which, x, exponent);
    const before = v128.shuffle<f64>(previous, now, 1, 2);
    const ordered = negative ? f64x2.ge(before, now) : f64x2.le(before, now);
    if (!i64x2.all_true(ordered)) {
      if (firstOffender != firstOffender) {
        const first = i64x2.extract_lane(ordered, 0) ? 1 : 0;
        firstOffender = reinterpret<f64>(i64x2.extract_lane(x, 0) + first - (negative ? 0 : 1));
      }
      count += <i32>(i64x2.extract_lane(ordered, 0) == 0) + <i32>(i64x2.extract_lane(ordered, 1) == 0);
    }
    previous = now;
    x = i64x2.add(x, two);
    pairs -= 2;
  } while (pairs > 0);
  return count;
}

/** The same for the normal quantile, on the grid of `uniform`: odd multiples of 2^-53, upwards from numerator·2^-53. */
export function quantileInversions(numerator: f64, pairs: i32): i32 {
  firstOffender = NaN;
  let count = 0;
  let k = numerator;
  let previous = normalQuantile(k * 1.1102230246251565e-16);
  do {
    k += 2;
    const now = normalQuantile(k * 1.1102230246251565e-16);
    if (!(previous <= now)) {
      if (count == 0) firstOffender = (k - 2) * 1.1102230246251565e-16;
      count++;
    }
    previous = now;
  } while (--pairs > 0);
  return count;
}
