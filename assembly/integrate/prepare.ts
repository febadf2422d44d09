// The start of a substep: 1/T̂ and the growth rates of every lab, and how fast the fastest of them grows.
import { ladder, locate, PowerLaw, Rungs, rungsOf } from '../market/ladder';
import { log2vNormal } from '../math/log2';
import { powvNormal } from '../math/powNormal';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_RATE,
  COLUMN_S,
  COLUMN_T,
  COLUMN_TRAINING,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { columnOf, economyInteger, groupField, paddedBytes } from '../state/memory';
import { observedTotalT, totalOf, trainingSpeed } from './coupling';
import { SUM } from './kicks';
import { expandPower } from './powerSeries';

const LOG2_E: f64 = 1.4426950408889634;

/** The same two of each lane of a range. */
const tops = memory.data(2 * <i32>SUM, 16);

/** Fastest relative growth of any K or T̂ at the substep's start; set by `prepare`. */
export let fastest: f64 = 0;
/** Largest K at the substep's start; set by `prepare`. */
export let largest: f64 = 0;

/** Fills 1/T̂, d(log2 K)/dt and dT/dt of every lab; sets `fastest` and `largest`. isTickStart: is the state the one last observed? */
export function prepare(economy: i32, coupled: bool, isTickStart: bool): void {
  const totalT = coupled ? (isTickStart ? observedTotalT(economy) : totalOf(economy, COLUMN_T)) : 0;
  const speed = coupled ? trainingSpeed(economy) : 0;
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  fastest = 0;
  largest = 0;
  for (let g = first; g < last; g++) {
    expandPower(g);
    if (rungsOf(g) == 0) prepareRange<PowerLaw>(g, 0, paddedBytes(g), totalT, speed);
    else prepareRange<Rungs>(g, 0, paddedBytes(g), totalT, speed);
  }
}

/** The same for a byte range of one group, and where each lab stands on a ladder; raises `fastest` and `largest`. */
export function prepareRange<Quality>(g: i32, from: usize, end: usize, totalT: f64, speed: f64): void {
  const sigma = groupField(g, GROUP_SIGMA);
  v128.store(tops, f64x2.splat(0));
  v128.store(tops, f64x2.splat(0), SUM);
  setOff<Quality>(
    from,
    end,
    columnOf(COLUMN_K, g),
    columnOf(COLUMN_T, g),
    columnOf(COLUMN_Q, g),
    columnOf(COLUMN_S, g),
    columnOf(COLUMN_INVERSE, g),
    columnOf(COLUMN_RATE, g),
    columnOf(COLUMN_TRAINING, g),
    f64x2.splat(1 - sigma),
    f64x2.splat(sigma * totalT),
    f64x2.splat(sigma * speed),
    f64x2.splat(groupField(g, GROUP_A) * groupField(g, GROUP_W)),
    f64x2.splat(groupField(g, GROUP_B)),
    f64x2.splat(groupField(g, GROUP_C)),
    tops,
    g,
  );
  fastest = max(fastest, max(load<f64>(tops), load<f64>(tops, 8)));
  largest = max(largest, max(load<f64>(tops, SUM), load<f64>(tops, SUM + 8)));
}

/**
 * 1/T̂ and the growth rates over one stretch of labs (see kicks.ts). Raises the vectors at `top` to the fastest relative growth
 * and, SUM bytes on, to the largest K. g, from: the group and where in it the stretch begins, for a ladder.
 */
// @ts-expect-error: decorator
@inline
export function setOff<Quality>(
  from: usize,
  end: usize,
  K: usize,
  T: usize,
  Q: usize,
  S: usize,
  inverse: usize,
  rate: usize,
  training: usize,
  own: v128,
  spill: v128,
  spillSpeed: v128,
  a: v128,
  b: v128,
  c: v128,
  top: usize,
  g: i32,
): void {
  const one = f64x2.splat(1);
  const log2e = f64x2.splat(LOG2_E);
  let fast = v128.load(top);
  let large = v128.load(top, SUM);
  let at = from;
  do {
    const k0 = v128.load(K + at);
    const k1 = v128.load(K + at, 16);
    const q0 = v128.load(Q + at);
    const q1 = v128.load(Q + at, 16);
    const effective0 = f64x2.add(f64x2.mul(own, v128.load(T + at)), spill);
    const effective1 = f64x2.add(f64x2.mul(own, v128.load(T + at, 16)), spill);
    const p0 = quality<Quality>(g, at, effective0, c);
    const p1 = quality<Quality>(g, at + 16, effective1, c);
    const inv0 = f64x2.div(one, effective0);
    const inv1 = f64x2.div(one, effective1);
    const growth0 = f64x2.mul(f64x2.mul(f64x2.mul(a, v128.load(S + at)), f64x2.sub(one, q0)), p0);
    const growth1 = f64x2.mul(f64x2.mul(f64x2.mul(a, v128.load(S + at, 16)), f64x2.sub(one, q1)), p1);
    const train0 = f64x2.mul(f64x2.mul(b, q0), k0);
    const train1 = f64x2.mul(f64x2.mul(b, q1), k1);
    v128.store(inverse + at, inv0);
    v128.store(inverse + at, inv1, 16);
    v128.store(rate + at, f64x2.mul(growth0, log2e));
    v128.store(rate + at, f64x2.mul(growth1, log2e), 16);
    v128.store(training + at, train0);
    v128.store(training + at, train1, 16);
    const speed0 = f64x2.mul(f64x2.add(f64x2.mul(own, train0), spillSpeed), inv0);
    const speed1 = f64x2.mul(f64x2.add(f64x2.mul(own, train1), spillSpeed), inv1);
    fast = f64x2.pmax(fast, f64x2.pmax(growth0, growth1));
    fast = f64x2.pmax(fast, f64x2.pmax(speed0, speed1));
    large = f64x2.pmax(large, f64x2.pmax(k0, k1));
    at += 32;
  } while (at < end);
  v128.store(top, fast);
  v128.store(top, large, SUM);
}

/** G(T̂) of one vector. */
// @ts-expect-error: decorator
@inline
function quality<Quality>(g: i32, at: usize, effective: v128, c: v128): v128 {
  if (!isFloat<Quality>()) return powvNormal(effective, c);
  const l = log2vNormal(effective);
  locate(g, at, l);
  return ladder(g, at, effective, l);
}
