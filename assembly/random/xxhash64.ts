// XXH64 (Y. Collet, xxHash fast digest algorithm, specification 0.1.1) over a stream of 64-bit words: the digest of
// their little-endian bytes. One hash at a time: its state is this module's.

const PRIME_1: u64 = 0x9e3779b185ebca87;
const PRIME_2: u64 = 0xc2b2ae3d27d4eb4f;
const PRIME_3: u64 = 0x165667b19e3779f9;
const PRIME_4: u64 = 0x85ebca77c2b2ae63;
const PRIME_5: u64 = 0x27d4eb2f165667c5;

const CANONICAL_NAN: u64 = 0x7ff8000000000000;

let seed: u64 = 0;
/** Words taken so far; the last (words mod 4) of them wait in pending0…2 for their stripe to fill. */
let words: u64 = 0;
let pending0: u64 = 0;
let pending1: u64 = 0;
let pending2: u64 = 0;
let lane1: u64 = 0;
let lane2: u64 = 0;
let lane3: u64 = 0;
let lane4: u64 = 0;

// @ts-expect-error: decorator
@inline
function round(lane: u64, word: u64): u64 {
  return rotl<u64>(lane + word * PRIME_2, 31) * PRIME_1;
}

// @ts-expect-error: decorator
@inline
function mergeLane(hash: u64, lane: u64): u64 {
  return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
}

// @ts-expect-error: decorator
@inline
function mergeWord(hash: u64, word: u64): u64 {
  return rotl<u64>(hash ^ round(0, word), 27) * PRIME_1 + PRIME_4;
}

/** Starts a new hash. */
export function hashReset(newSeed: u64): void {
  seed = newSeed;
  words = 0;
  lane1 = newSeed + PRIME_1 + PRIME_2;
  lane2 = newSeed + PRIME_2;
  lane3 = newSeed;
  lane4 = newSeed - PRIME_1;
}

/** Appends the eight little-endian bytes of a word. */
export function hashWord(word: u64): void {
  const place = <u32>words & 3;
  words++;
  if (place == 0) pending0 = word;
  else if (place == 1) pending1 = word;
  else if (place == 2) pending2 = word;
  else {
    lane1 = round(lane1, pending0);
    lane2 = round(lane2, pending1);
    lane3 = round(lane3, pending2);
    lane4 = round(lane4, word);
  }
}

/** Appends a double by its bits: −0 as 0 and every NaN as one, since engines may differ in those. */
export function hashF64(value: f64): void {
  let bits = reinterpret<u64>(value);
  if (value == 0) bits = 0;
  if (value != value) bits = CANONICAL_NAN;
  hashWord(bits);
}

/** The digest of everything appended since the reset; appending may go on afterwards. */
export function hashDigest(): u64 {
  let hash = seed + PRIME_5;
  if (words >= 4) {
    hash = rotl<u64>(lane1, 1) + rotl<u64>(lane2, 7) + rotl<u64>(lane3, 12) + rotl<u64>(lane4, 18);
    hash = mergeLane(mergeLane(mergeLane(mergeLane(hash, lane1), lane2), lane3), lane4);
  }
  hash += words << 3;
  const waiting = <u32>words & 3;
  if (waiting > 0) hash = mergeWord(hash, pending0);
  if (waiting > 1) hash = mergeWord(hash, pending1);
  if (waiting > 2) hash = mergeWord(hash, pending2);
  hash = (hash ^ (hash >> 33)) * PRIME_2;
  hash = (hash ^ (hash >> 29)) * PRIME_3;
  return hash ^ (hash >> 32);
}
