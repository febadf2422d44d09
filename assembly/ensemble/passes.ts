// One substep of RE6 for every running lane of the block, each of its own length: the passes of ../integrate/re6.ts.
import { kickFirst, kickFourth, kickSecond, kickThird, Replicas, SUM } from '../integrate/kicks';
import {
  COLUMN_INVERSE,
  COLUMN_K,
  COLUMN_K_GROWTH,
  COLUMN_RATE,
  COLUMN_T,
  COLUMN_T_GROWTH,
  COLUMN_TRAINING,
} from '../state/layout';
import {
  bytesOf,
  columnAt,
  groupsOfEach,
  isIdle,
  labsOf,
  PAIR_DT,
  PAIR_SUMS,
  PAIR_THIRD,
  PAIR_WORST,
  pairAt,
  pairOffset,
  pairs,
  SHARED_OWN,
  SHARED_SERIES,
  SHARED_SIGMA,
  sharedAt,
} from './block';
import { moveOn } from './substep';

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
    let from = pairOffset(p);
    for (let g = 0; g < groupsOfEach; g++) {
      const bytes = bytesOf(g);
      kickFirst<Replicas>(
        from,
        from + bytes,
        columnAt(COLUMN_RATE),
        columnAt(COLUMN_TRAINING),
        columnAt(COLUMN_T_GROWTH),
        columnAt(COLUMN_T_GROWTH + 1),
        columnAt(COLUMN_T_GROWTH + 2),
        f64x2.mul(third, f64x2.splat(0.25)),
        dt,
        f64x2.mul(dt, f64x2.splat(0.5)),
        third,
        pair + PAIR_SUMS,
      );
      from += bytes;
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
    let from = pairOffset(p);
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      kickSecond<Replicas>(
        from,
        from + ((<usize>labsOf(g)) << 4),
        columnAt(COLUMN_RATE),
        columnAt(COLUMN_INVERSE),
        columnAt(COLUMN_TRAINING),
        columnAt(COLUMN_T_GROWTH),
        columnAt(COLUMN_T_GROWTH + 1),
        columnAt(COLUMN_T_GROWTH + 2),
        columnAt(COLUMN_K_GROWTH),
        columnAt(COLUMN_K_GROWTH + 1),
        columnAt(COLUMN_K_GROWTH + 2),
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
      from += bytesOf(g);
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
    let from = pairOffset(p);
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      const sigma = v128.load(shared, SHARED_SIGMA);
      kickThird<Replicas>(
        from,
        from + ((<usize>labsOf(g)) << 4),
        columnAt(COLUMN_RATE),
        columnAt(COLUMN_INVERSE),
        columnAt(COLUMN_TRAINING),
        columnAt(COLUMN_T_GROWTH + 1),
        columnAt(COLUMN_T_GROWTH + 2),
        columnAt(COLUMN_K_GROWTH + 1),
        columnAt(COLUMN_K_GROWTH + 2),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(sigma, s2),
        f64x2.mul(sigma, s3),
        third,
        quarter,
        shared + SHARED_SERIES,
        pair + PAIR_SUMS,
      );
      from += bytesOf(g);
    }
  }
}

function fourth(): void {
  for (let p = 0; p < pairs; p++) {
    const pair = pairAt(p);
    if (isIdle(pair)) continue;
    const sixth = f64x2.mul(v128.load(pair, PAIR_THIRD), f64x2.splat(0.5));
    const s3 = v128.load(pair, PAIR_SUMS + 2 * SUM);
    let from = pairOffset(p);
    for (let g = 0; g < groupsOfEach; g++) {
      const shared = sharedAt(p, g);
      kickFourth<Replicas>(
        from,
        from + ((<usize>labsOf(g)) << 4),
        columnAt(COLUMN_K),
        columnAt(COLUMN_T),
        columnAt(COLUMN_RATE),
        columnAt(COLUMN_INVERSE),
        columnAt(COLUMN_T_GROWTH),
        columnAt(COLUMN_T_GROWTH + 1),
        columnAt(COLUMN_T_GROWTH + 2),
        columnAt(COLUMN_K_GROWTH),
        columnAt(COLUMN_K_GROWTH + 1),
        columnAt(COLUMN_K_GROWTH + 2),
        v128.load(shared, SHARED_OWN),
        f64x2.mul(v128.load(shared, SHARED_SIGMA), s3),
        sixth,
        shared + SHARED_SERIES,
        pair + PAIR_WORST,
      );
      from += bytesOf(g);
    }
  }
}
