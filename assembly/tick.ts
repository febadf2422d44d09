// One tick, a line a phase: decide → [produce → sell → buy chips → train: rates, integrated over the tick] → account.
import { endTick, furthestBehind, lengthOf, startOf } from './clock';
import { decide } from './decide';
import { wakeForks } from './fork';
import { openAccounts } from './integrate/dormandPrince';
import { eulerGeneral, eulerStep } from './integrate/euler';
import { forgetStep, integrateGeneral } from './integrate/general';
import { integratePaper } from './integrate/paper';
import { enter } from './market/entry';
import { leave, settle } from './market/exit';
import { keepEnd, keepStart } from './market/lag';
import { release } from './market/releases';
import { account, hasRoom, recordRow } from './measure/account';
import { observeGrowth } from './measure/growth';
import {
  ECONOMY_ERROR,
  ECONOMY_GENERAL,
  ECONOMY_IN_TICK,
  ECONOMY_INSIDE,
  ECONOMY_METHOD,
  ECONOMY_STATUS,
  ECONOMY_SUBSTEPS,
  ECONOMY_WATCHED,
  METHOD_EULER,
  STATUS_FAILED,
} from './state/layout';
import { drawFor, economyField, setEconomyField } from './state/memory';

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
    budget = tick(economy, budget);
    if (economyField(economy, ECONOMY_IN_TICK) == 0) done++;
  }
  return done;
}

/** One tick of one economy, or what the budget allows of it. Returns the budget left. */
export function tick(economy: i32, budget: i32): i32 {
  const h = lengthOf(economy);
  if (economyField(economy, ECONOMY_IN_TICK) == 0) begin(economy, h);
  const left = integrate(economy, h, budget);
  if (economyField(economy, ECONOMY_IN_TICK) == 0) close(economy, h);
  return left;
}

/** Exit, entry, releases and decisions, all on the state at the tick's start. */
function begin(economy: i32, h: f64): void {
  const general = economyField(economy, ECONOMY_GENERAL) != 0;
  if (general) {
    drawFor(economy);
    leave(economy);
    enter(economy, h);
    release(economy);
  }
  decide(economy, h);
  setEconomyField(economy, ECONOMY_IN_TICK, 1);
  setEconomyField(economy, ECONOMY_INSIDE, 0);
  setEconomyField(economy, ECONOMY_ERROR, 0);
  if (general) {
    keepStart(economy);
    openAccounts(economy);
    forgetStep(economy);
  }
}

function integrate(economy: i32, h: f64, budget: i32): i32 {
  const general = economyField(economy, ECONOMY_GENERAL) != 0;
  if (economyField(economy, ECONOMY_METHOD) == METHOD_EULER) {
    if (general) eulerGeneral(economy, startOf(economy), h);
    else eulerStep(economy, h);
    setEconomyField(economy, ECONOMY_SUBSTEPS, economyField(economy, ECONOMY_SUBSTEPS) + 1);
    endTick(economy);
    return budget - 1;
  }
  return general ? integrateGeneral(economy, h, budget) : integratePaper(economy, h, budget);
}

/** Observes and records the tick's outcome; a non-finite state ends the economy. */
function close(economy: i32, h: f64): void {
  if (economyField(economy, ECONOMY_GENERAL) != 0) {
    settle(economy);
    keepEnd(economy);
  }
  if (!account(economy, h)) setEconomyField(economy, ECONOMY_STATUS, STATUS_FAILED);
  if (economyField(economy, ECONOMY_WATCHED) != 0) observeGrowth(economy, h);
  recordRow(economy);
  wakeForks(economy);
}
