import { BELIEF, INITIAL_K, INITIAL_T } from '../random/purpose';
import {
  COLUMN_C_HAT,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_BLOW_UP,
  ECONOMY_ERROR,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_IN_TICK,
  ECONOMY_INSIDE,
  ECONOMY_PRICE,
  ECONOMY_STATUS,
  ECONOMY_SUBSTEPS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  GROUP_C_HAT,
  GROUP_COUNT,
  GROUP_K0,
  GROUP_S,
  GROUP_T0,
  STATUS_RUNNING,
} from '../state/layout';
import {
  columnOf,
  drawFor,
  economyCount,
  economyInteger,
  groupField,
  groupInteger,
  paddedBytes,
  setEconomyField,
} from '../state/memory';
import { PADDING_T } from '../state/padding';
import { drawInitial } from './distribution';

/** Draws every lab's K₀, T₀ and ĉ and sets all clocks to 0. Slots past a group's count hold labs without chips or revenue. */
export function initialise(): void {
  for (let e = 0; e < economyCount; e++) {
    drawFor(e);
    const first = economyInteger(e, ECONOMY_FIRST_GROUP);
    const last = first + economyInteger(e, ECONOMY_GROUPS);
    for (let g = first; g < last; g++) drawLabs(g);
    resetClock(e);
  }
}

function drawLabs(g: i32): void {
  const count = groupInteger(g, GROUP_COUNT);
  const slots = <i32>(paddedBytes(g) >> 3);
  const s = groupField(g, GROUP_S);
  for (let i = 0; i < slots; i++) {
    const at = (<usize>i) << 3;
    const real = i < count;
    store<f64>(columnOf(COLUMN_K, g) + at, real ? drawInitial(g, GROUP_K0, i, INITIAL_K) : 0);
    store<f64>(columnOf(COLUMN_T, g) + at, real ? drawInitial(g, GROUP_T0, i, INITIAL_T) : PADDING_T);
    store<f64>(columnOf(COLUMN_C_HAT, g) + at, real ? drawInitial(g, GROUP_C_HAT, i, BELIEF) : 1);
    store<f64>(columnOf(COLUMN_Q, g) + at, 0);
    store<f64>(columnOf(COLUMN_S, g) + at, real ? s : 0);
  }
}

function resetClock(e: i32): void {
  setEconomyField(e, ECONOMY_TICK, 0);
  setEconomyField(e, ECONOMY_TIME, 0);
  setEconomyField(e, ECONOMY_INSIDE, 0);
  setEconomyField(e, ECONOMY_IN_TICK, 0);
  setEconomyField(e, ECONOMY_STATUS, STATUS_RUNNING);
  setEconomyField(e, ECONOMY_BLOW_UP, Infinity);
  setEconomyField(e, ECONOMY_SUBSTEPS, 0);
  setEconomyField(e, ECONOMY_ERROR, 0);
  setEconomyField(e, ECONOMY_PRICE, 1);
}
