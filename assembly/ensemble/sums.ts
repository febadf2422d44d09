// Sums over the labs of a group in a block, one for each replica of a pair, in the written order of every sum over labs
// (../state/sum.ts): by index mod 4, then (a0 + a2) + (a1 + a3). Each turn the accumulators change places. Groups in a block
// are shorter than a chunk.

/** Σ of a column. */
// @ts-expect-error: decorator
@inline
export function sumLanes(column: usize, bytes: usize): v128 {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let at: usize = 0;
  do {
    const next0 = f64x2.add(a0, v128.load(column + at));
    const next1 = f64x2.add(a1, v128.load(column + at, 16));
    a0 = a2;
    a1 = a3;
    a2 = next0;
    a3 = next1;
    at += 32;
  } while (at < bytes);
  return f64x2.add(f64x2.add(a0, a2), f64x2.add(a1, a3));
}

/** Σ x·y. */
// @ts-expect-error: decorator
@inline
export function sumProductLanes(x: usize, y: usize, bytes: usize): v128 {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let at: usize = 0;
  do {
    const next0 = f64x2.add(a0, f64x2.mul(v128.load(x + at), v128.load(y + at)));
    const next1 = f64x2.add(a1, f64x2.mul(v128.load(x + at, 16), v128.load(y + at, 16)));
    a0 = a2;
    a1 = a3;
    a2 = next0;
    a3 = next1;
    at += 32;
  } while (at < bytes);
  return f64x2.add(f64x2.add(a0, a2), f64x2.add(a1, a3));
}
