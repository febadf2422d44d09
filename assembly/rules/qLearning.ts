// Q-learning (Watkins 1989), tabular: a lab learns for each of nine regions around the turnpike which of nine splits pays.
//
// State: in which bin log2 z lies, z = bĉK/(T·y) and y = a·s·T̂^ĉ (z = 1: the turnpike); half an octave a bin, the outer
// ones open. Action: q = 0, 1/8, … 1. Reward: what was missed, g/max(y, z·y) − 1, growth of the yardstick against the
// fastest the lab could have grown; for chips alone that is g_K/y − 1. Growth itself would not do: it rises without end,
// so every value learnt would be out of date. Against max(y, zy) rewards stay in about [−1, 0], the best of them is had
// on the turnpike at any split, and so whatever discount γ is chosen leads there. All values start at 0, which no reward
// beats: a lab tries every split before it settles (optimism in the face of uncertainty).
import { exp2 } from '../math/exp2';
import { log2 } from '../math/log2';
import { uniform } from '../random/draw';
import { RULE } from '../random/purpose';
import { GROUP_A, GROUP_B, GROUP_RULE_PARAMETER, GROUP_SIGMA } from '../state/layout';
import { groupField, groupInteger, paddedBytes, seedHigh, seedLow } from '../state/memory';
import { C_HAT, count, group, groupId, K, Q, S, T, tick, totalT } from './frame';
import { memoryColumn } from './memory';
import { YARDSTICK_CHIPS, yardstickGrowth } from './yardstick';

const BINS: i32 = 9;
const SPLITS: i32 = 9;
const BINS_AN_OCTAVE: f64 = 2;
/** Remembered of each lab, 83 numbers = 664 bytes: the table, bin by bin; bin and split of the last tick, as one number; the fastest growth it could have had. */
const CHOICE: i32 = BINS * SPLITS;
const FASTEST: i32 = CHOICE + 1;
export const Q_LEARNING_REMEMBERS: i32 = FASTEST + 1;

// Draw numbers.
const EXPLORES: u32 = 0;
const WHICH: u32 = 1;
const TIE: u32 = 2;

/** Of the lab under way: the first value of its table, and the bytes to the next. */
let table: usize = 0;
let stride: usize = 0;

export function qLearning(): void {
  const exploration = groupField(group, GROUP_RULE_PARAMETER);
  const yardstick = groupInteger(group, GROUP_RULE_PARAMETER + 3);
  const choices = memoryColumn(group, CHOICE);
  const fastest = memoryColumn(group, FASTEST);
  stride = paddedBytes(group);
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 3;
    table = memoryColumn(group, 0) + at;
    const y = servingRate(at);
    const z =
      (groupField(group, GROUP_B) * load<f64>(C_HAT + at) * load<f64>(K + at)) / (load<f64>(T + at) * y);
    const bin = binOf(z);
    if (tick > 0) learn(i, <i32>load<f64>(choices + at), load<f64>(fastest + at), bin, yardstick);
    const split = draw(i, EXPLORES) < exploration ? oneOf(i, WHICH, SPLITS) : bestSplit(i, bin);
    store<f64>(choices + at, <f64>(bin * SPLITS + split));
    store<f64>(fastest + at, yardstick == YARDSTICK_CHIPS || !(z > 1) ? y : z * y);
    store<f64>(Q + at, <f64>split / <f64>(SPLITS - 1));
  }
}

/** y: growth rate of K if all chips served, in the paper economy. */
function servingRate(at: usize): f64 {
  const sigma = groupField(group, GROUP_SIGMA);
  const effective = (1 - sigma) * load<f64>(T + at) + sigma * totalT;
  return groupField(group, GROUP_A) * load<f64>(S + at) * exp2(load<f64>(C_HAT + at) * log2(effective));
}

function binOf(z: f64): i32 {
  const place = floor(BINS_AN_OCTAVE * log2(z) + 0.5) + <f64>(BINS >> 1);
  // Written so that NaN is the lowest bin.
  return place > 0 ? <i32>min(place, <f64>(BINS - 1)) : 0;
}

// @ts-expect-error: decorator
@inline
function valueAt(entry: i32): usize {
  return table + stride * <usize>entry;
}

/** Q(state, action) += α·(reward + γ·max Q(next state, ·) − Q(state, action)). */
function learn(i: i32, entry: i32, fastest: f64, bin: i32, yardstick: i32): void {
  if (!(fastest > 0 && isFinite(fastest))) return;
  const rate = groupField(group, GROUP_RULE_PARAMETER + 1);
  const discount = groupField(group, GROUP_RULE_PARAMETER + 2);
  const growth = yardstickGrowth(group, i, load<f64>(C_HAT + ((<usize>i) << 3)), yardstick);
  let best: f64 = -Infinity;
  for (let split = 0; split < SPLITS; split++) best = max(best, load<f64>(valueAt(bin * SPLITS + split)));
  const value = load<f64>(valueAt(entry));
  store<f64>(valueAt(entry), value + rate * (growth / fastest - 1 + discount * best - value));
}

/** The split of highest value; of several, each is as likely. */
function bestSplit(i: i32, bin: i32): i32 {
  let best: f64 = -Infinity;
  let ties = 0;
  for (let split = 0; split < SPLITS; split++) {
    const value = load<f64>(valueAt(bin * SPLITS + split));
    if (value > best) {
      best = value;
      ties = 1;
    } else if (value == best) ties++;
  }
  let skip = ties > 1 ? oneOf(i, TIE, ties) : 0;
  for (let split = 0; split < SPLITS; split++) {
    if (load<f64>(valueAt(bin * SPLITS + split)) == best && skip-- == 0) return split;
  }
  return 0;
}

function draw(i: i32, number: u32): f64 {
  return uniform(seedLow, seedHigh, tick, <u32>i, groupId, RULE, number);
}

/** One of 0 … n − 1. */
function oneOf(i: i32, number: u32, n: i32): i32 {
  return min(<i32>(draw(i, number) * <f64>n), n - 1);
}
