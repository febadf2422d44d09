// The start of a substep for every running lane: ../integrate/prepare.ts for two replicas at a time.
import { K_MOST } from '../clock';
import { Replicas } from '../integrate/kicks';
import { setOff } from '../integrate/prepare';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_RATE,
  COLUMN_S,
  COLUMN_T,
  COLUMN_TRAINING,
  RECORD_T,
} from '../state/layout';
import { sumLanes, sumProductLanes } from '../state/sum';
import {
  bytesOf,
  columnAt,
  groupsOfEach,
  isIdle,
  PAIR_FASTEST,
  PAIR_INSIDE,
  PAIR_LARGEST,
  PAIR_NEAREST,
  PAIR_RUNNING,
  pairAt,
  pairOffset,
  pairs,
  SHARED_A,
  SHARED_B,
  SHARED_C,
  SHARED_OWN,
  SHARED_RECORD,
  SHARED_SIGMA,
  sharedAt,
} from './block';

/** Is the state of both replicas the one last observed? */
// @ts-expect-error: decorator
@inline
function isTickStart(pair: usize): bool {
  return !v128.any_true(v128.load(pair, PAIR_INSIDE));
}

/** ΣT as it was observed at the end of the last tick, in the same order of summation. */
function observedTotalT(p: i32): v128 {
  let total = f64x2.splat(0);
  for (let g = 0; g < groupsOfEach; g++) {
    total = f64x2.add(total, v128.load(sharedAt(p, g) + ((<usize>RECORD_T) << 4), SHARED_RECORD));
  }
  return total;
}

function totalOf(p: i32): v128 {
  let total = f64x2.splat(0);
  let from = pairOffset(p);
  for (let g = 0; g < groupsOfEach; g++) {
    total = f64x2.add(total, sumLanes(columnAt(COLUMN_T), from, from + bytesOf(g)));
    from += bytesOf(g);
  }
  return total;
}

/** Σ b·q·K: the speed of ΣT. */
function trainingSpeed(p: i32): v128 {
  let total = f64x2.splat(0);
  let from = pairOffset(p);
  for (let g = 0; g < groupsOfEach; g++) {
    const trained = sumProductLanes(columnAt(COLUMN_Q), columnAt(COLUMN_K), from, from + bytesOf(g));
    total = f64x2.add(total, f64x2.mul(v128.load(sharedAt(p, g), SHARED_B), trained));
    from += bytesOf(g);
  }
  return total;
}

/** 1/T̂ and the growth rates of every lab, and how fast the fastest of each replica grows. */
export function setOffAll(): void {
  const zero = f64x2.splat(0);
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const totalT = isTickStart(pair) ? observedTotalT(p) : totalOf(p);
    const speed = trainingSpeed(p);
    v128.store(pair, zero, PAIR_FASTEST);
    v128.store(pair, zero, PAIR_LARGEST);
    let from = pairOffset(p);
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      setOff<Replicas>(
        from,
        from + bytesOf(g),
        columnAt(COLUMN_K),
        columnAt(COLUMN_T),
        columnAt(COLUMN_Q),
        columnAt(COLUMN_S),
        columnAt(COLUMN_INVERSE),
        columnAt(COLUMN_RATE),
        columnAt(COLUMN_TRAINING),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(sigma, totalT),
        f64x2.mul(sigma, speed),
        v128.load(shared, SHARED_A),
        v128.load(shared, SHARED_B),
        v128.load(shared, SHARED_C),
        pair + PAIR_FASTEST,
        0,
      );
      from += bytesOf(g);
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
