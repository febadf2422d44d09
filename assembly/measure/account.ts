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
  ECONOMY_STATUS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  GROUP_COUNT,
  GROUP_RECORD,
  GROUP_S,
  RECORD_BOUGHT,
  RECORD_COST,
  RECORD_FIELDS,
  RECORD_K,
  RECORD_K_SQUARED,
  RECORD_LABS,
  RECORD_LOST,
  RECORD_MAX_K,
  RECORD_MAX_Q,
  RECORD_MAX_T,
  RECORD_MIN_Q,
  RECORD_PAID,
  RECORD_REVENUE,
  RECORD_T,
  RECORD_TOTALS,
  RECORD_TRAINING,
  ROW_ECONOMY,
  ROW_HEADER,
  ROW_STATUS,
  ROW_TICK,
  ROW_TIME,
} from '../state/layout';
import {
  columnOf,
  economyField,
  groupField,
  paddedBytes,
  rowCapacity,
  rowStride,
  rows,
  setGroupField,
} from '../state/memory';
import { chunkEnd, closeChunk, sumColumn } from '../state/sum';

/** Rows in the record buffer that the host has not taken yet. */
export let rowsUsed: i32 = 0;

export function clearRows(): void {
  rowsUsed = 0;
}

export function hasRoom(): bool {
  return rowsUsed < rowCapacity;
}

/** Sums and extremes of one group, into its row of the group table. */
function observe(g: i32): void {
  const K = columnOf(COLUMN_K, g);
  const T = columnOf(COLUMN_T, g);
  const Q = columnOf(COLUMN_Q, g);
  const bytes = paddedBytes(g);
  let sumK: f64 = 0;
  let sumT: f64 = 0;
  let training: f64 = 0;
  let squared: f64 = 0;
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
    sumK += closeChunk(k0, k1);
    sumT += closeChunk(t0, t1);
    training += closeChunk(q0, q1);
    squared += closeChunk(s0, s1);
  } while (at < bytes);
  setGroupField(g, GROUP_RECORD + RECORD_K, sumK);
  setGroupField(g, GROUP_RECORD + RECORD_T, sumT);
  setGroupField(g, GROUP_RECORD + RECORD_TRAINING, training);
  setGroupField(g, GROUP_RECORD + RECORD_K_SQUARED, squared);
  setGroupField(
    g,
    GROUP_RECORD + RECORD_MAX_K,
    max(f64x2.extract_lane(maxK, 0), f64x2.extract_lane(maxK, 1)),
  );
  setGroupField(
    g,
    GROUP_RECORD + RECORD_MAX_T,
    max(f64x2.extract_lane(maxT, 0), f64x2.extract_lane(maxT, 1)),
  );
  observeSplits(g, Q, <i32>groupField(g, GROUP_COUNT));
}

/** Labs in business: those with chips. */
function countLabs(g: i32): void {
  const K = columnOf(COLUMN_K, g);
  const bytes = (<usize>groupField(g, GROUP_COUNT)) << 3;
  let labs = 0;
  for (let at: usize = 0; at < bytes; at += 8) if (load<f64>(K + at) > 0) labs++;
  setGroupField(g, GROUP_RECORD + RECORD_LABS, labs);
}

/** The tick's accounts of a group. The paper economy needs no columns for them: all that is bought stays, at price 1. */
function observeAccounts(g: i32, general: bool, before: f64): void {
  if (general) {
    const bytes = paddedBytes(g);
    for (let i = 0; i < ACCOUNTS; i++) {
      setGroupField(g, GROUP_RECORD + RECORD_REVENUE + i, sumColumn(columnOf(COLUMN_REVENUE + i, g), bytes));
    }
    return;
  }
  const bought = groupField(g, GROUP_RECORD + RECORD_K) - before;
  const s = groupField(g, GROUP_S);
  setGroupField(g, GROUP_RECORD + RECORD_REVENUE, bought / s);
  setGroupField(g, GROUP_RECORD + RECORD_BOUGHT, bought);
  setGroupField(g, GROUP_RECORD + RECORD_LOST, 0);
  setGroupField(g, GROUP_RECORD + RECORD_PAID, bought / s - bought);
  setGroupField(g, GROUP_RECORD + RECORD_COST, 0);
}

