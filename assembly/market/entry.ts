// Entry: an empty place is taken, at a rate per place, by a newcomer that copies a surviving lab of its group: its split,
// its belief, what its rule remembers, and its stocks up to a lognormal spread. The newcomer's chips come from outside.
import { exp } from '../math/exp';
import { normal, uniform } from '../random/draw';
import { ENTRY } from '../random/purpose';
import { memoryColumn } from '../rules/memory';
import { remembers } from '../rules/table';
import {
  COLUMN_C_HAT,
  COLUMN_DEPLOYED,
  COLUMN_GROWTH_K,
  COLUMN_GROWTH_T,
  COLUMN_K,
  COLUMN_LAST_K,
  COLUMN_LAST_Q,
  COLUMN_LAST_T,
  COLUMN_Q,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_TICK,
  GROUP_COUNT,
  GROUP_ENTRY,
  GROUP_ENTRY_SPREAD,
  GROUP_ID,
  GROUP_RULE,
} from '../state/layout';
import { columnOf, economyInteger, groupField, groupInteger, seedHigh, seedLow } from '../state/memory';
import { copyLadder } from './ladder';

/** At a tick's start, for a tick of length h. */
export function enter(economy: i32, h: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const tick = <u32>economyInteger(economy, ECONOMY_TICK);
  for (let g = first; g < last; g++) {
    const rate = groupField(g, GROUP_ENTRY);
    if (rate == 0) continue;
    const count = groupInteger(g, GROUP_COUNT);
    const survivors = living(g, count);
    if (survivors == 0) continue;
    const chance = 1 - exp(-rate * h);
    const id = <u32>groupInteger(g, GROUP_ID);
    // Newcomers copy labs that were there at the tick's start, so places taken now do not count as survivors.
    for (let i = 0; i < count; i++) {
      const at = (<usize>i) << 3;
      if (load<f64>(columnOf(COLUMN_K, g) + at) != 0) continue;
      if (uniform(seedLow, seedHigh, tick, <u32>i, id, ENTRY, 0) >= chance) continue;
      const pick = uniform(seedLow, seedHigh, tick, <u32>i, id, ENTRY, 1);
      newcomer(g, i, nthSurvivor(g, count, i, <i32>(pick * <f64>survivors)), tick, id);
    }
    admit(g, count);
  }
}

function living(g: i32, count: i32): i32 {
  let found = 0;
  for (let i = 0; i < count; i++) if (load<f64>(columnOf(COLUMN_K, g) + ((<usize>i) << 3)) > 0) found++;
  return found;
}

/** The lab that n others with chips come before. Newcomers of this tick still have negative chips. */
function nthSurvivor(g: i32, count: i32, self: i32, n: i32): i32 {
  let left = n;
  for (let i = 0; i < count; i++) {
    if (!(load<f64>(columnOf(COLUMN_K, g) + ((<usize>i) << 3)) > 0)) continue;
    if (left == 0) return i;
    left--;
  }
  return self;
}

/** Writes the newcomer with negative chips, which mark it as not yet there for others to copy. */
function newcomer(g: i32, place: i32, model: i32, tick: u32, id: u32): void {
  const to = (<usize>place) << 3;
  const from = (<usize>model) << 3;
  const spread = groupField(g, GROUP_ENTRY_SPREAD);
  const K = exp(spread * normal(seedLow, seedHigh, tick, <u32>place, id, ENTRY, 2));
  const T = exp(spread * normal(seedLow, seedHigh, tick, <u32>place, id, ENTRY, 3));
  store<f64>(columnOf(COLUMN_K, g) + to, -load<f64>(columnOf(COLUMN_K, g) + from) * K);
  store<f64>(columnOf(COLUMN_T, g) + to, load<f64>(columnOf(COLUMN_T, g) + from) * T);
  copy(COLUMN_DEPLOYED, g, to, from);
  copy(COLUMN_C_HAT, g, to, from);
  copy(COLUMN_Q, g, to, from);
  // It has its model's techniques, so its ladder stands where its model's does.
  copyLadder(g, to, from);
  // Others may judge it by its growth: for its first tick that is its model's.
  store<f64>(columnOf(COLUMN_LAST_K, g) + to, -load<f64>(columnOf(COLUMN_K, g) + to));
  store<f64>(columnOf(COLUMN_LAST_T, g) + to, load<f64>(columnOf(COLUMN_T, g) + to));
  copy(COLUMN_LAST_Q, g, to, from);
  copy(COLUMN_GROWTH_K, g, to, from);
  copy(COLUMN_GROWTH_T, g, to, from);
  const remembered = remembers(groupInteger(g, GROUP_RULE));
  for (let field = 0; field < remembered; field++) {
    const column = memoryColumn(g, field);
    store<f64>(column + to, load<f64>(column + from));
  }
}

function copy(column: i32, g: i32, to: usize, from: usize): void {
  store<f64>(columnOf(column, g) + to, load<f64>(columnOf(column, g) + from));
}

function admit(g: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = columnOf(COLUMN_K, g) + ((<usize>i) << 3);
    store<f64>(at, abs(load<f64>(at)));
  }
}
