// x = 2^e·m with m in [√½, √2), on the bits: what every logarithm here starts with.

import { splat } from './lanes';

const MIN_NORMAL = memory.data<u64>([0x0010000000000000]);
const TWO_TO_54 = memory.data<f64>([18014398509481984]);
const FIFTY_FOUR = memory.data<f64>([54]);
const SQRT_HALF = memory.data<u64>([0x3fe6a09e667f3bcd]);
/** The bits of 1 less those of √½. */
const ONE_LESS_SQRT_HALF = memory.data<u64>([0x3ff0000000000000 - 0x3fe6a09e667f3bcd]);
const FRACTION_BITS = memory.data<u64>([0x000fffffffffffff]);
const TWO_TO_52 = memory.data<f64>([4503599627370496]);
const TWO_TO_52_PLUS_BIAS = memory.data<f64>([4503599627370496 + 1023]);

/** Positive subnormals times 2^54, everything else unchanged. */
// @ts-expect-error: decorator
@inline
export function normalised(x: v128): v128 {
  return v128.bitselect(f64x2.mul(x, splat(TWO_TO_54)), x, f64x2.lt(x, splat(MIN_NORMAL)));
}

/** What `normalised` added to the exponent: 54 or 0. */
// @ts-expect-error: decorator
@inline
export function normalisation(x: v128): v128 {
  return v128.and(f64x2.lt(x, splat(MIN_NORMAL)), splat(FIFTY_FOUR));
}

/** The bits of a normal positive x, moved so that the exponent field steps at √½ instead of 1. */
// @ts-expect-error: decorator
@inline
export function stepAtSqrtHalf(x: v128): v128 {
  return i64x2.add(x, splat(ONE_LESS_SQRT_HALF));
}

/** m from those bits. */
// @ts-expect-error: decorator
@inline
export function mantissa(moved: v128): v128 {
  return i64x2.add(v128.and(moved, splat(FRACTION_BITS)), splat(SQRT_HALF));
}

/** e from those bits, as a double. */
// @ts-expect-error: decorator
@inline
export function exponent(moved: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(moved, 52), splat(TWO_TO_52)), splat(TWO_TO_52_PLUS_BIAS));
}
