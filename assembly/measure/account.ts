// What is observed after each tick, group by group. It reads the state and never changes it.
import {
  ACCOUNTS,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_REVENUE,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GENERAL,
  ECONOMY_GROUPS,
  ECONOMY_SPLITS,
  ECONOMY_STATUS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  GROUP_COUNT,
  GROUP_DELTA,
  GROUP_RECORD,
  GROUP_S,
  GROUP_STRIDE,
  RECORD_COST,
  RECORD_FIELDS,
  RECORD_K,
  RECORD_LABS,
  RECORD_LOST,
  RECORD_MAX_K,
  RECORD_MAX_Q,
  RECORD_MIN_Q,
  RECORD_REVENUE,
  RECORD_TOTALS,
  RECORD_TRAINING,
  ROW_ECONOMY,
  ROW_HEADER,
  ROW_STATUS,
  ROW_TICK,
  ROW_TIME,
  SPLITS_KNOWN,
  SPLITS_STAND,
} from '../state/layout';
import {
  columnOf,
  economyCount,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  groups,
  paddedBytes,
  rowCapacity,
  rowStride,
  rows,
  setEconomyField,
} from '../state/memory';
import { chunkEnd, closeTwo, firsts, seconds, sumColumn } from '../state/sum';

/** Rows in the record buffer that the host has not taken yet. */
export let rowsUsed: i32 = 0;

export function clearRows(): void {
  rowsUsed = 0;
}

/** Is a row appended after every tick? */
export let isRecording: bool = true;

export function setRecording(wanted: bool): void {
  isRecording = wanted;
}

/** Room for a tick's row, and for those of forks that it may wake. */
export function hasRoom(): bool {
  return hasRoomFor(economyCount);
}

export function hasRoomFor(count: i32): bool {
  return !isRecording || rowsUsed + count <= rowCapacity;
}

/** Address of a group's record. */
// @ts-expect-error: decorator
@inline
function recordOf(g: i32): usize {
  return groups + ((<usize>(g * GROUP_STRIDE + GROUP_RECORD)) << 3);
}

/** Sums and extremes of one group, into its row of the group table. */
function observe(g: i32, record: usize, isKnown: bool): void {
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const Q = columnOf(COLUMN_Q, g);
  const bytes = paddedBytes(g);
  // Pairs of neighbouring fields: what is stored as one vector is soon read as one, which a load from two stores would wait for.
  let stocks = f64x2.splat(0);
  let products = stocks;
  let maxK = f64x2.splat(0);
  let maxT = f64x2.splat(0);
  let at: usize = 0;
  do {
    const end = chunkEnd(at, bytes);
    let k0 = f64x2.splat(0);
    let k1 = k0;
    let t0 = k0;
    let t1 = k0;
    let q0 = k0;
    let q1 = k0;
    let s0 = k0;
    let s1 = k0;
    do {
      const even = v128.load(K + at);
      const odd = v128.load(K + at, 16);
      const tEven = v128.load(T + at);
      const tOdd = v128.load(T + at, 16);
      k0 = f64x2.add(k0, even);
      k1 = f64x2.add(k1, odd);
      t0 = f64x2.add(t0, tEven);
      t1 = f64x2.add(t1, tOdd);
      q0 = f64x2.add(q0, f64x2.mul(even, v128.load(Q + at)));
      q1 = f64x2.add(q1, f64x2.mul(odd, v128.load(Q + at, 16)));
      s0 = f64x2.add(s0, f64x2.mul(even, even));
      s1 = f64x2.add(s1, f64x2.mul(odd, odd));
      maxK = f64x2.pmax(maxK, f64x2.pmax(even, odd));
      maxT = f64x2.pmax(maxT, f64x2.pmax(tEven, tOdd));
      at += 32;
    } while (at < end);
    stocks = f64x2.add(stocks, closeTwo(k0, k1, t0, t1));
    products = f64x2.add(products, closeTwo(q0, q1, s0, s1));
  } while (at < bytes);
  v128.store(record, stocks, RECORD_K << 3);
  v128.store(record, products, RECORD_TRAINING << 3);
  v128.store(record, f64x2.pmax(firsts(maxK, maxT), seconds(maxK, maxT)), RECORD_MAX_K << 3);
  if (!isKnown) observeSplits(record, Q, groupInteger(g, GROUP_COUNT));
}

