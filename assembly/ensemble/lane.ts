// A replica's way into a lane of the block and back.
import { closeTo, lengthOf, startOf } from '../clock';
import { decide } from '../decide';
import { SUM } from '../integrate/kicks';
import { nearestBlowUp } from '../integrate/paper';
import { LOG2_E } from '../integrate/passes';
import { expandPower, seriesOf } from '../integrate/powerSeries';
import { LONGEST } from '../integrate/re6';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_EPSILON,
  ECONOMY_ERROR,
  ECONOMY_FIRST_GROUP,
  ECONOMY_H,
  ECONOMY_IN_TICK,
  ECONOMY_INSIDE,
  ECONOMY_SPLITS,
  ECONOMY_SUBSTEPS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  ECONOMY_UNTIL,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_COUNT,
  GROUP_RECORD,
  GROUP_S,
  GROUP_SIGMA,
  GROUP_W,
  RECORD_FIELDS,
  SERIES_TERMS,
  SPLITS_CHANGE,
} from '../state/layout';
import {
  columnOf,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  setEconomyField,
  setGroupField,
} from '../state/memory';
import { PADDING_T } from '../state/padding';
import {
  bytesOf,
  columnAt,
  economyIn,
  groupsOfEach,
  PAIR_EPSILON,
  PAIR_H,
  PAIR_INSIDE,
  PAIR_INTERVAL,
  PAIR_NEAREST,
  PAIR_RUNNING,
  PAIR_STANDS,
  PAIR_SUBSTEPS,
  PAIR_TICK,
  PAIR_UNTIL,
  PAIR_WORST,
  pairAt,
  pairOffset,
  SHARED_A,
  SHARED_B,
  SHARED_C,
  SHARED_OWN,
  SHARED_RECORD,
  SHARED_S,
  SHARED_SERIES,
  SHARED_SIGMA,
  setEconomyIn,
  sharedAt,
} from './block';

/** Where a lane's double lies in the vector at an address. */
// @ts-expect-error: decorator
@inline
function half(lane: i32): usize {
  return (<usize>(lane & 1)) << 3;
}

/** Takes an economy into a free lane: between two ticks, or inside the one it is in. */
export function enterLane(lane: i32, economy: i32): void {
  setEconomyIn(lane, economy);
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  for (let i = 0; i < groupsOfEach; i++) share(lane, i, first + i);
  copyIn(lane, COLUMN_K, 0);
  copyIn(lane, COLUMN_T, PADDING_T);
  const at = pairAt(lane >> 1) + half(lane);
  store<f64>(at, min(economyField(economy, ECONOMY_EPSILON), LONGEST), PAIR_EPSILON);
  store<f64>(at, economyField(economy, ECONOMY_SUBSTEPS), PAIR_SUBSTEPS);
  store<f64>(at, economyField(economy, ECONOMY_H), PAIR_INTERVAL);
  store<f64>(at, economyField(economy, ECONOMY_UNTIL), PAIR_UNTIL);
  store<i64>(at, economyField(economy, ECONOMY_SPLITS) != SPLITS_CHANGE ? -1 : 0, PAIR_STANDS);
  if (economyField(economy, ECONOMY_IN_TICK) == 0) {
    openTick(lane, true);
    return;
  }
  copyIn(lane, COLUMN_Q, 0);
  copyIn(lane, COLUMN_S, 0);
  setTick(lane, economyField(economy, ECONOMY_INSIDE), economyField(economy, ECONOMY_ERROR));
}

/** What the labs of a group share, and what was last observed of it. */
function share(lane: i32, i: i32, g: i32): void {
  const to = sharedAt(lane >> 1, i) + half(lane);
  const sigma = groupField(g, GROUP_SIGMA);
  store<f64>(to, 1 - sigma, SHARED_OWN);
  store<f64>(to, sigma, SHARED_SIGMA);
  store<f64>(to, groupField(g, GROUP_A) * groupField(g, GROUP_W), SHARED_A);
  store<f64>(to, groupField(g, GROUP_B), SHARED_B);
  store<f64>(to, groupField(g, GROUP_C), SHARED_C);
  store<f64>(to, groupField(g, GROUP_S), SHARED_S);
  expandPower(g);
  const series = seriesOf(g);
  for (let k: usize = 0; k < <usize>SERIES_TERMS; k++) {
    store<f64>(to + (k << 4), load<f64>(series + (k << 3)), SHARED_SERIES);
  }
  for (let field = 0; field < RECORD_FIELDS; field++) {
    store<f64>(to + ((<usize>field) << 4), groupField(g, GROUP_RECORD + field), SHARED_RECORD);
  }
}

