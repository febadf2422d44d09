// The rates of the whole economy at one stage: produce → sell → buy chips → train. Reads COLUMN_STAGE_K and
// COLUMN_STAGE_T; writes sales, money for chips, and the slopes of ln K and ln T.

import { breakDown } from '../market/breakdown';
import { narrow } from '../market/cone';
import { leading, share, weigh } from '../market/contest';
import { totalRevenue } from '../market/demand';
import { arrive } from '../market/lag';
import { produce, serve } from '../market/produce';
import { rate } from '../market/quality';
import { servedColumn } from '../market/releases';
import { spill } from '../market/spillover';
import { chipPrice } from '../market/supply';
import {
  COLUMN_OUTPUT,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_SALES,
  COLUMN_SLOPE_K,
  COLUMN_SLOPE_T,
  COLUMN_SPEND,
  COLUMN_STAGE_K,
  COLUMN_STAGE_T,
  CONTEST_OUTPUT,
  ECONOMY_CONTEST,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_LAG,
  ECONOMY_PRICE,
  ECONOMY_THETA,
  GROUP_B,
  GROUP_DELTA,
  GROUP_FUNDING,
  GROUP_RHO,
} from '../state/layout';
import {
  columnOf,
  economyField,
  economyInteger,
  groupField,
  paddedBytes,
  setEconomyField,
} from '../state/memory';
import { sumColumn } from '../state/sum';

/** Largest d(ln K)/dt and largest K of any lab at the last evaluation. */
export let fastestK: f64 = 0;
export let largestK: f64 = 0;
/** Total output and money for chips at the last evaluation: with a rising price they leave the range long before K does. */
export let largestFlow: f64 = 0;

/** stage: which slope columns to fill, 0 … STAGES − 1. Returns the fastest |d ln K/dt| or |d ln T/dt|. */
export function rates(economy: i32, t: f64, stage: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const Y = produceAll(economy, first, last, t);
  sell(economy, first, last, Y);
  const spend = budget(first, last);
  largestFlow = max(Y, spend);
  const price = chipPrice(economy, t, spend);
  setEconomyField(economy, ECONOMY_PRICE, price);
  let fastest: f64 = 0;
  fastestK = 0;
  largestK = 0;
  for (let g = first; g < last; g++) fastest = max(fastest, grow(g, price, stage));
  return fastest;
}

/** Output of every lab at time t; returns the total. */
export function produceAll(economy: i32, first: i32, last: i32, t: f64): f64 {
  const late = economyField(economy, ECONOMY_LAG) != 0;
  let total: f64 = 0;
  if (late) total = arrive(economy, t);
  else for (let g = first; g < last; g++) total += sumColumn(servedColumn(g), paddedBytes(g));
  let Y: f64 = 0;
  for (let g = first; g < last; g++) {
    spill(g, total, late);
    breakDown(g);
    serve(g);
    narrow(g);
    rate(g);
    produce(g);
    Y += sumColumn(columnOf(COLUMN_OUTPUT, g), paddedBytes(g));
  }
  return Y;
}

/** Shares out total revenue. */
function sell(economy: i32, first: i32, last: i32, Y: f64): void {
  const revenue = totalRevenue(economy, Y);
  const contest = economyInteger(economy, ECONOMY_CONTEST);
  const theta = economyField(economy, ECONOMY_THETA);
  if (contest == CONTEST_OUTPUT && theta == 1) {
    const unit = Y > 0 ? revenue / Y : 0;
    for (let g = first; g < last; g++) scale(g, unit);
    return;
  }
  let leader: f64 = -Infinity;
  for (let g = first; g < last; g++) leader = max(leader, leading(g, contest));
  // Nobody has anything to sell: everyone's share of nothing is nothing.
  if (leader == -Infinity) {
    for (let g = first; g < last; g++) scale(g, 0);
    return;
  }
  let weights: f64 = 0;
  for (let g = first; g < last; g++) weights += weigh(g, contest, theta, leader);
  for (let g = first; g < last; g++) share(g, revenue, weights);
}

/** Every lab is paid the same for a unit of output. */
function scale(g: i32, unit: f64): void {
  const price = f64x2.splat(unit);
  const Y = columnOf(COLUMN_OUTPUT, g);
  const sales = columnOf(COLUMN_SALES, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    v128.store(sales + at, f64x2.mul(price, v128.load(Y + at)));
    at += 16;
  } while (at < bytes);
}

/** Money for chips: s of revenue, and external funding f for each chip. Returns the total. */
function budget(first: i32, last: i32): f64 {
  let total: f64 = 0;
  for (let g = first; g < last; g++) {
    const funding = f64x2.splat(groupField(g, GROUP_FUNDING));
    const sales = columnOf(COLUMN_SALES, g);
    const S = columnOf(COLUMN_S, g);
    const K = columnOf(COLUMN_STAGE_K, g);
    const spend = columnOf(COLUMN_SPEND, g);
    const bytes = paddedBytes(g);
    let at: usize = 0;
    do {
      const own = f64x2.mul(v128.load(S + at), v128.load(sales + at));
      v128.store(spend + at, f64x2.add(own, f64x2.mul(funding, v128.load(K + at))));
      at += 16;
    } while (at < bytes);
    total += sumColumn(spend, bytes);
  }
  return total;
}

/** Slopes of ln K (bought per chip, less δ) and ln T (trained per unit, less ρ). Labs without chips stand still. */
function grow(g: i32, price: f64, stage: i32): f64 {
  const p = f64x2.splat(price);
  const b = f64x2.splat(groupField(g, GROUP_B));
  const delta = f64x2.splat(groupField(g, GROUP_DELTA));
  const rho = f64x2.splat(groupField(g, GROUP_RHO));
  const zero = f64x2.splat(0);
  const K = columnOf(COLUMN_STAGE_K, g);
  const T = columnOf(COLUMN_STAGE_T, g);
  const Q = columnOf(COLUMN_Q, g);
  const spend = columnOf(COLUMN_SPEND, g);
  const slopeK = columnOf(COLUMN_SLOPE_K + stage, g);
  const slopeT = columnOf(COLUMN_SLOPE_T + stage, g);
  const bytes = paddedBytes(g);
  let top = zero;
  let topK = zero;
  let topGrowth = zero;
  let at: usize = 0;
  do {
    const k = v128.load(K + at);
    topK = f64x2.pmax(topK, k);
    const present = f64x2.gt(k, zero);
    const bought = f64x2.sub(f64x2.div(v128.load(spend + at), f64x2.mul(p, k)), delta);
    const trained = f64x2.sub(
      f64x2.div(f64x2.mul(f64x2.mul(b, v128.load(Q + at)), k), v128.load(T + at)),
      rho,
    );
    const x = v128.and(present, bought);
    const z = v128.and(present, trained);
    v128.store(slopeK + at, x);
    v128.store(slopeT + at, z);
    topGrowth = f64x2.pmax(topGrowth, x);
    top = f64x2.pmax(top, f64x2.pmax(f64x2.abs(x), f64x2.abs(z)));
    at += 16;
  } while (at < bytes);
  fastestK = max(fastestK, max(f64x2.extract_lane(topGrowth, 0), f64x2.extract_lane(topGrowth, 1)));
  largestK = max(largestK, max(f64x2.extract_lane(topK, 0), f64x2.extract_lane(topK, 1)));
  return max(f64x2.extract_lane(top, 0), f64x2.extract_lane(top, 1));
}
