// One substep of RE6 for every running lane of the block, each of its own length: the passes of ../integrate/re6.ts.
import { K_MOST, SLACK } from '../clock';
import { kickFirst, kickFourth, kickSecond, kickThird, Replicas, SUM } from '../integrate/kicks';
import { setOff } from '../integrate/prepare';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_K_GROWTH,
  COLUMN_Q,
  COLUMN_RATE,
  COLUMN_S,
  COLUMN_T,
  COLUMN_T_GROWTH,
  COLUMN_TRAINING,
} from '../state/layout';
import { sumLanes, sumProductLanes } from '../state/sum';
import {
  bytesOf,
  groupsOfEach,
  labsOf,
  PAIR_CLOSING,
  PAIR_DT,
  PAIR_EPSILON,
  PAIR_FASTEST,
  PAIR_H,
  PAIR_INSIDE,
  PAIR_INTERVAL,
  PAIR_LARGEST,
  PAIR_NEAREST,
  PAIR_RUNNING,
  PAIR_STANDS,
  PAIR_SUBSTEPS,
  PAIR_SUMS,
  PAIR_THIRD,
  PAIR_TICK,
  PAIR_UNTIL,
  PAIR_WORST,
  pairAt,
  pairs,
  SHARED_A,
  SHARED_B,
  SHARED_C,
  SHARED_OWN,
  SHARED_SERIES,
  SHARED_SIGMA,
  sharedAt,
  slot,
} from './block';

// @ts-expect-error: decorator
@inline
function isIdle(pair: usize): bool {
  return !v128.any_true(v128.load(pair, PAIR_RUNNING));
}

/** 1/T̂ and the growth rates of every lab, and how fast the fastest of each replica grows. */
export function setOffAll(): void {
  const zero = f64x2.splat(0);
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    let totalT = zero;
    let speed = zero;
    let offset: usize = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const bytes = bytesOf(g);
      totalT = f64x2.add(totalT, sumLanes(slot(COLUMN_T, p, offset), bytes));
      const trained = sumProductLanes(slot(COLUMN_Q, p, offset), slot(COLUMN_K, p, offset), bytes);
      speed = f64x2.add(speed, f64x2.mul(v128.load(sharedAt(p, g), SHARED_B), trained));
      offset += bytes;
    }
    v128.store(pair, zero, PAIR_FASTEST);
    v128.store(pair, zero, PAIR_LARGEST);
    offset = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      setOff<Replicas>(
        bytesOf(g),
        slot(COLUMN_K, p, offset),
        slot(COLUMN_T, p, offset),
        slot(COLUMN_Q, p, offset),
        slot(COLUMN_S, p, offset),
        slot(COLUMN_INVERSE, p, offset),
        slot(COLUMN_RATE, p, offset),
        slot(COLUMN_TRAINING, p, offset),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(sigma, totalT),
        f64x2.mul(sigma, speed),
        v128.load(shared, SHARED_A),
        v128.load(shared, SHARED_B),
        v128.load(shared, SHARED_C),
        pair + PAIR_FASTEST,
        0,
        0,
      );
      offset += bytesOf(g);
    }
  }
}

/**
 * Lanes of a pair (bits 0 and 1) that may be near a blow-up or have grown out of range: how they go on is for
 * ../integrate/paper.ts to say.
 */
export function nearTheEnd(p: i32): i32 {
  const pair = pairAt(p);
  const fast = f64x2.gt(v128.load(pair, PAIR_FASTEST), v128.load(pair, PAIR_NEAREST));
  const large = f64x2.gt(v128.load(pair, PAIR_LARGEST), f64x2.splat(K_MOST));
  return i64x2.bitmask(v128.and(v128.or(fast, large), v128.load(pair, PAIR_RUNNING)));
}

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

/** Takes the substeps; afterwards `PAIR_CLOSING` says whose tick is done. */
export function stepAll(): void {
  first();
  second();
  third();
  fourth();
  for (let p = 0; p < pairs; p++) if (!isIdle(pairAt(p))) moveOn(pairAt(p));
}

function first(): void {
  const zero = f64x2.splat(0);
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const dt = v128.load(pair, PAIR_DT);
    const third = v128.load(pair, PAIR_THIRD);
    v128.store(pair, zero, PAIR_SUMS);
    v128.store(pair, zero, PAIR_SUMS + SUM);
    v128.store(pair, zero, PAIR_SUMS + 2 * SUM);
    let offset: usize = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const bytes = bytesOf(g);
      kickFirst<Replicas>(
        bytes,
        slot(COLUMN_RATE, p, offset),
        slot(COLUMN_TRAINING, p, offset),
        slot(COLUMN_T_GROWTH, p, offset),
        slot(COLUMN_T_GROWTH + 1, p, offset),
        slot(COLUMN_T_GROWTH + 2, p, offset),
        f64x2.mul(third, f64x2.splat(0.25)),
        dt,
        f64x2.mul(dt, f64x2.splat(0.5)),
        third,
        pair + PAIR_SUMS,
      );
      offset += bytes;
    }
  }
}

