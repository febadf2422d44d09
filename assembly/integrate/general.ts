// A tick by the general method: steps as long as ε/(fastest relative growth) and the error estimate allow, down to a
// located blow-up.
import { closeTo, endEconomy, endTick, K_MOST, startOf } from '../clock';
import {
  ECONOMY_EPSILON,
  ECONOMY_ERROR,
  ECONOMY_INSIDE,
  ECONOMY_LAST_GROWTH,
  ECONOMY_LAST_STEP,
  ECONOMY_NEXT_STEP,
  ECONOMY_SUBSTEPS,
} from '../state/layout';
import { economyField, setEconomyField } from '../state/memory';
import { acceptStep, beginStep, stepFactor, TOLERANCE, tryStep } from './dormandPrince';
import { fastestK, largestFlow, largestK } from './rates';

/** Least step, as a share of what the growth rates ask for: a kink is crossed at this length at the latest. */
const SHORTEST: f64 = 1e-9;

/** Would the next doublings of K, of what is made of it or of the money for more, leave the range of f64? */
function leavesRange(fastest: f64): bool {
  return largestK > K_MOST || largestK * fastest > K_MOST || largestFlow > K_MOST;
}

/** Forgets the step before: decisions at a tick's start make the rates jump. */
export function forgetStep(economy: i32): void {
  setEconomyField(economy, ECONOMY_LAST_STEP, 0);
}

/**
 * Least relative rise of growth in a step that speaks of a singularity: there it is dt·g/p, some 2e-3 or more for steps of
 * ε; where growth is constant (between releases, beyond T_max) it is rounding.
 */
const RISE: f64 = 1e-5;
/**
 * Towards a singularity g·R tends to p, and p > 1: training, which carries the growth, rises as R^(1−p). Less is a growth
 * rate that comes from near 0, as where depreciation just eats what is bought.
 */
const LEAST_POWER: f64 = 0.5;

/**
 * Remaining time if growth g goes on as g = p/R does: 1/g falls linearly, so R = dt·g₀/(g₁ − g₀) from the rates at both
 * ends of the last step. Off by a share of order R/t*, which is nothing where a run stops. +∞ where growth does not rise.
 */
function extrapolated(economy: i32): f64 {
  const dt = economyField(economy, ECONOMY_LAST_STEP);
  const before = economyField(economy, ECONOMY_LAST_GROWTH);
  if (dt == 0 || !(before > 0) || !(fastestK > before * (1 + RISE))) return Infinity;
  const R = (dt * before) / (fastestK - before);
  return R * fastestK > LEAST_POWER ? R : Infinity;
}

/** One tick, or what the budget of substeps (tried ones count) allows of it. Returns the budget left. */
export function integrateGeneral(economy: i32, h: f64, budget: i32): i32 {
  const epsilon = economyField(economy, ECONOMY_EPSILON);
  const close = closeTo(h);
  const start = startOf(economy);
  let inside = economyField(economy, ECONOMY_INSIDE);
  let left = budget;
  while (inside < h) {
    setEconomyField(economy, ECONOMY_INSIDE, inside);
    if (left <= 0) return left;
    const t = start + inside;
    const fastest = beginStep(economy, t);
    const growth = fastestK;
    const rest = h - inside;
    const R = extrapolated(economy);
    if ((R <= close && R <= rest) || leavesRange(fastest)) {
      endEconomy(economy, inside, R, rest);
      return left;
    }
    const longest = fastest > 0 ? epsilon / fastest : rest;
    const next = economyField(economy, ECONOMY_NEXT_STEP);
    let dt = next > 0 ? min(longest, next) : longest;
    if (dt >= rest) dt = rest;
    // Two equal steps rather than a whole one and a sliver.
    else if (2 * dt > rest) dt = 0.5 * rest;
    let error = tryStep(economy, t, dt);
    left--;
    while (!(error <= TOLERANCE) && dt > longest * SHORTEST) {
      dt *= min(0.5, stepFactor(error));
      // The first stage again: what the failed try accrued is void.
      beginStep(economy, t);
      error = tryStep(economy, t, dt);
      left--;
    }
    acceptStep(economy, dt);
    setEconomyField(economy, ECONOMY_NEXT_STEP, dt * stepFactor(error));
    setEconomyField(economy, ECONOMY_LAST_STEP, dt);
    setEconomyField(economy, ECONOMY_LAST_GROWTH, growth);
    setEconomyField(economy, ECONOMY_SUBSTEPS, economyField(economy, ECONOMY_SUBSTEPS) + 1);
    setEconomyField(economy, ECONOMY_ERROR, max(economyField(economy, ECONOMY_ERROR), error));
    inside = dt == rest ? h : inside + dt;
  }
  endTick(economy);
  return left;
}
