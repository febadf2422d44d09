// A block: where replicas of small economies are integrated side by side, one replica a lane. A vector is one lab of two
// replicas, a pair; so no slot is padding, no sum crosses lanes and what is done once a tick is done for two at a time.
//
// Replicas live in the economy table and the lab columns like any economy. For as long as they tick they are taken into
// the block, whose columns fit the first-level cache, and come back with the bits they would have had by themselves.
import { SUM } from '../integrate/kicks';
import {
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_COUNT,
  PAPER_COLUMNS,
  RECORD_FIELDS,
} from '../state/layout';
import { economyInteger, groupField, groupInteger } from '../state/memory';

/** Vectors in a column. */
const VECTORS: i32 = 64;
/** A column is a cache line longer, so that the same slots of several columns do not compete. */
const COLUMN_BYTES: usize = ((<usize>VECTORS) << 4) + 64;
const MOST_PAIRS: i32 = 16;
/** Every group takes two slots or more. */
const MOST_GROUPS: i32 = VECTORS / 2;

// --- of a pair: a vector each ---
/** Length of the tick, what of it is integrated, substep size ε. */
export const PAIR_H: usize = 0 << 4;
export const PAIR_INSIDE: usize = 1 << 4;
export const PAIR_EPSILON: usize = 2 << 4;
/** Growth so fast that a blow-up may be near enough to be looked for. */
export const PAIR_NEAREST: usize = 3 << 4;
/** All bits set where a lane is inside a tick. */
export const PAIR_RUNNING: usize = 4 << 4;
/** Substeps taken. */
export const PAIR_SUBSTEPS: usize = 5 << 4;
/** A third of the substep. */
export const PAIR_THIRD: usize = 6 << 4;
/** Fastest relative growth, and behind it the largest K. */
export const PAIR_FASTEST: usize = 7 << 4;
export const PAIR_LARGEST: usize = PAIR_FASTEST + SUM;
/** The substep; all bits set where it ends the tick. */
export const PAIR_DT: usize = 9 << 4;
export const PAIR_CLOSING: usize = 10 << 4;
/** ΣX of the three sequences. */
export const PAIR_SUMS: usize = 11 << 4;
/** Largest discrepancy of log2 K, and behind it of ln T, in the substeps of the tick. */
export const PAIR_WORST: usize = 14 << 4;
/** Ticks done, the decision interval, the end of the run. */
export const PAIR_TICK: usize = 16 << 4;
export const PAIR_INTERVAL: usize = 17 << 4;
export const PAIR_UNTIL: usize = 18 << 4;
/** All bits set where nobody ever changes its split. */
export const PAIR_STANDS: usize = 19 << 4;
const PAIR_STRIDE: usize = 20 << 4;

// --- of a group of a pair: a vector each ---
/** 1 − σ, σ, a·w, b, c, s. */
export const SHARED_OWN: usize = 0 << 4;
export const SHARED_SIGMA: usize = 1 << 4;
export const SHARED_A: usize = 2 << 4;
export const SHARED_B: usize = 3 << 4;
export const SHARED_C: usize = 4 << 4;
export const SHARED_S: usize = 5 << 4;
/** Coefficients of the series of (T̂/T̂₀)^c. */
export const SHARED_SERIES: usize = 6 << 4;
/** What is observed: RECORD_* in their order. */
export const SHARED_RECORD: usize = 17 << 4;
const SHARED_STRIDE: usize = SHARED_RECORD + ((<usize>RECORD_FIELDS) << 4);

const columns = memory.data(PAPER_COLUMNS * <i32>COLUMN_BYTES, 64);
const pairFields = memory.data(MOST_PAIRS * <i32>PAIR_STRIDE, 64);
const shared = memory.data(MOST_GROUPS * <i32>SHARED_STRIDE, 64);
const labsOfGroups = memory.data(MOST_GROUPS * 4, 16);
const economiesOfLanes = memory.data(2 * MOST_PAIRS * 4, 16);

