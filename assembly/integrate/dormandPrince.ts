// Dormand & Prince's explicit method of order 5 with an order-4 error estimate (J. Comp. Appl. Math. 6, 1980), in
// (ln K, ln T). For economies whose growth of K depends on K: a contest, demand, chip supply, the cone, external funding.
// Kinks (caps, rungs, rationing) are met by shrinking the step until the estimate is below tolerance.
import { exp2v } from '../math/exp2';
import { pow } from '../math/pow';
import {
  ACCOUNTS,
  COLUMN_K,
  COLUMN_REVENUE,
  COLUMN_S,
  COLUMN_SALES,
  COLUMN_SLOPE_K,
  COLUMN_SLOPE_T,
  COLUMN_SPEND,
  COLUMN_STAGE_K,
  COLUMN_STAGE_T,
  COLUMN_STEP_BOUGHT,
  COLUMN_STEP_COST,
  COLUMN_STEP_LOST,
  COLUMN_STEP_PAID,
  COLUMN_STEP_REVENUE,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_PRICE,
  GROUP_DELTA,
  GROUP_OMEGA,
} from '../state/layout';
import { columnOf, economyField, economyInteger, groupField, paddedBytes } from '../state/memory';
import { rates } from './rates';

const LOG2_E: f64 = 1.4426950408889634;

/** Times of the stages, in steps. */
const NODES = memory.data<f64>([0, 0.2, 0.3, 0.8, 8.0 / 9.0, 1, 1]);
/** Row j: weights of the stages before j. The last row is the order-5 result, so stage 6 sees the step's end. */
const WEIGHTS = memory.data<f64>([
  0,
  0,
  0,
  0,
  0,
  0,
  0.2,
  0,
  0,
  0,
  0,
  0,
  3.0 / 40.0,
  9.0 / 40.0,
  0,
  0,
  0,
  0,
  44.0 / 45.0,
  -56.0 / 15.0,
  32.0 / 9.0,
  0,
  0,
  0,
  19372.0 / 6561.0,
  -25360.0 / 2187.0,
  64448.0 / 6561.0,
  -212.0 / 729.0,
  0,
  0,
  9017.0 / 3168.0,
  -355.0 / 33.0,
  46732.0 / 5247.0,
  49.0 / 176.0,
  -5103.0 / 18656.0,
  0,
  35.0 / 384.0,
  0,
  500.0 / 1113.0,
  125.0 / 192.0,
  -2187.0 / 6784.0,
  11.0 / 84.0,
]);
/** Order 5 minus order 4. */
const ERRORS = memory.data<f64>([
  71.0 / 57600.0,
  0,
  -71.0 / 16695.0,
  71.0 / 1920.0,
  -17253.0 / 339200.0,
  22.0 / 525.0,
  -1.0 / 40.0,
]);
const STAGE_COUNT: i32 = 7;

/** Largest error estimate of any ln K or ln T that a step may have. */
export const TOLERANCE: f64 = 1e-11;

function weightOf(stage: i32, source: i32): f64 {
  return load<f64>(WEIGHTS + ((<usize>(stage * 6 + source)) << 3));
}

/** Stage 0: copies K and T and evaluates the rates. Returns the fastest relative growth. */
export function beginStep(economy: i32, t: f64): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    memory.copy(columnOf(COLUMN_STAGE_K, g), columnOf(COLUMN_K, g), paddedBytes(g));
    memory.copy(columnOf(COLUMN_STAGE_T, g), columnOf(COLUMN_T, g), paddedBytes(g));
  }
  const fastest = rates(economy, t, 0);
  for (let g = first; g < last; g++) accrue(economy, g, 0);
  return fastest;
}

/** Stages 1 … 6 of a step of length dt after `beginStep`. Returns the error estimate; nothing is changed yet. */
export function tryStep(economy: i32, t: f64, dt: f64): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let stage = 1; stage < STAGE_COUNT; stage++) {
    for (let g = first; g < last; g++) {
      move(g, COLUMN_K, COLUMN_STAGE_K, COLUMN_SLOPE_K, stage, dt);
      move(g, COLUMN_T, COLUMN_STAGE_T, COLUMN_SLOPE_T, stage, dt);
    }
    rates(economy, t + dt * load<f64>(NODES + ((<usize>stage) << 3)), stage);
    if (stage < STAGE_COUNT - 1) for (let g = first; g < last; g++) accrue(economy, g, stage);
  }
  let worst: f64 = 0;
  for (let g = first; g < last; g++)
    worst = max(worst, max(errorOf(g, COLUMN_SLOPE_K), errorOf(g, COLUMN_SLOPE_T)));
  return worst * dt;
}

/** Takes the step that was tried. */
export function acceptStep(economy: i32, dt: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    memory.copy(columnOf(COLUMN_K, g), columnOf(COLUMN_STAGE_K, g), bytes);
    memory.copy(columnOf(COLUMN_T, g), columnOf(COLUMN_STAGE_T, g), bytes);
    for (let account = 0; account < ACCOUNTS; account++) {
      post(columnOf(COLUMN_REVENUE + account, g), columnOf(COLUMN_STEP_REVENUE + account, g), bytes, dt);
    }
  }
}

