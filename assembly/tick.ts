// One tick, a line a phase: observe → decide → [produce, buy, train: rates, integrated] → account.
import { eulerStep } from './integrate/euler';
import { discrepancy, fastest, isCoupled, largest, prepare, step } from './integrate/re6';
import { remaining } from './integrate/remaining';
import { account, hasRoom, recordRow } from './measure/account';
import { reinvestConstant } from './reinvest/constant';
import { setClock, setGroup, setLabs, setPublic } from './rules/frame';
import { decideBy } from './rules/table';
import {
  COLUMN_C_HAT,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_BLOW_UP,
  ECONOMY_EPSILON,
  ECONOMY_ERROR,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_H,
  ECONOMY_IN_TICK,
  ECONOMY_INSIDE,
  ECONOMY_METHOD,
  ECONOMY_STATUS,
  ECONOMY_SUBSTEPS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  ECONOMY_UNTIL,
  GROUP_C,
  GROUP_COUNT,
  GROUP_ID,
  GROUP_RECORD,
  GROUP_RULE,
  METHOD_EULER,
  RECORD_T,
  STATUS_BLOW_UP,
  STATUS_FAILED,
  STATUS_FINISHED,
  STATUS_OVERFLOW,
  STATUS_RUNNING,
} from './state/layout';
import {
  columnOf,
  economyCount,
  economyField,
  groupField,
  paddedBytes,
  setEconomyField,
} from './state/memory';

/** A run stops this close to its blow-up, where the located t* is good to 1e-12: in time units, and as a share of h if h < 1. */
const CLOSE: f64 = 1e-9;
/** From here on the remaining time is looked at: it can be CLOSE no sooner than growth rates reach 1/CLOSE. */
const NEAR: f64 = 1e-10;
/** Above this the next doublings would leave the range of f64. */
const K_MOST: f64 = 1e280;
/** A tick's end this near to `until` (in h) is `until`: t = tick·h carries rounding. */
const TICK_SLACK: f64 = 1e-9;

/**
 * Takes up to `ticks` ticks, always of the running economy that is furthest behind (ties: the first), and stops early
 * when the record buffer is full or after `substeps` substeps, if need be inside a tick, which the next call resumes.
 * Returns the ticks completed; a call that completes none may still have moved.
 */
export function advance(ticks: i32, substeps: i32): i32 {
  let done = 0;
  let budget = substeps;
  while (done < ticks && budget > 0 && hasRoom()) {
    const economy = furthestBehind();
    if (economy < 0) break;
    budget = tickOf(economy, budget);
    if (economyField(economy, ECONOMY_IN_TICK) == 0) done++;
  }
  return done;
}

function furthestBehind(): i32 {
  let found = -1;
  let least: f64 = Infinity;
  for (let e = 0; e < economyCount; e++) {
    if (<i32>economyField(e, ECONOMY_STATUS) != STATUS_RUNNING) continue;
    const t = startOf(e);
    if (t < least) {
      least = t;
      found = e;
    }
  }
  return found;
}

/** Time at the current tick's start. */
function startOf(economy: i32): f64 {
  return economyField(economy, ECONOMY_TICK) * economyField(economy, ECONOMY_H);
}

/** Length of the current tick: h, except that the last tick ends at `until`. */
function lengthOf(economy: i32): f64 {
  const h = economyField(economy, ECONOMY_H);
  const rest = economyField(economy, ECONOMY_UNTIL) - startOf(economy);
  return rest < h * (1 + TICK_SLACK) ? rest : h;
}

/** One tick of one economy, or what the budget allows of it. Returns the budget left. */
function tickOf(economy: i32, budget: i32): i32 {
  const h = lengthOf(economy);
  if (economyField(economy, ECONOMY_IN_TICK) == 0) {
    decide(economy, h);
    setEconomyField(economy, ECONOMY_IN_TICK, 1);
    setEconomyField(economy, ECONOMY_INSIDE, 0);
    setEconomyField(economy, ECONOMY_ERROR, 0);
  }
  const left =
    economyField(economy, ECONOMY_METHOD) == METHOD_EULER
      ? euler(economy, h, budget)
      : integrate(economy, h, budget);
  if (economyField(economy, ECONOMY_IN_TICK) == 0) {
    close(economy);
    recordRow(economy);
  }
  return left;
}

