// Diffusion lag τ: others' training enters production late, as open models trail the frontier by some months.
// What serves at each tick's two ends, and how fast it changes there, is kept for as many ticks as τ is long; between
// the ends it is a cubic (Hermite), so the error is of fourth order in the decision interval. Before t = 0 others had
// what they had at t = 0. τ is at least one tick, so only ticks that are over are looked at.
import {
  COLUMN_ARRIVED,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_H,
  ECONOMY_HISTORY,
  ECONOMY_HISTORY_TICKS,
  ECONOMY_LAG,
  ECONOMY_TICK,
  GROUP_B,
  GROUP_FIRST,
  GROUP_RHO,
} from '../state/layout';
import {
  columnOf,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  memories,
  paddedBytes,
  setEconomyField,
} from '../state/memory';
import { sumColumn } from '../state/sum';
import { releases, servedColumn } from './releases';

/** Values kept of a tick: what served at its start and end, and its slopes there. */
const START: i32 = 0;
const END: i32 = 1;
const START_SLOPE: i32 = 2;
const END_SLOPE: i32 = 3;
const KEPT: i32 = 4;

/** Bytes of one kept value over all labs of the economy. */
function width(economy: i32): usize {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS) - 1;
  return (
    ((<usize>groupInteger(last, GROUP_FIRST)) << 3) +
    paddedBytes(last) -
    ((<usize>groupInteger(first, GROUP_FIRST)) << 3)
  );
}

/** Bytes of an economy's history; sets where it lies in the memories region and how many ticks it holds. */
export function historyNeeded(economy: i32, offset: usize): usize {
  const lag = economyField(economy, ECONOMY_LAG);
  if (lag == 0) return 0;
  const ticks = ceil(lag / economyField(economy, ECONOMY_H)) + 2;
  setEconomyField(economy, ECONOMY_HISTORY, <f64>offset);
  setEconomyField(economy, ECONOMY_HISTORY_TICKS, ticks);
  return width(economy) * <usize>KEPT * <usize>ticks;
}

/** A fork takes over what its base kept; with another lag, everybody had before what they have now. */
export function passOn(base: i32, economy: i32): void {
  if (economyField(economy, ECONOMY_LAG) == 0) return;
  const ticks = economyField(economy, ECONOMY_HISTORY_TICKS);
  const same = economyField(base, ECONOMY_LAG) == economyField(economy, ECONOMY_LAG);
  if (same) {
    const from = memories + <usize>economyInteger(base, ECONOMY_HISTORY);
    const to = memories + <usize>economyInteger(economy, ECONOMY_HISTORY);
    memory.copy(to, from, width(economy) * <usize>KEPT * <usize>ticks);
    return;
  }
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const served = releases(g) ? servedColumn(g) : columnOf(COLUMN_T, g);
    for (let tick = 0; tick < <i32>ticks; tick++) {
      memory.copy(kept(economy, g, tick, START), served, paddedBytes(g));
      memory.copy(kept(economy, g, tick, END), served, paddedBytes(g));
      memory.fill(kept(economy, g, tick, START_SLOPE), 0, paddedBytes(g));
      memory.fill(kept(economy, g, tick, END_SLOPE), 0, paddedBytes(g));
    }
  }
}

/** Where a group's labs are in the given tick's kept value. */
function kept(economy: i32, g: i32, tick: i32, value: i32): usize {
  const ticks = economyInteger(economy, ECONOMY_HISTORY_TICKS);
  const base = groupInteger(economyInteger(economy, ECONOMY_FIRST_GROUP), GROUP_FIRST);
  const place = (<usize>(groupInteger(g, GROUP_FIRST) - base)) << 3;
  const row = width(economy) * <usize>((tick % ticks) * KEPT + value);
  return memories + <usize>economyInteger(economy, ECONOMY_HISTORY) + row + place;
}

/** Keeps what serves now as the start (value START) or the end (END) of the economy's current tick. */
function keep(economy: i32, value: i32): void {
  const tick = economyInteger(economy, ECONOMY_TICK) - (value == END ? 1 : 0);
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    const served = releases(g) ? servedColumn(g) : columnOf(COLUMN_T, g);
    memory.copy(kept(economy, g, tick, value), served, bytes);
    const slope = kept(economy, g, tick, value + START_SLOPE);
    if (releases(g)) {
      memory.fill(slope, 0, bytes);
      continue;
    }
    const b = groupField(g, GROUP_B);
    const rho = groupField(g, GROUP_RHO);
    for (let at: usize = 0; at < bytes; at += 8) {
      const trained = b * load<f64>(columnOf(COLUMN_Q, g) + at) * load<f64>(columnOf(COLUMN_K, g) + at);
      store<f64>(slope + at, trained - rho * load<f64>(columnOf(COLUMN_T, g) + at));
    }
  }
}

/** At a tick's start, once decisions are taken. */
export function keepStart(economy: i32): void {
  if (economyField(economy, ECONOMY_LAG) != 0) keep(economy, START);
}

/** At a tick's end. */
export function keepEnd(economy: i32): void {
  if (economyField(economy, ECONOMY_LAG) != 0) keep(economy, END);
}

/** Fills what has arrived by time t of every lab's training, as others see it; returns the sum over the economy. */
export function arrive(economy: i32, t: f64): f64 {
  const h = economyField(economy, ECONOMY_H);
  const then = (t - economyField(economy, ECONOMY_LAG)) / h;
  const tick = then > 0 ? <i32>floor(then) : 0;
  const x = then > 0 ? then - <f64>tick : 0;
  // Hermite basis on [0, 1].
  const one = f64x2.splat((1 + 2 * x) * (1 - x) * (1 - x));
  const two = f64x2.splat(x * x * (3 - 2 * x));
  const three = f64x2.splat(h * x * (1 - x) * (1 - x));
  const four = f64x2.splat(h * x * x * (x - 1));
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let total: f64 = 0;
  for (let g = first; g < last; g++) {
    const start = kept(economy, g, tick, START);
    const end = kept(economy, g, tick, END);
    const startSlope = kept(economy, g, tick, START_SLOPE);
    const endSlope = kept(economy, g, tick, END_SLOPE);
    const out = columnOf(COLUMN_ARRIVED, g);
    const bytes = paddedBytes(g);
    let at: usize = 0;
    do {
      let sum = f64x2.mul(one, v128.load(start + at));
      if (x > 0) {
        sum = f64x2.add(sum, f64x2.mul(two, v128.load(end + at)));
        sum = f64x2.add(sum, f64x2.mul(three, v128.load(startSlope + at)));
        sum = f64x2.add(sum, f64x2.mul(four, v128.load(endSlope + at)));
      }
      v128.store(out + at, sum);
      at += 16;
    } while (at < bytes);
    total += sumColumn(out, bytes);
  }
  return total;
}
