// The written order of every sum over labs, independent of lane, chunk and layout:
// inside a chunk of 128 labs four accumulators take the labs by index mod 4 and close as (a0 + a2) + (a1 + a3);
// chunk sums are added in order; group sums are added in the order of the groups.

/** Bytes of a chunk: 128 labs. Its columns stay in the first-level cache between the stages of a substep. */
export const CHUNK: usize = 1024;

/** Closes a chunk: even holds accumulators 0 and 1, odd holds 2 and 3. */
// @ts-expect-error: decorator
@inline
export function closeChunk(even: v128, odd: v128): f64 {
  const both = f64x2.add(even, odd);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/** The first lanes of two vectors. */
// @ts-expect-error: decorator
@inline
export function firsts(x: v128, y: v128): v128 {
  return v128.shuffle<f64>(x, y, 0, 2);
}

/** Their second lanes. */
// @ts-expect-error: decorator
@inline
export function seconds(x: v128, y: v128): v128 {
  return v128.shuffle<f64>(x, y, 1, 3);
}

/** `closeChunk` of two sums at once, x and y. */
// @ts-expect-error: decorator
@inline
export function closeTwo(xEven: v128, xOdd: v128, yEven: v128, yOdd: v128): v128 {
  const x = f64x2.add(xEven, xOdd);
  const y = f64x2.add(yEven, yOdd);
  return f64x2.add(firsts(x, y), seconds(x, y));
}

/** End of the chunk that starts at `from`, in a range that ends at `end`. */
// @ts-expect-error: decorator
@inline
export function chunkEnd(from: usize, end: usize): usize {
  const next = from + CHUNK;
  return next < end ? next : end;
}

/** Σ of a column over a chunk, from one byte offset to another. */
// @ts-expect-error: decorator
@inline
export function sumChunk(column: usize, from: usize, end: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let at = from;
  do {
    even = f64x2.add(even, v128.load(column + at));
    odd = f64x2.add(odd, v128.load(column + at, 16));
    at += 32;
  } while (at < end);
  return closeChunk(even, odd);
}

/** Σ of a column over [0, bytes). */
export function sumColumn(column: usize, bytes: usize): f64 {
  let total: f64 = 0;
  let at: usize = 0;
  do {
    const end = chunkEnd(at, bytes);
    total += sumChunk(column, at, end);
    at = end;
  } while (at < bytes);
  return total;
}

/** Σ x·y over [0, bytes). */
export function sumProduct(x: usize, y: usize, bytes: usize): f64 {
  let total: f64 = 0;
  let at: usize = 0;
  do {
    const end = chunkEnd(at, bytes);
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    do {
      even = f64x2.add(even, f64x2.mul(v128.load(x + at), v128.load(y + at)));
      odd = f64x2.add(odd, f64x2.mul(v128.load(x + at, 16), v128.load(y + at, 16)));
      at += 32;
    } while (at < end);
    total += closeChunk(even, odd);
  } while (at < bytes);
  return total;
}

// In a block of replicas (../ensemble) a vector is one lab of two of them, and sums are one for each: the same accumulators, which
// change places each turn. Groups in a block are shorter than a chunk.

/** Σ of a column from one byte offset to another. */
// @ts-expect-error: decorator
@inline
export function sumLanes(column: usize, from: usize, end: usize): v128 {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let at = from;
  do {
    const next0 = f64x2.add(a0, v128.load(column + at));
    const next1 = f64x2.add(a1, v128.load(column + at, 16));
    a0 = a2;
    a1 = a3;
    a2 = next0;
    a3 = next1;
    at += 32;
  } while (at < end);
  return f64x2.add(f64x2.add(a0, a2), f64x2.add(a1, a3));
}

/** Σ x·y. */
// @ts-expect-error: decorator
@inline
export function sumProductLanes(x: usize, y: usize, from: usize, end: usize): v128 {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let at = from;
  do {
    const next0 = f64x2.add(a0, f64x2.mul(v128.load(x + at), v128.load(y + at)));
    const next1 = f64x2.add(a1, f64x2.mul(v128.load(x + at, 16), v128.load(y + at, 16)));
    a0 = a2;
    a1 = a3;
    a2 = next0;
    a3 = next1;
    at += 32;
  } while (at < end);
  return f64x2.add(f64x2.add(a0, a2), f64x2.add(a1, a3));
}
