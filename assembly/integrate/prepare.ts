// The start of a substep: 1/T̂ and the growth rates of every lab, and how fast the fastest of them grows.
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
import { columnOf, economyField, groupField, paddedBytes } from '../state/memory';
import { totalOf, trainingSpeed } from './coupling';
import { expandPower } from './powerSeries';

const LOG2_E: f64 = 1.4426950408889634;

/** Fastest relative growth of any K or T̂ at the substep's start; set by `prepare`. */
export let fastest: f64 = 0;
/** Largest K at the substep's start; set by `prepare`. */
export let largest: f64 = 0;

/** Fills 1/T̂, d(log2 K)/dt and dT/dt of every lab; sets `fastest` and `largest`. */
export function prepare(economy: i32, coupled: bool): void {
  const totalT = coupled ? totalOf(economy, COLUMN_T) : 0;
  const speed = coupled ? trainingSpeed(economy) : 0;
  const first = <i32>economyField(economy, ECONOMY_FIRST_GROUP);
  const last = first + <i32>economyField(economy, ECONOMY_GROUPS);
  let top = f64x2.splat(0);
  let topK = f64x2.splat(0);
  for (let g = first; g < last; g++) {
    expandPower(g);
    const sigma = groupField(g, GROUP_SIGMA);
    const own = f64x2.splat(1 - sigma);
    const spill = f64x2.splat(sigma * totalT);
    const spillSpeed = f64x2.splat(sigma * speed);
    const b = f64x2.splat(groupField(g, GROUP_B));
    const c = f64x2.splat(groupField(g, GROUP_C));
    const a = f64x2.splat(groupField(g, GROUP_A) * groupField(g, GROUP_W));
    const one = f64x2.splat(1);
    const log2e = f64x2.splat(LOG2_E);
    const K = columnOf(COLUMN_K, g);
    const T = columnOf(COLUMN_T, g);
    const Q = columnOf(COLUMN_Q, g);
    const S = columnOf(COLUMN_S, g);
    const inverse = columnOf(COLUMN_INVERSE, g);
    const rate = columnOf(COLUMN_RATE, g);
    const training = columnOf(COLUMN_TRAINING, g);
    const bytes = paddedBytes(g);
    let at: usize = 0;
    do {
      const k0 = v128.load(K + at);
      const k1 = v128.load(K + at, 16);
      const q0 = v128.load(Q + at);
      const q1 = v128.load(Q + at, 16);
      const effective0 = f64x2.add(f64x2.mul(own, v128.load(T + at)), spill);
      const effective1 = f64x2.add(f64x2.mul(own, v128.load(T + at, 16)), spill);
      const p0 = powvNormal(effective0, c);
      const p1 = powvNormal(effective1, c);
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
      top = f64x2.pmax(top, f64x2.pmax(growth0, growth1));
      top = f64x2.pmax(top, f64x2.pmax(speed0, speed1));
      topK = f64x2.pmax(topK, f64x2.pmax(k0, k1));
      at += 32;
    } while (at < bytes);
  }
  fastest = max(f64x2.extract_lane(top, 0), f64x2.extract_lane(top, 1));
  largest = max(f64x2.extract_lane(topK, 0), f64x2.extract_lane(topK, 1));
}
