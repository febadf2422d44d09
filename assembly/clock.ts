// Where an economy stands in time. t = tick·h, never a running sum, so that a million ticks carry no drift.
import {
  ECONOMY_BLOW_UP,
  ECONOMY_H,
  ECONOMY_IN_TICK,
  ECONOMY_INSIDE,
  ECONOMY_STATUS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  ECONOMY_UNTIL,
  STATUS_BLOW_UP,
  STATUS_FINISHED,
  STATUS_OVERFLOW,
  STATUS_RUNNING,
} from './state/layout';
import { economyCount, economyField, economyInteger, setEconomyField } from './state/memory';

/** A run stops this close to its blow-up, where the located t* is good to 1e-12: in time units, and as a share of h if h < 1. */
const CLOSE: f64 = 1e-9;
/** Above this the next doublings would leave the range of f64. */
export const K_MOST: f64 = 1e280;
/** A tick's end this near to `until` (in h) is `until`: t = tick·h carries rounding. */
export const SLACK: f64 = 1e-9;

/** How near to its blow-up an economy with decision interval h stops. */
export function closeTo(h: f64): f64 {
  return CLOSE * min(1, h);
}

/** The running economy that is furthest behind, the first of equals; −1 if none runs. */
export function furthestBehind(): i32 {
  let found = -1;
  let least: f64 = Infinity;
  for (let e = 0; e < economyCount; e++) {
    if (economyInteger(e, ECONOMY_STATUS) != STATUS_RUNNING) continue;
    const t = startOf(e);
    if (t < least) {
      least = t;
      found = e;
    }
  }
  return found;
}

/** Time at the current tick's start. */
export function startOf(economy: i32): f64 {
  return economyField(economy, ECONOMY_TICK) * economyField(economy, ECONOMY_H);
}

/** Length of the current tick: h, except that the last tick ends at `until`. */
export function lengthOf(economy: i32): f64 {
  const h = economyField(economy, ECONOMY_H);
  const rest = economyField(economy, ECONOMY_UNTIL) - startOf(economy);
  return rest < h * (1 + SLACK) ? rest : h;
}

/** The tick is done: time moves on, perhaps to the end of the run. */
export function endTick(economy: i32): void {
  setEconomyField(economy, ECONOMY_TICK, economyField(economy, ECONOMY_TICK) + 1);
  setEconomyField(economy, ECONOMY_INSIDE, 0);
  setEconomyField(economy, ECONOMY_IN_TICK, 0);
  const until = economyField(economy, ECONOMY_UNTIL);
  const ended = startOf(economy) >= until - SLACK * economyField(economy, ECONOMY_H);
  setEconomyField(economy, ECONOMY_TIME, ended ? until : startOf(economy));
  if (ended) setEconomyField(economy, ECONOMY_STATUS, STATUS_FINISHED);
}

/** The economy ends inside the tick: with a blow-up in R if that still lies in the tick, else by leaving the range. */
export function endEconomy(economy: i32, inside: f64, R: f64, rest: f64): void {
  const t = startOf(economy) + inside;
  setEconomyField(economy, ECONOMY_TIME, t);
  setEconomyField(economy, ECONOMY_INSIDE, inside);
  setEconomyField(economy, ECONOMY_IN_TICK, 0);
  if (R <= rest) setEconomyField(economy, ECONOMY_BLOW_UP, t + R);
  setEconomyField(economy, ECONOMY_STATUS, R <= rest ? STATUS_BLOW_UP : STATUS_OVERFLOW);
}
