// Imitate: pairwise comparison with Fermi's rule (Traulsen, Nowak and Pacheco 2006). With probability 1 − e^(−μh) a lab
// looks at one other lab of the whole economy, each equally likely, and with probability 1/(1 + e^(−β(π_j − π_i))) takes over
// the split it carried out in the last tick; π is the growth of its yardstick in that tick. A copy goes wrong with
// probability ν: it is then off by a normal step, reflected at 0 and 1.
//
// Everyone sees the last tick: other splits are read from COLUMN_LAST_Q, which no decision writes.
import { exp } from '../math/exp';
import { normal, uniform } from '../random/draw';
import { RULE } from '../random/purpose';
import { COLUMN_K, COLUMN_LAST_Q, GROUP_COUNT, GROUP_RULE_PARAMETER } from '../state/layout';
import { columnOf, groupField, groupInteger, seedHigh, seedLow } from '../state/memory';
import { C_HAT, count, firstGroup, group, groupId, h, lastGroup, Q, tick } from './frame';
import { memoryColumn } from './memory';
import { reflect } from './reflect';
import { yardstickGrowth } from './yardstick';

/** Remembered of each lab: the q it means to play (its execution noise does not add up). */
const MEANT: i32 = 0;
export const IMITATE_REMEMBERS: i32 = 1;

// Draw numbers.
const REVISES: u32 = 0;
const PARTNER: u32 = 1;
const ADOPTS: u32 = 2;
const ERRS: u32 = 3;
const STEP: u32 = 4;

export function imitate(): void {
  const start = groupField(group, GROUP_RULE_PARAMETER);
  const revision = 1 - exp(-groupField(group, GROUP_RULE_PARAMETER + 1) * h);
  const meant = memoryColumn(group, MEANT);
  let others = -1;
  for (let g = firstGroup; g < lastGroup; g++) others += groupInteger(g, GROUP_COUNT);
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 3;
    if (tick == 0) store<f64>(meant + at, start);
    else if (others > 0 && draw(i, REVISES) < revision)
      store<f64>(meant + at, revised(i, load<f64>(meant + at), others));
    store<f64>(Q + at, load<f64>(meant + at));
  }
}

function draw(i: i32, number: u32): f64 {
  return uniform(seedLow, seedHigh, tick, <u32>i, groupId, RULE, number);
}

/** The split of lab i after it has met one of the `others`. */
function revised(i: i32, q: f64, others: i32): f64 {
  let j = min(<i32>(draw(i, PARTNER) * <f64>others), others - 1);
  // Places before this lab's own keep their number, those after it move up: all but itself are as likely.
  if (j >= placeOf(i)) j++;
  let g = firstGroup;
  while (j >= groupInteger(g, GROUP_COUNT)) j -= groupInteger(g++, GROUP_COUNT);
  const there = (<usize>j) << 3;
  // A place that a lab has left.
  if (!(load<f64>(columnOf(COLUMN_K, g) + there) > 0)) return q;

  const beta = groupField(group, GROUP_RULE_PARAMETER + 2);
  const yardstick = groupInteger(group, GROUP_RULE_PARAMETER + 5);
  const cHat = load<f64>(C_HAT + ((<usize>i) << 3));
  const better = yardstickGrowth(g, j, cHat, yardstick) - yardstickGrowth(group, i, cHat, yardstick);
  if (!(draw(i, ADOPTS) * (1 + exp(-beta * better)) < 1)) return q;
  const copy = load<f64>(columnOf(COLUMN_LAST_Q, g) + there);
  if (!(draw(i, ERRS) < groupField(group, GROUP_RULE_PARAMETER + 3))) return copy;
  const step = groupField(group, GROUP_RULE_PARAMETER + 4);
  return reflect(copy + step * normal(seedLow, seedHigh, tick, <u32>i, groupId, RULE, STEP));
}

/** Number of lab i among all labs of the economy. */
function placeOf(i: i32): i32 {
  let place = i;
  for (let g = firstGroup; g < group; g++) place += groupInteger(g, GROUP_COUNT);
  return place;
}