/** Posts the accounts of a step that kept the rates of its start. */
export function postStart(economy: i32, dt: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  // `beginStep` accrued them with the weight of stage 0.
  const whole = dt / weightOf(STAGE_COUNT - 1, 0);
  for (let g = first; g < last; g++) {
    for (let account = 0; account < ACCOUNTS; account++) {
      post(
        columnOf(COLUMN_REVENUE + account, g),
        columnOf(COLUMN_STEP_REVENUE + account, g),
        paddedBytes(g),
        whole,
      );
    }
  }
}

/** Clears the accounts at a tick's start. */
export function openAccounts(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    for (let account = 0; account < ACCOUNTS; account++) {
      memory.fill(columnOf(COLUMN_REVENUE + account, g), 0, paddedBytes(g));
    }
  }
}

/** Factor for the next step's length after an estimate: fifth-order control with the usual safety. */
export function stepFactor(error: f64): f64 {
  if (!(error > TOLERANCE * 1e-5)) return 5;
  return min(5, max(0.2, 0.9 * pow(TOLERANCE / error, 0.2)));
}

/** Stock at a stage: stock·e^(dt·Σ weight·slope). */
function move(g: i32, from: i32, to: i32, slopes: i32, stage: i32, dt: f64): void {
  const stock = columnOf(from, g);
  const out = columnOf(to, g);
  const scale = f64x2.splat(dt * LOG2_E);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    let slope = f64x2.splat(0);
    for (let i = 0; i < stage; i++) {
      slope = f64x2.add(
        slope,
        f64x2.mul(f64x2.splat(weightOf(stage, i)), v128.load(columnOf(slopes + i, g) + at)),
      );
    }
    v128.store(out + at, f64x2.mul(v128.load(stock + at), exp2v(f64x2.mul(slope, scale))));
    at += 16;
  } while (at < bytes);
}

function errorOf(g: i32, slopes: i32): f64 {
  const bytes = paddedBytes(g);
  let worst = f64x2.splat(0);
  let at: usize = 0;
  do {
    let sum = f64x2.splat(0);
    for (let i = 0; i < STAGE_COUNT; i++) {
      const weight = f64x2.splat(load<f64>(ERRORS + ((<usize>i) << 3)));
      sum = f64x2.add(sum, f64x2.mul(weight, v128.load(columnOf(slopes + i, g) + at)));
    }
    worst = f64x2.pmax(worst, f64x2.abs(sum));
    at += 16;
  } while (at < bytes);
  return max(f64x2.extract_lane(worst, 0), f64x2.extract_lane(worst, 1));
}

/** Adds a stage's accounts with its weight in the order-5 result. */
function accrue(economy: i32, g: i32, stage: i32): void {
  const weight = f64x2.splat(weightOf(STAGE_COUNT - 1, stage));
  const chips = f64x2.splat(1 / economyField(economy, ECONOMY_PRICE));
  const delta = f64x2.splat(groupField(g, GROUP_DELTA));
  const omega = f64x2.splat(groupField(g, GROUP_OMEGA));
  const one = f64x2.splat(1);
  const keep = i64x2.splat(stage == 0 ? 0 : -1);
  const K = columnOf(COLUMN_STAGE_K, g);
  const S = columnOf(COLUMN_S, g);
  const sales = columnOf(COLUMN_SALES, g);
  const spend = columnOf(COLUMN_SPEND, g);
  const revenue = columnOf(COLUMN_STEP_REVENUE, g);
  const bought = columnOf(COLUMN_STEP_BOUGHT, g);
  const lost = columnOf(COLUMN_STEP_LOST, g);
  const paid = columnOf(COLUMN_STEP_PAID, g);
  const cost = columnOf(COLUMN_STEP_COST, g);
  const bytes = paddedBytes(g);
  let at: usize = 0;
  do {
    const earned = v128.load(sales + at);
    const out = f64x2.mul(f64x2.sub(one, v128.load(S + at)), earned);
    add(revenue + at, keep, f64x2.mul(weight, earned));
    add(bought + at, keep, f64x2.mul(weight, f64x2.mul(chips, v128.load(spend + at))));
    const chipTime = f64x2.mul(weight, v128.load(K + at));
    add(lost + at, keep, f64x2.mul(delta, chipTime));
    add(cost + at, keep, f64x2.mul(omega, chipTime));
    add(paid + at, keep, f64x2.mul(weight, out));
    at += 16;
  } while (at < bytes);
}

// @ts-expect-error: decorator
@inline
function add(at: usize, keep: v128, value: v128): void {
  v128.store(at, f64x2.add(v128.and(keep, v128.load(at)), value));
}

/** tick's account += dt·step's account. */
function post(tick: usize, step: usize, bytes: usize, dt: f64): void {
  const length = f64x2.splat(dt);
  let at: usize = 0;
  do {
    v128.store(tick + at, f64x2.add(v128.load(tick + at), f64x2.mul(length, v128.load(step + at))));
    at += 16;
  } while (at < bytes);
}