/** Every group sees the state at the tick's start and fixes q and s for the tick. */
function decide(economy: i32, h: f64): void {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  let totalT: f64 = 0;
  for (let g = first; g < last; g++) totalT += groupField(g, GROUP_RECORD + RECORD_T);
  setPublic(totalT);
  setClock(<u32>economyField(economy, ECONOMY_TICK), startOf(economy), h);
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    const count = <i32>groupField(g, GROUP_COUNT);
    setGroup(g, <u32>groupField(g, GROUP_ID));
    setLabs(
      columnOf(COLUMN_K, g),
      columnOf(COLUMN_T, g),
      columnOf(COLUMN_Q, g),
      columnOf(COLUMN_S, g),
      columnOf(COLUMN_C_HAT, g),
      bytes,
      count,
    );
    reinvestConstant();
    decideBy(<i32>groupField(g, GROUP_RULE));
    // Padding decides nothing: whatever a rule made of a lab without chips is undone.
    for (let at = (<usize>count) << 3; at < bytes; at += 8) store<f64>(columnOf(COLUMN_Q, g) + at, 0);
  }
}

/** Integrates the rates over the tick with substeps dt = ε/(fastest relative growth). */
function integrate(economy: i32, h: f64, budget: i32): i32 {
  const coupled = isCoupled(economy);
  const epsilon = economyField(economy, ECONOMY_EPSILON);
  const unit = min(1, h);
  // Relative growth g grows at a rate of at most (1+c)·g, so no blow-up lies nearer than 1/((1+c)·g).
  const nearest = 1 / ((1 + steepestExponent(economy)) * NEAR * unit);
  let inside = economyField(economy, ECONOMY_INSIDE);
  let left = budget;
  while (inside < h) {
    if (left <= 0) {
      setEconomyField(economy, ECONOMY_INSIDE, inside);
      return left;
    }
    prepare(economy, coupled);
    const rest = h - inside;
    if ((fastest > nearest || largest > K_MOST) && stopsAt(economy, inside, rest, CLOSE * unit)) return left;
    const steps = ceil((rest * fastest) / epsilon);
    const dt = steps > 1 ? rest / steps : rest;
    step(economy, dt, coupled);
    inside = steps > 1 ? inside + dt : h;
    left--;
    setEconomyField(economy, ECONOMY_SUBSTEPS, economyField(economy, ECONOMY_SUBSTEPS) + 1);
    setEconomyField(economy, ECONOMY_ERROR, max(economyField(economy, ECONOMY_ERROR), discrepancy));
  }
  finishTick(economy);
  return left;
}

/** Ends the economy if its blow-up is in this tick and within `close`, or if K leaves the range. */
function stopsAt(economy: i32, inside: f64, rest: f64, close: f64): bool {
  const R = remaining(economy);
  if (largest <= K_MOST && !(R <= close && R <= rest)) return false;
  const t = startOf(economy) + inside;
  setEconomyField(economy, ECONOMY_TIME, t);
  setEconomyField(economy, ECONOMY_INSIDE, inside);
  setEconomyField(economy, ECONOMY_IN_TICK, 0);
  if (R <= rest) setEconomyField(economy, ECONOMY_BLOW_UP, t + R);
  setEconomyField(economy, ECONOMY_STATUS, R <= rest ? STATUS_BLOW_UP : STATUS_OVERFLOW);
  return true;
}

function steepestExponent(economy: i32): f64 {
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  let most: f64 = 0;
  for (let g = first; g < last; g++) most = max(most, groupField(g, GROUP_C));
  return most;
}

function euler(economy: i32, h: f64, budget: i32): i32 {
  eulerStep(economy, h);
  setEconomyField(economy, ECONOMY_SUBSTEPS, economyField(economy, ECONOMY_SUBSTEPS) + 1);
  finishTick(economy);
  return budget - 1;
}

function finishTick(economy: i32): void {
  setEconomyField(economy, ECONOMY_TICK, economyField(economy, ECONOMY_TICK) + 1);
  setEconomyField(economy, ECONOMY_INSIDE, 0);
  setEconomyField(economy, ECONOMY_IN_TICK, 0);
  const until = economyField(economy, ECONOMY_UNTIL);
  const ended = startOf(economy) >= until - TICK_SLACK * economyField(economy, ECONOMY_H);
  setEconomyField(economy, ECONOMY_TIME, ended ? until : startOf(economy));
  if (ended) setEconomyField(economy, ECONOMY_STATUS, STATUS_FINISHED);
}

/** Observes the tick's outcome; a non-finite state ends the economy. */
function close(economy: i32): void {
  if (!account(economy)) setEconomyField(economy, ECONOMY_STATUS, STATUS_FAILED);
}
