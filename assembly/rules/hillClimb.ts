// Hill climb: try a step, keep its direction while the yardstick's growth improves, else turn.
//
// Growth itself rises all the time in a hyperbolic economy, so "more than a tick ago" would praise every split. A lab
// therefore compares growth as a share of its potential rate, what its chips would have bought had all of them served:
// e = g/y with y = (g_K + δ − f/p)/(1 − q), all seen in its own books, so that it works in any market. With K·T^ĉ as the
// yardstick e = 1 + q·(z − 1), z = bĉK/(T·y): up where chips are abundant (z > 1), down where training is, and flat on
// the turnpike, around which q then wanders. With K alone e = 1 − q: down to 0.
import { COLUMN_GROWTH_K, GROUP_DELTA, GROUP_FUNDING, GROUP_RULE_PARAMETER } from '../state/layout';
import { columnOf, groupField, groupInteger } from '../state/memory';
import { C_HAT, count, group, price, Q, tick } from './frame';
import { memoryColumn } from './memory';
import { yardstickGrowth } from './yardstick';

/** Remembered of each lab: the q it meant (without execution noise), the q it carried out a tick before the last, and e then. */
const MEANT: i32 = 0;
const CARRIED_OUT: i32 = 1;
const SHARE: i32 = 2;
export const HILL_CLIMB_REMEMBERS: i32 = 3;

export function hillClimb(): void {
  const start = groupField(group, GROUP_RULE_PARAMETER);
  const step = groupField(group, GROUP_RULE_PARAMETER + 1);
  const yardstick = groupInteger(group, GROUP_RULE_PARAMETER + 2);
  const meant = memoryColumn(group, MEANT);
  const carriedOut = memoryColumn(group, CARRIED_OUT);
  const shares = memoryColumn(group, SHARE);
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 3;
    const q = load<f64>(Q + at);
    let next = start;
    let share: f64 = -Infinity;
    if (tick > 0) {
      share = growthShare(i, q, yardstick);
      const move = q - load<f64>(carriedOut + at);
      const improved = share > load<f64>(shares + at);
      const aim = load<f64>(meant + at) + step * direction(tick == 1, improved, move, q);
      // Clamped, not reflected: the summit may lie at an end.
      next = min(1, max(0, aim));
    }
    store<f64>(carriedOut + at, q);
    store<f64>(shares + at, share);
    store<f64>(meant + at, next);
    store<f64>(Q + at, next);
  }
}

/** e of lab i in the last tick; −∞ if it bought nothing with what it served, so that it turns. */
function growthShare(i: i32, q: f64, yardstick: i32): f64 {
  const at = (<usize>i) << 3;
  const funded = groupField(group, GROUP_FUNDING) / price;
  const bought = load<f64>(columnOf(COLUMN_GROWTH_K, group) + at) + groupField(group, GROUP_DELTA) - funded;
  if (!(bought > 0)) return -Infinity;
  return (yardstickGrowth(group, i, load<f64>(C_HAT + at), yardstick) * (1 - q)) / bought;
}

/** The first step goes up; one that an end has stopped goes inward again. */
function direction(first: bool, improved: bool, move: f64, q: f64): f64 {
  if (first) return 1;
  if (move == 0) return q > 0.5 ? -1 : 1;
  return improved == move > 0 ? 1 : -1;
}
