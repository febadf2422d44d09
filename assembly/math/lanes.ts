// Constants that every lane of a vector shares, and how to read them.
//
// They live in static memory on purpose: V8 ≥ 14 rebuilds a v128 literal at each use (three instructions through
// a general register), while an 8-byte load with splat is one. exp2 takes 2.3 instead of 4.6 ns there.

/** Both lanes = the double (or u64) at a constant address. */
// @ts-expect-error: decorator
@inline
export function splat(address: usize): v128 {
  return v128.load64_splat(address);
}

export const ONE = memory.data<f64>([1]);
export const HALF = memory.data<f64>([0.5]);
export const INFINITE = memory.data<f64>([Infinity]);

/** The one NaN the library returns: NaN bits made by arithmetic differ between engines. */
export const NOT_A_NUMBER = memory.data<u64>([0x7ff8000000000000]);

/** 1.5·2^52: adding it rounds to the nearest integer and leaves that integer in the low bits. */
export const ROUND = memory.data<f64>([6755399441055744]);

/** The upper 26 bits of a double; a product of two such parts is exact. */
export const UPPER_26 = memory.data<u64>([0xfffffffff8000000]);
