// Ensembles: many economies that know nothing of one another, each taken to the same tick. Small ones go through the block
// (block.ts), two to a vector; a lane that is done takes the next economy at once. The rest goes one by one.
import { endTick } from '../clock';
import { rungsOf } from '../market/ladder';
import { hasRoomFor, isRecording, recordRow, setRecording } from '../measure/account';
import { observeGrowth } from '../measure/growth';
import {
  ECONOMY_FIRST_GROUP,
  ECONOMY_GENERAL,
  ECONOMY_GROUPS,
  ECONOMY_LANES,
  ECONOMY_METHOD,
  ECONOMY_SPLITS,
  ECONOMY_STATUS,
  ECONOMY_TICK,
  ECONOMY_WATCHED,
  METHOD_RE6,
  SPLITS_CHANGE,
  STATUS_FAILED,
  STATUS_RUNNING,
} from '../state/layout';
import { economyCount, economyField, economyInteger, setEconomyField } from '../state/memory';
import { tick } from '../tick';
import { areAlike, economyIn, fits, layOut, PAIR_CLOSING, pairAt, pairs } from './block';
import { enterLane, leaveLane, lengthIn, openTick, showRecords, showStocks, showTime } from './lane';
import { observeSpread, observeStocks } from './observe';
import { stepAll } from './passes';
import { nearTheEnd, setOffAll } from './prepare';
import { chooseSubstep, tickOn } from './substep';

/** The tick to be reached. */
let goal: f64 = 0;
/** Substeps that are left of the budget. */
export let substepsLeft: i32 = 0;
/** First economy that was not looked at yet. */
let next: i32 = 0;
/** More substeps than a tick can take. */
const MOST: i32 = 1 << 30;

/** Marks the economies that may go through the block. */
export function assignLanes(): void {
  for (let e = 0; e < economyCount; e++) {
    const first = economyInteger(e, ECONOMY_FIRST_GROUP);
    const last = first + economyInteger(e, ECONOMY_GROUPS);
    let isPlain =
      economyField(e, ECONOMY_GENERAL) == 0 && economyField(e, ECONOMY_METHOD) == METHOD_RE6 && fits(e);
    for (let g = first; g < last; g++) isPlain = isPlain && rungsOf(g) == 0;
    setEconomyField(e, ECONOMY_LANES, isPlain ? 1 : 0);
  }
}

/**
 * Takes every running economy to the given tick, or to its end, with the bits of `advance`. Stops early when the record buffer is
 * full or after `substeps` substeps, if need be inside ticks, which the next call resumes. records: is a row recorded after
 * each tick? Forks do not wake. Returns how many economies have not got there yet.
 */
export function advanceEach(ticks: i32, substeps: i32, records: bool): i32 {
  goal = <f64>ticks;
  substepsLeft = substeps;
  next = 0;
  setRecording(records);
  while (next < economyCount && substepsLeft > 0 && hasRoomFor(1)) {
    if (!isShort(next)) next++;
    else if (economyField(next, ECONOMY_LANES) != 0) {
      if (!throughBlock()) break;
    } else alone(next++, 1);
  }
  setRecording(true);
  let short = 0;
  for (let e = 0; e < economyCount; e++) if (isShort(e)) short++;
  return short;
}

function isShort(economy: i32): bool {
  return (
    economyInteger(economy, ECONOMY_STATUS) == STATUS_RUNNING && economyField(economy, ECONOMY_TICK) < goal
  );
}

/** room: rows that must be left for it to go on. */
function alone(economy: i32, room: i32): void {
  while (isShort(economy) && substepsLeft > 0 && hasRoomFor(room)) substepsLeft = tick(economy, substepsLeft);
}

/** The economies from `next` on that are alike. False if there is no room for what they would record: the host must take rows first. */
function throughBlock(): bool {
  const model = next;
  layOut(model);
  if (!hasRoomFor(roomForBlock())) return false;
  let occupied = fill(model);
  while (occupied > 0) {
    let isFree = false;
    setOffAll();
    for (let p = 0; p < pairs; p++) {
      const near = nearTheEnd(p);
      if (near & 1) end(2 * p);
      if (near & 2) end(2 * p + 1);
      isFree = isFree || near != 0;
      chooseSubstep(p);
    }
    stepAll();
    substepsLeft -= occupied;
    // With the budget gone, lanes leave as their ticks end.
    const isPressed = substepsLeft <= 0 || !hasRoomFor(roomForBlock());
    for (let p = 0; p < pairs; p++) {
      const closing = v128.load(pairAt(p), PAIR_CLOSING);
      if (!v128.any_true(closing)) continue;
      const finite = observeStocks(p, closing);
      let rest = i64x2.bitmask(closing);
      if (!isPressed && !isRecording) rest &= ~i64x2.bitmask(tickOn(p, v128.and(closing, finite), goal));
      if (rest == 0) continue;
      observeSpread(p, closing);
      const sound = i64x2.bitmask(finite);
      if (rest & 1) close(2 * p, (sound & 1) != 0, isPressed);
      if (rest & 2) close(2 * p + 1, (sound & 2) != 0, isPressed);
      isFree = true;
    }
    if (isPressed) occupied = occupiedLanes();
    else if (isFree) occupied = fill(model);
  }
  return true;
}

/** Rows that a block may record after it was seen to have room: one a lane now, one a lane as all leave. */
function roomForBlock(): i32 {
  return 4 * pairs;
}

/** Gives free lanes to economies like the model; returns how many lanes are in use. */
function fill(model: i32): i32 {
  for (let lane = 0; lane < 2 * pairs; lane++) {
    if (economyIn(lane) >= 0) continue;
    while (next < economyCount && !isShort(next)) next++;
    if (next == economyCount || economyField(next, ECONOMY_LANES) == 0 || !areAlike(model, next)) break;
    enterLane(lane, next++);
  }
  return occupiedLanes();
}

function occupiedLanes(): i32 {
  let occupied = 0;
  for (let lane = 0; lane < 2 * pairs; lane++) if (economyIn(lane) >= 0) occupied++;
  return occupied;
}

/** Near its blow-up an economy goes on alone, at least to the end of the tick it is in. */
function end(lane: i32): void {
  const economy = economyIn(lane);
  showTime(lane);
  leaveLane(lane);
  substepsLeft -= MOST - tick(economy, MOST);
  // The others in the block record what they do, too.
  alone(economy, roomForBlock());
}

/** A lane's tick is done: what ../tick.ts does then. leaves: does the economy go home whatever it may still have to do? */
function close(lane: i32, isSound: bool, leaves: bool): void {
  const economy = economyIn(lane);
  const changes = economyField(economy, ECONOMY_SPLITS) == SPLITS_CHANGE;
  showTime(lane);
  endTick(economy);
  if (!isSound) setEconomyField(economy, ECONOMY_STATUS, STATUS_FAILED);
  if (changes) showStocks(lane);
  if (economyField(economy, ECONOMY_WATCHED) != 0) observeGrowth(economy, lengthIn(lane));
  if (changes || isRecording) showRecords(lane);
  recordRow(economy);
  if (!leaves && isShort(economy)) openTick(lane, changes);
  else leaveLane(lane);
}
