// One random number by name: who, when, what for. Nothing is remembered between draws, so no draw depends on the order
// of work or on what else is drawn.
//
// key     = seed (a whole number below 2^53): low 32 bits, high 21 bits
// counter = tick, index within group, stable group id, purpose << 16 | draw number
//
// A Philox block holds two uniforms. Draw number 2n takes words 0 and 1 of the block numbered 2n, draw 2n + 1 takes
// words 2 and 3 of that same block.

import { normalQuantile } from '../math/normalQuantile';
import { philox4x32, word0, word1, word2, word3 } from './philox';

const ROUNDS: i32 = 10;
const TWO_TO_MINUS_53: f64 = 1.1102230246251565e-16;

/**
 * A uniform number in the open interval (0, 1): an odd 53-bit whole number times 2^-53, i.e. the midpoint of one of 2^52
 * equal cells. That is exact in a double, symmetric about ½ (u and 1 − u are equally likely) and at least 2^-53
 * from both ends. (2^53 midpoints would not fit: doubles in [½, 1) are 2^-53 apart, so the last one would round to 1.)
 * `purpose` and `draw` are below 2^16.
 */
export function uniform(
  seedLow: u32,
  seedHigh: u32,
  tick: u32,
  index: u32,
  group: u32,
  purpose: u32,
  draw: u32,
): f64 {
  philox4x32(tick, index, group, (purpose << 16) | (draw & 0xfffe), seedLow, seedHigh, ROUNDS);
  const high = draw & 1 ? word2 : word0;
  const low = draw & 1 ? word3 : word1;
  const odd = ((<u64>high) << 21) | (<u64>low >> 11) | 1;
  return <f64>odd * TWO_TO_MINUS_53;
}

/** A standard normal number: the normal quantile of `uniform` with the same arguments, within ±8.21. */
export function normal(
  seedLow: u32,
  seedHigh: u32,
  tick: u32,
  index: u32,
  group: u32,
  purpose: u32,
  draw: u32,
): f64 {
  return normalQuantile(uniform(seedLow, seedHigh, tick, index, group, purpose, draw));
}
