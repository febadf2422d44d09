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
import {
  bytesOf,
  columnAt,
  groupsOfEach,
  labsOf,
  pairOffset,
  SHARED_RECORD,
  SHARED_S,
  sharedAt,
} from './block';

/** Stocks and accounts of every group of a pair, for the lanes whose tick is done. Returns all bits set where stocks are finite. */
export function observeStocks(p: i32, closing: v128): v128 {
  const infinite = f64x2.splat(Infinity);
  let finite = i64x2.splat(-1);
  let from = pairOffset(p);
  for (let g = 0; g < groupsOfEach; g++) {
    const bytes = bytesOf(g);
    const shared = sharedAt(p, g);
    const record = shared + SHARED_RECORD;
    const sumK = sumLanes(columnAt(COLUMN_K), from, from + bytes);
    const sumT = sumLanes(columnAt(COLUMN_T), from, from + bytes);
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
    from += bytes;
  }
  return finite;
}

/** The rest, which nothing that happens later depends on: wanted only where somebody looks. */
export function observeSpread(p: i32, closing: v128): void {
  let from = pairOffset(p);
  for (let g = 0; g < groupsOfEach; g++) {
    const bytes = bytesOf(g);
    const K = columnAt(COLUMN_K);
    const Q = columnAt(COLUMN_Q);
    const end = from + bytes;
    const record = sharedAt(p, g) + SHARED_RECORD;
    put(record, RECORD_TRAINING, sumProductLanes(K, Q, from, end), closing);
    put(record, RECORD_K_SQUARED, sumProductLanes(K, K, from, end), closing);
    observeExtremes(record, from, labsOf(g), closing);
    from += bytes;
  }
}

/** Largest K and T, least and largest q. */
function observeExtremes(record: usize, from: usize, labs: i32, closing: v128): void {
  const K = columnAt(COLUMN_K);
  const T = columnAt(COLUMN_T);
  const Q = columnAt(COLUMN_Q);
  let maxK = f64x2.splat(0);
  let maxT = maxK;
  let low = v128.load(Q + from);
  let high = low;
  const end = from + ((<usize>labs) << 4);
  let at = from;
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