/** Copies a column of a lane's economy into the block; `padding` for the slot that makes a group's number even. */
function copyIn(lane: i32, column: i32, padding: f64): void {
  const first = economyInteger(economyIn(lane), ECONOMY_FIRST_GROUP);
  let to = columnAt(column) + pairOffset(lane >> 1) + half(lane);
  for (let i = 0; i < groupsOfEach; i++) {
    const from = columnOf(column, first + i);
    const count = <usize>groupInteger(first + i, GROUP_COUNT);
    for (let lab: usize = 0; lab < count; lab++) store<f64>(to + (lab << 4), load<f64>(from + (lab << 3)));
    if (count & 1) store<f64>(to + (count << 4), padding);
    to += bytesOf(i);
  }
}

function copyOut(lane: i32, column: i32): void {
  const first = economyInteger(economyIn(lane), ECONOMY_FIRST_GROUP);
  let from = columnAt(column) + pairOffset(lane >> 1) + half(lane);
  for (let i = 0; i < groupsOfEach; i++) {
    const to = columnOf(column, first + i);
    const count = <usize>groupInteger(first + i, GROUP_COUNT);
    for (let lab: usize = 0; lab < count; lab++) store<f64>(to + (lab << 3), load<f64>(from + (lab << 4)));
    from += bytesOf(i);
  }
}

/** Begins a tick. decides: does anyone's split change with it? */
export function openTick(lane: i32, decides: bool): void {
  const economy = economyIn(lane);
  if (decides) {
    decide(economy, lengthOf(economy));
    copyIn(lane, COLUMN_Q, 0);
    copyIn(lane, COLUMN_S, 0);
  }
  setEconomyField(economy, ECONOMY_IN_TICK, 1);
  setTick(lane, 0, 0);
}

function setTick(lane: i32, inside: f64, error: f64): void {
  const economy = economyIn(lane);
  const h = lengthOf(economy);
  const at = pairAt(lane >> 1) + half(lane);
  store<f64>(at, economyField(economy, ECONOMY_TICK), PAIR_TICK);
  store<f64>(at, h, PAIR_H);
  store<f64>(at, inside, PAIR_INSIDE);
  store<f64>(at, 0, PAIR_WORST);
  store<f64>(at, error, PAIR_WORST + SUM);
  store<f64>(at, nearestBlowUp(economy, closeTo(h)), PAIR_NEAREST);
  store<i64>(at, -1, PAIR_RUNNING);
}

/** Length of the tick that a lane is in. */
export function lengthIn(lane: i32): f64 {
  return load<f64>(pairAt(lane >> 1) + half(lane), PAIR_H);
}

/** Brings the stocks home, for whoever looks at them there. */
export function showStocks(lane: i32): void {
  copyOut(lane, COLUMN_K);
  copyOut(lane, COLUMN_T);
}

/** Brings home what was observed at the end of the last tick. */
export function showRecords(lane: i32): void {
  const first = economyInteger(economyIn(lane), ECONOMY_FIRST_GROUP);
  for (let i = 0; i < groupsOfEach; i++) {
    const from = sharedAt(lane >> 1, i) + half(lane);
    for (let field = 0; field < RECORD_FIELDS; field++) {
      setGroupField(first + i, GROUP_RECORD + field, load<f64>(from + ((<usize>field) << 4), SHARED_RECORD));
    }
  }
}

/** Brings home where time stands at the start of the present tick. */
export function showTime(lane: i32): void {
  const economy = economyIn(lane);
  setEconomyField(economy, ECONOMY_TICK, load<f64>(pairAt(lane >> 1) + half(lane), PAIR_TICK));
  setEconomyField(economy, ECONOMY_TIME, startOf(economy));
}

/**
 * Brings an economy home and frees the lane: after the end of a tick, or inside one that `tick` must end before anybody looks.
 */
export function leaveLane(lane: i32): void {
  const economy = economyIn(lane);
  const at = pairAt(lane >> 1) + half(lane);
  showStocks(lane);
  showRecords(lane);
  setEconomyField(economy, ECONOMY_SUBSTEPS, load<f64>(at, PAIR_SUBSTEPS));
  const ofK = load<f64>(at, PAIR_WORST) / LOG2_E;
  setEconomyField(economy, ECONOMY_ERROR, max(ofK, load<f64>(at, PAIR_WORST + SUM)));
  const isInside = economyField(economy, ECONOMY_IN_TICK) != 0;
  setEconomyField(economy, ECONOMY_INSIDE, isInside ? load<f64>(at, PAIR_INSIDE) : 0);
  store<i64>(at, 0, PAIR_RUNNING);
  setEconomyIn(lane, -1);
}