function second(): void {
  const zero = f64x2.splat(0);
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const dt = v128.load(pair, PAIR_DT);
    const third = v128.load(pair, PAIR_THIRD);
    const half = f64x2.mul(dt, f64x2.splat(0.5));
    const quarter = f64x2.mul(dt, f64x2.splat(0.25));
    const sixth = f64x2.mul(third, f64x2.splat(0.5));
    const s1 = v128.load(pair, PAIR_SUMS);
    const s2 = v128.load(pair, PAIR_SUMS + SUM);
    const s3 = v128.load(pair, PAIR_SUMS + 2 * SUM);
    v128.store(pair, zero, PAIR_SUMS + SUM);
    v128.store(pair, zero, PAIR_SUMS + 2 * SUM);
    let offset: usize = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      kickSecond<Replicas>(
        (<usize>labsOf(g)) << 4,
        slot(COLUMN_RATE, p, offset),
        slot(COLUMN_INVERSE, p, offset),
        slot(COLUMN_TRAINING, p, offset),
        slot(COLUMN_T_GROWTH, p, offset),
        slot(COLUMN_T_GROWTH + 1, p, offset),
        slot(COLUMN_T_GROWTH + 2, p, offset),
        slot(COLUMN_K_GROWTH, p, offset),
        slot(COLUMN_K_GROWTH + 1, p, offset),
        slot(COLUMN_K_GROWTH + 2, p, offset),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(sigma, s1),
        f64x2.mul(sigma, s2),
        f64x2.mul(sigma, s3),
        half,
        third,
        quarter,
        sixth,
        shared + SHARED_SERIES,
        pair + PAIR_SUMS,
      );
      offset += bytesOf(g);
    }
  }
}

function third(): void {
  const zero = f64x2.splat(0);
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const dt = v128.load(pair, PAIR_DT);
    const third = v128.load(pair, PAIR_THIRD);
    const quarter = f64x2.mul(dt, f64x2.splat(0.25));
    const s2 = v128.load(pair, PAIR_SUMS + SUM);
    const s3 = v128.load(pair, PAIR_SUMS + 2 * SUM);
    v128.store(pair, zero, PAIR_SUMS + 2 * SUM);
    let offset: usize = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      kickThird<Replicas>(
        (<usize>labsOf(g)) << 4,
        slot(COLUMN_RATE, p, offset),
        slot(COLUMN_INVERSE, p, offset),
        slot(COLUMN_TRAINING, p, offset),
        slot(COLUMN_T_GROWTH + 1, p, offset),
        slot(COLUMN_T_GROWTH + 2, p, offset),
        slot(COLUMN_K_GROWTH + 1, p, offset),
        slot(COLUMN_K_GROWTH + 2, p, offset),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(sigma, s2),
        f64x2.mul(sigma, s3),
        third,
        quarter,
        shared + SHARED_SERIES,
        pair + PAIR_SUMS,
      );
      offset += bytesOf(g);
    }
  }
}

function fourth(): void {
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const sixth = f64x2.mul(v128.load(pair, PAIR_THIRD), f64x2.splat(0.5));
    const s3 = v128.load(pair, PAIR_SUMS + 2 * SUM);
    let offset: usize = 0;
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      kickFourth<Replicas>(
        (<usize>labsOf(g)) << 4,
        slot(COLUMN_K, p, offset),
        slot(COLUMN_T, p, offset),
        slot(COLUMN_RATE, p, offset),
        slot(COLUMN_INVERSE, p, offset),
        slot(COLUMN_T_GROWTH, p, offset),
        slot(COLUMN_T_GROWTH + 1, p, offset),
        slot(COLUMN_T_GROWTH + 2, p, offset),
        slot(COLUMN_K_GROWTH, p, offset),
        slot(COLUMN_K_GROWTH + 1, p, offset),
        slot(COLUMN_K_GROWTH + 2, p, offset),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(v128.load(shared, SHARED_SIGMA), s3),
        sixth,
        shared + SHARED_SERIES,
        pair + PAIR_WORST,
      );
      offset += bytesOf(g);
    }
  }
}

/** Time and substeps of a pair after a substep. */
function moveOn(pair: usize): void {
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
