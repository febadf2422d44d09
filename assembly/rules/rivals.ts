// What a lab knows of its rivals: how much of the market is its own. Shares are those that everyone would have if all
// chips served, so they come from the state at the tick's start and not from the splits that are being decided.
import { logLadderOf, rungsOf } from '../market/ladder';
import { exp2 } from '../math/exp2';
import { log2 } from '../math/log2';
import {
  COLUMN_K,
  COLUMN_T,
  CONTEST_QUALITY,
  ECONOMY_CONTEST,
  ECONOMY_THETA,
  GROUP_A,
  GROUP_C,
  GROUP_COUNT,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { columnOf, economyField, economyInteger, groupField, groupInteger } from '../state/memory';
import { economy, firstGroup, lastGroup, totalT } from './frame';

/** ΣP of the economy, P = a·w·K·G(T̂), what labs make with all their chips. */
export let potential: f64 = 0;
let isOnQuality: bool = false;
let theta: f64 = 1;
/** Largest log2 of what labs are judged by, and the sum of their weights relative to it. */
let leader: f64 = 0;
let weights: f64 = 0;

/** T̂ of lab i. A lab alone has no others, whatever the rounding of the total. */
export function effectiveTraining(g: i32, i: i32): f64 {
  const own = load<f64>(columnOf(COLUMN_T, g) + ((<usize>i) << 3));
  return own + groupField(g, GROUP_SIGMA) * max(0, totalT - own);
}

function logQuality(g: i32, i: i32): f64 {
  const That = effectiveTraining(g, i);
  return rungsOf(g) == 0 ? groupField(g, GROUP_C) * log2(That) : logLadderOf(g, i, That);
}

// @ts-expect-error: decorator
@inline
function chips(g: i32, i: i32): f64 {
  return load<f64>(columnOf(COLUMN_K, g) + ((<usize>i) << 3));
}

function potentialOf(g: i32, i: i32): f64 {
  return groupField(g, GROUP_A) * groupField(g, GROUP_W) * chips(g, i) * exp2(logQuality(g, i));
}

/** log2 of what lab i is judged by. */
function standing(g: i32, i: i32): f64 {
  return isOnQuality ? logQuality(g, i) : log2(potentialOf(g, i));
}

/** Surveys the economy in the frame; call before the shares. */
export function survey(): void {
  isOnQuality = economyInteger(economy, ECONOMY_CONTEST) == CONTEST_QUALITY;
  theta = economyField(economy, ECONOMY_THETA);
  potential = 0;
  leader = -Infinity;
  for (let g = firstGroup; g < lastGroup; g++) {
    for (let i = 0; i < groupInteger(g, GROUP_COUNT); i++) {
      if (!(chips(g, i) > 0)) continue;
      potential += potentialOf(g, i);
      leader = max(leader, standing(g, i));
    }
  }
  weights = 0;
  for (let g = firstGroup; g < lastGroup; g++)
    for (let i = 0; i < groupInteger(g, GROUP_COUNT); i++) if (chips(g, i) > 0) weights += weight(g, i);
}

function weight(g: i32, i: i32): f64 {
  return exp2(theta * (standing(g, i) - leader));
}

/** Share of lab i in all output; 1/N among N alike. */
export function outputShare(g: i32, i: i32): f64 {
  return potentialOf(g, i) / potential;
}

/** Share of lab i in all revenue; 1/N among N alike. */
export function revenueShare(g: i32, i: i32): f64 {
  return weight(g, i) / weights;
}