/** Pairs, and groups of each replica, of the block as it is laid out. */
export let pairs: i32 = 0;
export let groupsOfEach: i32 = 0;
/** Bytes of a pair in a column. */
let pairBytes: usize = 0;

/** Address of a column: a constant, so what a loop reads has its place in the instruction. */
// @ts-expect-error: decorator
@inline
export function columnAt(column: i32): usize {
  return columns + COLUMN_BYTES * <usize>column;
}

/** Bytes from the start of a column to a pair's first slot in it. */
// @ts-expect-error: decorator
@inline
export function pairOffset(pair: i32): usize {
  return pairBytes * <usize>pair;
}

// @ts-expect-error: decorator
@inline
export function pairAt(pair: i32): usize {
  return pairFields + PAIR_STRIDE * <usize>pair;
}

/** Is neither replica of a pair inside a tick? */
// @ts-expect-error: decorator
@inline
export function isIdle(pair: usize): bool {
  return !v128.any_true(v128.load(pair, PAIR_RUNNING));
}

/** Address of what a group of a pair shares. */
// @ts-expect-error: decorator
@inline
export function sharedAt(pair: i32, group: i32): usize {
  return shared + SHARED_STRIDE * <usize>(pair * groupsOfEach + group);
}

/** Labs of a group. */
// @ts-expect-error: decorator
@inline
export function labsOf(group: i32): i32 {
  return load<i32>(labsOfGroups + ((<usize>group) << 2));
}

/** Bytes of a group's slots in a column: an even number of labs. */
// @ts-expect-error: decorator
@inline
export function bytesOf(group: i32): usize {
  return (<usize>((labsOf(group) + 1) & ~1)) << 4;
}

/** The economy in a lane; −1: none. */
// @ts-expect-error: decorator
@inline
export function economyIn(lane: i32): i32 {
  return load<i32>(economiesOfLanes + ((<usize>lane) << 2));
}

// @ts-expect-error: decorator
@inline
export function setEconomyIn(lane: i32, economy: i32): void {
  store<i32>(economiesOfLanes + ((<usize>lane) << 2), economy);
}

/** Slots that an economy's labs take of a column; more than there are if it does not fit. */
function slotsOf(economy: i32): i32 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let total = 0;
  for (let g = first; g < last; g++) {
    const count = groupField(g, GROUP_COUNT);
    if (count > <f64>VECTORS) return VECTORS + 1;
    total += (<i32>count + 1) & ~1;
  }
  return total;
}

/** Has an economy few enough labs for a block? */
export function fits(economy: i32): bool {
  return slotsOf(economy) <= VECTORS;
}

/** May two economies that fit share a block? Their groups must be as large. */
export function areAlike(one: i32, other: i32): bool {
  const count = economyInteger(one, ECONOMY_GROUPS);
  if (economyInteger(other, ECONOMY_GROUPS) != count) return false;
  const first = economyInteger(one, ECONOMY_FIRST_GROUP);
  const second = economyInteger(other, ECONOMY_FIRST_GROUP);
  for (let g = 0; g < count; g++) {
    if (groupField(first + g, GROUP_COUNT) != groupField(second + g, GROUP_COUNT)) return false;
  }
  return true;
}

/** Lays out an empty block for economies like this one. */
export function layOut(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  groupsOfEach = economyInteger(economy, ECONOMY_GROUPS);
  for (let g = 0; g < groupsOfEach; g++) {
    store<i32>(labsOfGroups + ((<usize>g) << 2), groupInteger(first + g, GROUP_COUNT));
  }
  const slots = slotsOf(economy);
  pairBytes = (<usize>slots) << 4;
  pairs = min(MOST_PAIRS, VECTORS / slots);
  for (let lane = 0; lane < 2 * pairs; lane++) setEconomyIn(lane, -1);
  memory.fill(pairFields, 0, PAIR_STRIDE * <usize>pairs);
}
