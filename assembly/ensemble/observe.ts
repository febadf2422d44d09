// What is observed of the replicas of a pair at the end of a tick: ../measure/account.ts for two at a time. In the paper economy
// all that is bought stays, at price 1.
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_T,
  RECORD_BOUGHT,
  RECORD_K,
  RECORD_K_SQUARED,
  RECORD_MAX_K,
  RECORD_MAX_Q,
  RECORD_MAX_T,
  RECORD_MIN_Q,
  RECORD_PAID,
  RECORD_REVENUE,
  RECORD_T,
  RECORD_TOTALS,
  RECORD_TRAINING,
} from '../state/layout';
import { sumLanes, sumProductLanes } from '../state/sum';
import { bytesOf, groupsOfEach, labsOf, SHARED_RECORD, SHARED_S, sharedAt, slot } from './block';

/** Stocks and accounts of every group of a pair, for the lanes whose tick is done. Returns all bits set where stocks are finite. */
export function observeStocks(p: i32, closing: v128): v128 {
  const infinite = f64x2.splat(Infinity);
  let finite = i64x2.splat(-1);
  let offset: usize = 0;
  for (let g = 0; g < groupsOfEach; g++) {
    const bytes = bytesOf(g);
    const shared = sharedAt(p, g);
    const record = shared + SHARED_RECORD;
    const sumK = sumLanes(slot(COLUMN_K, p, offset), bytes);
    const sumT = sumLanes(slot(COLUMN_T, p, offset), bytes);
    const bought = f64x2.sub(sumK, field(record, RECORD_K));
    const revenue = f64x2.div(bought, v128.load(shared, SHARED_S));
    const paid = f64x2.sub(revenue, bought);
    put(record, RECORD_K, sumK, closing);
    put(record, RECORD_T, sumT, closing);
    put(record, RECORD_REVENUE, revenue, closing);
    put(record, RECORD_BOUGHT, bought, closing);
    put(record, RECORD_PAID, paid, closing);
    addTo(record, RECORD_TOTALS, revenue, closing);
    addTo(record, RECORD_TOTALS + (RECORD_BOUGHT - RECORD_REVENUE), bought, closing);
    addTo(record, RECORD_TOTALS + (RECORD_PAID - RECORD_REVENUE), paid, closing);
    const isSound = v128.and(f64x2.lt(f64x2.abs(sumK), infinite), f64x2.lt(f64x2.abs(sumT), infinite));
    finite = v128.and(finite, isSound);
    offset += bytes;
  }
  return finite;
}

/** The rest, which nothing that happens later depends on: wanted only where somebody looks. */
export function observeSpread(p: i32, closing: v128): void {
  let offset: usize = 0;
  for (let g = 0; g < groupsOfEach; g++) {
    const bytes = bytesOf(g);
    const K = slot(COLUMN_K, p, offset);
    const T = slot(COLUMN_T, p, offset);
    const Q = slot(COLUMN_Q, p, offset);
    const record = sharedAt(p, g) + SHARED_RECORD;
    put(record, RECORD_TRAINING, sumProductLanes(K, Q, bytes), closing);
    put(record, RECORD_K_SQUARED, sumProductLanes(K, K, bytes), closing);
    observeExtremes(record, K, T, Q, labsOf(g), closing);
    offset += bytes;
  }
}

/** Largest K and T, least and largest q. */
function observeExtremes(record: usize, K: usize, T: usize, Q: usize, labs: i32, closing: v128): void {
  let maxK = f64x2.splat(0);
  let maxT = maxK;
  let low = v128.load(Q);
  let high = low;
  const end = (<usize>labs) << 4;
  let at: usize = 0;
  do {
    const q = v128.load(Q + at);
    maxK = f64x2.pmax(maxK, v128.load(K + at));
    maxT = f64x2.pmax(maxT, v128.load(T + at));
    low = f64x2.pmin(low, q);
    high = f64x2.pmax(high, q);
    at += 16;
  } while (at < end);
  put(record, RECORD_MAX_K, maxK, closing);
  put(record, RECORD_MAX_T, maxT, closing);
  put(record, RECORD_MIN_Q, low, closing);
  put(record, RECORD_MAX_Q, high, closing);
}

// @ts-expect-error: decorator
@inline
function field(record: usize, index: i32): v128 {
  return v128.load(record + ((<usize>index) << 4));
}

// @ts-expect-error: decorator
@inline
function put(record: usize, index: i32, value: v128, where: v128): void {
  v128.store(record + ((<usize>index) << 4), v128.bitselect(value, field(record, index), where));
}

// @ts-expect-error: decorator
@inline
function addTo(record: usize, index: i32, value: v128, where: v128): void {
  put(record, index, f64x2.add(field(record, index), value), where);
}
