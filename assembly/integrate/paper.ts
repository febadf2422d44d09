// A tick of the paper economy by RE6, with substeps dt = ε/(fastest relative growth), down to a located blow-up.
import { closeTo, endEconomy, endTick, K_MOST } from '../clock';
import { rungsOf } from '../market/ladder';
import {
  ECONOMY_EPSILON,
  ECONOMY_ERROR,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_INSIDE,
  ECONOMY_SUBSTEPS,
  GROUP_C,
} from '../state/layout';
import { economyField, economyInteger, groupField, setEconomyField } from '../state/memory';
import { isCoupled } from './coupling';
import { discrepancy } from './passes';
import { fastest, largest, prepare } from './prepare';
import { LONGEST, step } from './re6';
import { remaining } from './remaining';
import { timeToAnyEnd } from './rungEnd';

/** The remaining time is looked at only where growth is so fast that it may be this share of where a run stops. */
const WORTH_A_LOOK: f64 = 0.1;

/** One tick, or what the budget of substeps allows of it. Returns the budget left. */
export function integratePaper(economy: i32, h: f64, budget: i32): i32 {
  const coupled = isCoupled(economy);
  const epsilon = min(economyField(economy, ECONOMY_EPSILON), LONGEST);
  const close = closeTo(h);
  const nearest = nearestBlowUp(economy, close);
  let inside = economyField(economy, ECONOMY_INSIDE);
  let left = budget;
  while (inside < h) {
    setEconomyField(economy, ECONOMY_INSIDE, inside);
    if (left <= 0) return left;
    prepare(economy, coupled, inside == 0);
    const rest = h - inside;
    if (fastest > nearest || largest > K_MOST) {
      const R = remaining(economy);
      if (largest > K_MOST || (R <= close && R <= rest)) {
        endEconomy(economy, inside, R, rest);
        return left;
      }
    }
    const steps = ceil((rest * fastest) / epsilon);
    let dt = steps > 1 ? rest / steps : rest;
    // Coupled labs go through a substep together, so all stop where one of them reaches the end of a rung.
    if (coupled) dt = min(dt, timeToAnyEnd(economy));
    step(economy, dt, coupled);
    inside = dt < rest ? inside + dt : h;
    left--;
    setEconomyField(economy, ECONOMY_SUBSTEPS, economyField(economy, ECONOMY_SUBSTEPS) + 1);
    setEconomyField(economy, ECONOMY_ERROR, max(economyField(economy, ECONOMY_ERROR), discrepancy()));
  }
  endTick(economy);
  return left;
}

/**
 * The relative growth from which on a blow-up may be as near as `close`, or nearly: growth g grows at a rate of at most
 * (1+c)·g, so no blow-up lies nearer than 1/((1+c)·g).
 */
export function nearestBlowUp(economy: i32, close: f64): f64 {
  return 1 / ((1 + steepestExponent(economy)) * WORTH_A_LOOK * close);
}

function steepestExponent(economy: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let most: f64 = 0;
  // A ladder ends, and with it any blow-up.
  for (let g = first; g < last; g++) if (rungsOf(g) == 0) most = max(most, groupField(g, GROUP_C));
  return most;
}