/** Labs in business: those with chips. */
function countLabs(g: i32, record: usize): void {
  const K = columnOf(COLUMN_K, g);
  const bytes = (<usize>groupInteger(g, GROUP_COUNT)) << 3;
  let labs = 0;
  for (let at: usize = 0; at < bytes; at += 8) if (load<f64>(K + at) > 0) labs++;
  store<f64>(record, labs, RECORD_LABS << 3);
}

/** In the paper economy nobody leaves, and nothing runs at a cost: two neighbouring fields. */
function allInBusiness(g: i32, record: usize): void {
  v128.store(record, f64x2.replace_lane(f64x2.splat(0), 1, groupField(g, GROUP_COUNT)), RECORD_COST << 3);
}

/** The tick's accounts of a group, from columns of their own. */
function observeAccounts(g: i32, record: usize): void {
  const bytes = paddedBytes(g);
  for (let i = 0; i < ACCOUNTS; i++) {
    const at = record + ((<usize>i) << 3);
    const total = sumColumn(columnOf(COLUMN_REVENUE + i, g), bytes);
    store<f64>(at, total, RECORD_REVENUE << 3);
    store<f64>(at, load<f64>(at, RECORD_TOTALS << 3) + total, RECORD_TOTALS << 3);
  }
}

/** The same in the paper economy, which needs no columns for them: all that is bought stays, at price 1, and nothing else is paid. */
function deriveAccounts(g: i32, record: usize, before: f64, h: f64): void {
  // Only an Euler step can have lost any: δ of the stock at its start.
  const lost = h * groupField(g, GROUP_DELTA) * before;
  const bought = load<f64>(record, RECORD_K << 3) - before + lost;
  const s = f64x2.replace_lane(f64x2.splat(1), 0, groupField(g, GROUP_S));
  const earned = f64x2.div(f64x2.splat(bought), s);
  const paid = f64x2.sub(earned, f64x2.splat(bought));
  addTwo(record, RECORD_REVENUE, earned);
  addTwo(record, RECORD_LOST, firsts(f64x2.splat(lost), paid));
}

/** Puts two neighbouring accounts in their place, and adds them to their totals. */
// @ts-expect-error: decorator
@inline
function addTwo(record: usize, field: i32, two: v128): void {
  const at = record + ((<usize>field) << 3);
  v128.store(at, two);
  v128.store(
    at,
    f64x2.add(v128.load(at, (RECORD_TOTALS - RECORD_REVENUE) << 3), two),
    (RECORD_TOTALS - RECORD_REVENUE) << 3,
  );
}

/** Extremes of q. The padding's q is not a lab's, so the last slots are read one by one. */
function observeSplits(record: usize, Q: usize, count: i32): void {
  let least: f64 = Infinity;
  let most: f64 = -Infinity;
  const whole = (<usize>(count & ~1)) << 3;
  if (whole > 0) {
    let low = v128.load(Q);
    let high = low;
    let at: usize = 16;
    while (at < whole) {
      const q = v128.load(Q + at);
      low = f64x2.pmin(low, q);
      high = f64x2.pmax(high, q);
      at += 16;
    }
    least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
    most = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  }
  if (count & 1) {
    const q = load<f64>(Q + ((<usize>(count - 1)) << 3));
    least = min(least, q);
    most = max(most, q);
  }
  store<f64>(record, least, RECORD_MIN_Q << 3);
  store<f64>(record, most, RECORD_MAX_Q << 3);
}

