// What a lab that learns wants to see grow: its output potential K·T^ĉ, or only its chips K (the myopic trap: training
// never shows in it). Growth is that of the last tick, a rate of the logarithm.
import { COLUMN_GROWTH_K, COLUMN_GROWTH_T } from '../state/layout';
import { columnOf } from '../state/memory';

/** Codes are places in the host's list of choices. */
export const YARDSTICK_OUTPUT: i32 = 0;
export const YARDSTICK_CHIPS: i32 = 1;

/** Growth of the yardstick of lab i of a group, for someone who believes in ĉ. */
export function yardstickGrowth(group: i32, i: i32, cHat: f64, yardstick: i32): f64 {
  const at = (<usize>i) << 3;
  const chips = load<f64>(columnOf(COLUMN_GROWTH_K, group) + at);
  if (yardstick == YARDSTICK_CHIPS) return chips;
  return chips + cHat * load<f64>(columnOf(COLUMN_GROWTH_T, group) + at);
}
