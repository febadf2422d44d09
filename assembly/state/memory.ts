// One allocation at configuration: [economies | groups | list values | rows | points | lab columns]. Nothing is allocated later.
import {
  ECONOMY_SEED_HIGH,
  ECONOMY_SEED_LOW,
  ECONOMY_STRIDE,
  GROUP_STRIDE,
  RECORD_FIELDS,
  ROW_HEADER,
} from './layout';

export let economyCount: i32 = 0;
export let groupCount: i32 = 0;
/** Slots of a lab column: every group is padded to a multiple of 4. */
export let slots: i32 = 0;

export let economies: usize = 0;
export let groups: usize = 0;
export let lists: usize = 0;
export let rows: usize = 0;
export let rowStride: i32 = 0;
export let rowCapacity: i32 = 0;
/** f32 pairs (log10 T, log10 K), one a slot. */
export let points: usize = 0;
export let labs: usize = 0;
/** Bytes from one lab column to the next. */
export let columnBytes: usize = 0;
/** Lab columns reserved. */
export let columnCount: i32 = 0;
/** What rules remember, group by group. */
export let memories: usize = 0;
export let memoryBytes: usize = 0;

/** The seed of whoever draws now. */
export let seedLow: u32 = 0;
export let seedHigh: u32 = 0;

/** Memory from here on was never written: all zero. */
let untouched: usize = 0;

const LINE: usize = 64;

function aligned(bytes: usize): usize {
  return (bytes + LINE - 1) & ~(LINE - 1);
}

/**
 * Reserves memory for a scenario's tables, all zero. Call before anything else; then write the tables, then `reserveLabs`.
 * Called again, it begins another scenario in the place of the one before.
 * maxGroups: most groups of any one economy; listValues: values in explicit lists; capacity: rows the record buffer holds.
 * Returns the bytes in use, or 0 if the memory could not grow that far.
 */
export function reserve(
  economiesWanted: i32,
  groupsWanted: i32,
  maxGroups: i32,
  slotsWanted: i32,
  listValues: i32,
  capacity: i32,
): usize {
  economyCount = economiesWanted;
  groupCount = groupsWanted;
  slots = slotsWanted;
  rowStride = ROW_HEADER + maxGroups * RECORD_FIELDS;
  rowCapacity = capacity;
  // One cache line more than the slots need: columns a power of two apart would compete for the same cache sets.
  columnBytes = aligned((<usize>slots) << 3) + LINE;

  economies = aligned(__heap_base);
  groups = economies + aligned((<usize>(economyCount * ECONOMY_STRIDE)) << 3);
  lists = groups + aligned((<usize>(groupCount * GROUP_STRIDE)) << 3);
  rows = lists + aligned((<usize>listValues) << 3);
  points = rows + aligned((<usize>rowStride * <usize>capacity) << 3);
  labs = points + aligned((<usize>slots) << 3);
  clear(economies, rows);
  return grown(labs);
}

/**
 * Reserves the first `columns` lab columns and `memory` bytes for what rules remember, all zero.
 * Returns the bytes in use, or 0 as `reserve` does.
 */
export function reserveLabs(columns: i32, memory: usize): usize {
  columnCount = columns;
  memories = labs + columnBytes * <usize>columns;
  memoryBytes = memory;
  const end = memories + memory;
  clear(labs, end);
  if (end > untouched) untouched = end;
  return grown(end);
}

/** Zeroes what an earlier scenario may have left; fresh memory is zero, and touching it would cost. */
function clear(from: usize, to: usize): void {
  const end = to < untouched ? to : untouched;
  if (end > from) memory.fill(from, 0, end - from);
}

/** Grows the memory to `end`. */
function grown(end: usize): usize {
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  return end;
}

/** From here on an economy draws. */
export function drawFor(economy: i32): void {
  seedLow = <u32>economyInteger(economy, ECONOMY_SEED_LOW);
  seedHigh = <u32>economyInteger(economy, ECONOMY_SEED_HIGH);
}

/** Address of an economy's fields. */
// @ts-expect-error: decorator
@inline
export function economyAt(economy: i32): usize {
  return economies + <usize>economy * ((<usize>ECONOMY_STRIDE) << 3);
}

/** Address of a group's fields: whoever needs many of them asks once, and reads `load<f64>(at, GROUP_… << 3)`. */
// @ts-expect-error: decorator
@inline
export function groupAt(group: i32): usize {
  return groups + <usize>group * ((<usize>GROUP_STRIDE) << 3);
}

// @ts-expect-error: decorator
@inline
export function economyField(economy: i32, field: i32): f64 {
  return load<f64>(economyAt(economy) + ((<usize>field) << 3));
}

// @ts-expect-error: decorator
@inline
export function setEconomyField(economy: i32, field: i32, value: f64): void {
  store<f64>(economyAt(economy) + ((<usize>field) << 3), value);
}

// @ts-expect-error: decorator
@inline
export function groupField(group: i32, field: i32): f64 {
  return load<f64>(groupAt(group) + ((<usize>field) << 3));
}

/** The same in both lanes. */
// @ts-expect-error: decorator
@inline
export function groupVector(group: i32, field: i32): v128 {
  return v128.load64_splat(groupAt(group) + ((<usize>field) << 3));
}

// @ts-expect-error: decorator
@inline
export function setGroupField(group: i32, field: i32, value: f64): void {
  store<f64>(groupAt(group) + ((<usize>field) << 3), value);
}

/** 1.5·2^52: adding it leaves a whole number below 2^51 in the low bits of the sum. */
const TO_INTEGER: f64 = 6755399441055744;

/**
 * A whole number of the tables as an integer: two instructions and no branch, where a conversion that must answer for every
 * double takes a dozen. Ten labs' Euler tick asks thirty times.
 */
// @ts-expect-error: decorator
@inline
function integer(x: f64): i32 {
  return <i32>reinterpret<i64>(x + TO_INTEGER);
}

// @ts-expect-error: decorator
@inline
export function economyInteger(economy: i32, field: i32): i32 {
  return integer(economyField(economy, field));
}

// @ts-expect-error: decorator
@inline
export function groupInteger(group: i32, field: i32): i32 {
  return integer(groupField(group, field));
}

/** Address of a group's first slot in a lab column. */
// @ts-expect-error: decorator
@inline
export function columnOf(column: i32, group: i32): usize {
  return labs + columnBytes * <usize>column + ((<usize>groupInteger(group, 0)) << 3);
}

/** Bytes of a group's slots in a column, padding included: a multiple of 32. */
// @ts-expect-error: decorator
@inline
export function paddedBytes(group: i32): usize {
  return ((<usize>groupInteger(group, 1) + 3) & ~3) << 3;
}