/** At t = 0 nothing has been earned yet. */
function clearAccounts(record: usize): void {
  for (let i: usize = 0; i < <usize>ACCOUNTS; i++) {
    store<f64>(record + (i << 3), 0, RECORD_REVENUE << 3);
    store<f64>(record + (i << 3), 0, RECORD_TOTALS << 3);
  }
}

/** Observes every group of an economy after a tick of length h. False if a sum of stocks is not finite. */
export function account(economy: i32, h: f64): bool {
  const general = economyField(economy, ECONOMY_GENERAL) != 0;
  const atStart = economyField(economy, ECONOMY_TIME) == 0;
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const splits = economyInteger(economy, ECONOMY_SPLITS);
  let finite = i64x2.splat(-1);
  for (let g = first; g < last; g++) {
    const record = recordOf(g);
    const before = load<f64>(record, RECORD_K << 3);
    observe(g, record, splits == SPLITS_KNOWN);
    if (general) countLabs(g, record);
    else allInBusiness(g, record);
    if (atStart) clearAccounts(record);
    else if (general) observeAccounts(g, record);
    else deriveAccounts(g, record, before, h);
    finite = v128.and(finite, f64x2.lt(f64x2.abs(v128.load(record, RECORD_K << 3)), f64x2.splat(Infinity)));
  }
  if (splits == SPLITS_STAND) setEconomyField(economy, ECONOMY_SPLITS, SPLITS_KNOWN);
  return i64x2.all_true(finite);
}

/** Appends the economy's present observation to the record buffer. */
export function recordRow(economy: i32): void {
  if (!isRecording) return;
  let to = rows + ((<usize>(rowsUsed * rowStride)) << 3);
  store<f64>(to, <f64>economy, ROW_ECONOMY << 3);
  store<f64>(to, economyField(economy, ECONOMY_TICK), ROW_TICK << 3);
  store<f64>(to, economyField(economy, ECONOMY_TIME), ROW_TIME << 3);
  store<f64>(to, economyField(economy, ECONOMY_STATUS), ROW_STATUS << 3);
  to += ROW_HEADER << 3;
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    copyRecord(recordOf(g), to);
    to += RECORD_FIELDS << 3;
  }
  rowsUsed++;
}

/** Written out: a loop would take longer than the tick of a lab. */
// @ts-expect-error: decorator
@inline
function copyRecord(from: usize, to: usize): void {
  if (RECORD_FIELDS != 20) ERROR('copyRecord: a line for every two fields');
  v128.store(to, v128.load(from, 0), 0);
  v128.store(to, v128.load(from, 16), 16);
  v128.store(to, v128.load(from, 32), 32);
  v128.store(to, v128.load(from, 48), 48);
  v128.store(to, v128.load(from, 64), 64);
  v128.store(to, v128.load(from, 80), 80);
  v128.store(to, v128.load(from, 96), 96);
  v128.store(to, v128.load(from, 112), 112);
  v128.store(to, v128.load(from, 128), 128);
  v128.store(to, v128.load(from, 144), 144);
}

/** First lab with a non-finite K or T: group × 2³² + index × 2 + (0: K, 1: T); −1 if there is none. */
export function firstNonFinite(economy: i32): i64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const count = economyInteger(economy, ECONOMY_GROUPS);
  for (let g = 0; g < count; g++) {
    const labs = groupInteger(first + g, GROUP_COUNT);
    for (let i = 0; i < labs; i++) {
      const at = (<usize>i) << 3;
      if (!isFinite(load<f64>(columnOf(COLUMN_K, first + g) + at))) return ((<i64>g) << 32) | ((<i64>i) << 1);
      if (!isFinite(load<f64>(columnOf(COLUMN_T, first + g) + at)))
        return ((<i64>g) << 32) | ((<i64>i) << 1) | 1;
    }
  }
  return -1;
}