/** Extremes of q. The padding's q is not a lab's, so the last slots are read one by one. */
function observeSplits(g: i32, Q: usize, count: i32): void {
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
  setGroupField(g, GROUP_RECORD + RECORD_MIN_Q, least);
  setGroupField(g, GROUP_RECORD + RECORD_MAX_Q, most);
}

/** At t = 0 nothing has been earned yet. */
function clearAccounts(g: i32): void {
  for (let i = 0; i < ACCOUNTS; i++) {
    setGroupField(g, GROUP_RECORD + RECORD_REVENUE + i, 0);
    setGroupField(g, GROUP_RECORD + RECORD_TOTALS + i, 0);
  }
}

function addToTotals(g: i32): void {
  for (let i = 0; i < ACCOUNTS; i++) {
    const total = groupField(g, GROUP_RECORD + RECORD_TOTALS + i);
    const tick = groupField(g, GROUP_RECORD + RECORD_REVENUE + i);
    setGroupField(g, GROUP_RECORD + RECORD_TOTALS + i, total + tick);
  }
}

/** Observes every group of an economy. False if a sum of stocks is not finite. */
export function account(economy: i32): bool {
  const general = economyField(economy, ECONOMY_GENERAL) != 0;
  const atStart = economyField(economy, ECONOMY_TIME) == 0;
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  let finite = true;
  for (let g = first; g < last; g++) {
    const before = groupField(g, GROUP_RECORD + RECORD_K);
    observe(g);
    if (general) countLabs(g);
    else setGroupField(g, GROUP_RECORD + RECORD_LABS, groupField(g, GROUP_COUNT));
    if (atStart) clearAccounts(g);
    else observeAccounts(g, general, before);
    addToTotals(g);
    finite =
      finite &&
      isFinite(groupField(g, GROUP_RECORD + RECORD_K)) &&
      isFinite(groupField(g, GROUP_RECORD + RECORD_T));
  }
  return finite;
}

/** Appends the economy's present observation to the record buffer. */
export function recordRow(economy: i32): void {
  const row = rows + ((<usize>(rowsUsed * rowStride)) << 3);
  store<f64>(row + (ROW_ECONOMY << 3), <f64>economy);
  store<f64>(row + (ROW_TICK << 3), economyField(economy, ECONOMY_TICK));
  store<f64>(row + (ROW_TIME << 3), economyField(economy, ECONOMY_TIME));
  store<f64>(row + (ROW_STATUS << 3), economyField(economy, ECONOMY_STATUS));
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const count = <i32>economyField(economy, ECONOMY_GROUPS);
  for (let g = 0; g < count; g++) {
    for (let field = 0; field < RECORD_FIELDS; field++) {
      const value = groupField(first + g, GROUP_RECORD + field);
      store<f64>(row + ((<usize>(ROW_HEADER + g * RECORD_FIELDS + field)) << 3), value);
    }
  }
  rowsUsed++;
}

/** First lab with a non-finite K or T: group × 2³² + index × 2 + (0: K, 1: T); −1 if there is none. */
export function firstNonFinite(economy: i32): i64 {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const count = <i32>economyField(economy, ECONOMY_GROUPS);
  for (let g = 0; g < count; g++) {
    const labs = <i32>groupField(first + g, GROUP_COUNT);
    for (let i = 0; i < labs; i++) {
      const at = (<usize>i) << 3;
      if (!isFinite(load<f64>(columnOf(COLUMN_K, first + g) + at))) return ((<i64>g) << 32) | ((<i64>i) << 1);
      if (!isFinite(load<f64>(columnOf(COLUMN_T, first + g) + at)))
        return ((<i64>g) << 32) | ((<i64>i) << 1) | 1;
    }
  }
  return -1;
}
