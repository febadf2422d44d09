// How time goes in a lane: substeps of its own length until its tick is done, and the next tick where it is like the last.
import { SLACK } from '../clock';
import { SUM } from '../integrate/kicks';
import {
  PAIR_CLOSING,
  PAIR_DT,
  PAIR_EPSILON,
  PAIR_FASTEST,
  PAIR_H,
  PAIR_INSIDE,
  PAIR_INTERVAL,
  PAIR_RUNNING,
  PAIR_STANDS,
  PAIR_SUBSTEPS,
  PAIR_THIRD,
  PAIR_TICK,
  PAIR_UNTIL,
  PAIR_WORST,
  pairAt,
} from './block';

/** Chooses the substep of each lane; 0 for those that do not run. */
export function chooseSubstep(p: i32): void {
  const pair = pairAt(p);
  const running = v128.load(pair, PAIR_RUNNING);
  const rest = f64x2.sub(v128.load(pair, PAIR_H), v128.load(pair, PAIR_INSIDE));
  const most = f64x2.div(f64x2.mul(rest, v128.load(pair, PAIR_FASTEST)), v128.load(pair, PAIR_EPSILON));
  const steps = f64x2.ceil(most);
  const dt = v128.bitselect(f64x2.div(rest, steps), rest, f64x2.gt(steps, f64x2.splat(1)));
  v128.store(pair, v128.and(dt, running), PAIR_DT);
  // Halves and quarters of dt and of its third are exact: one division serves all passes.
  v128.store(pair, v128.and(f64x2.div(dt, f64x2.splat(3)), running), PAIR_THIRD);
  v128.store(pair, v128.andnot(running, f64x2.lt(dt, rest)), PAIR_CLOSING);
}

/** Time and substeps of a pair after a substep. */
export function moveOn(pair: usize): void {
  const running = v128.load(pair, PAIR_RUNNING);
  const inside = f64x2.add(v128.load(pair, PAIR_INSIDE), v128.load(pair, PAIR_DT));
  v128.store(
    pair,
    v128.bitselect(v128.load(pair, PAIR_H), inside, v128.load(pair, PAIR_CLOSING)),
    PAIR_INSIDE,
  );
  const one = v128.and(f64x2.splat(1), running);
  v128.store(pair, f64x2.add(v128.load(pair, PAIR_SUBSTEPS), one), PAIR_SUBSTEPS);
}

/**
 * Begins the next tick where it is like the last: for lanes whose tick is done (`closing`), whose labs never change their split,
 * that have not reached the goal and have a whole decision interval before them. Returns all bits set in those lanes.
 */
export function tickOn(p: i32, closing: v128, goal: f64): v128 {
  const pair = pairAt(p);
  const h = v128.load(pair, PAIR_INTERVAL);
  const until = v128.load(pair, PAIR_UNTIL);
  const tick = f64x2.add(v128.load(pair, PAIR_TICK), f64x2.splat(1));
  const t = f64x2.mul(tick, h);
  const isShort = f64x2.lt(tick, f64x2.splat(goal));
  const isWhole = f64x2.ge(f64x2.sub(until, t), f64x2.mul(h, f64x2.splat(1 + SLACK)));
  const where = v128.and(v128.and(closing, v128.load(pair, PAIR_STANDS)), v128.and(isShort, isWhole));
  v128.store(pair, v128.bitselect(tick, v128.load(pair, PAIR_TICK), where), PAIR_TICK);
  v128.store(pair, v128.andnot(v128.load(pair, PAIR_INSIDE), where), PAIR_INSIDE);
  v128.store(pair, v128.andnot(v128.load(pair, PAIR_WORST), where), PAIR_WORST);
  v128.store(pair, v128.andnot(v128.load(pair, PAIR_WORST + SUM), where), PAIR_WORST + SUM);
  return where;
}
