import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import xxhash from 'xxhash-wasm';
import { loadMath, type MathExports } from '../math/wasm.ts';

let math: MathExports;
let h64Raw: (input: Uint8Array, seed?: bigint) => bigint;
beforeAll(async () => {
  math = loadMath();
  h64Raw = (await xxhash()).h64Raw;
});

function ours(words: readonly bigint[], seed: bigint): bigint {
  math.hashReset(seed);
  for (const word of words) math.hashWord(word);
  return BigInt.asUintN(64, math.hashDigest());
}

function theirs(words: readonly bigint[], seed: bigint): bigint {
  const view = new DataView(new ArrayBuffer(8 * words.length));
  for (const [i, word] of words.entries()) view.setBigUint64(8 * i, word, true);
  return h64Raw(new Uint8Array(view.buffer), seed);
}

function oursOfDoubles(values: readonly number[]): bigint {
  math.hashReset(0n);
  for (const value of values) math.hashF64(value);
  return BigInt.asUintN(64, math.hashDigest());
}

describe('xxhash64', () => {
  it('has the published digest of the empty input', () => {
    expect(ours([], 0n)).toBe(0xef46db3751d8e999n);
  });

  it('agrees with xxhash-wasm for every length up to 40 words, so for every filling of a stripe', () => {
    const words: bigint[] = [];
    for (let n = 0; n <= 40; n++) {
      expect(ours(words, 20260n), `${n} words`).toBe(theirs(words, 20260n));
      words.push(BigInt.asUintN(64, 0x9e3779b97f4a7c15n * BigInt(n + 1)));
    }
  });

  it('agrees with xxhash-wasm for any words and seed', () => {
    const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), word, (words, seed) => {
        expect(ours(words, seed)).toBe(theirs(words, seed));
      }),
    );
  });

  it('may be read in the middle and continued', () => {
    math.hashReset(1n);
    math.hashWord(5n);
    const first = math.hashDigest();
    expect(math.hashDigest()).toBe(first);
    math.hashWord(6n);
    expect(BigInt.asUintN(64, math.hashDigest())).toBe(ours([5n, 6n], 1n));
  });

  it('hashes a double by its bits, −0 as 0, and every NaN as one', () => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, -1.5);
    expect(oursOfDoubles([-1.5])).toBe(ours([view.getBigUint64(0)], 0n));
    expect(oursOfDoubles([-0, 1])).toBe(oursOfDoubles([0, 1]));
    expect(oursOfDoubles([-1])).not.toBe(oursOfDoubles([1]));
    view.setBigUint64(0, 0xfff8000000000001n);
    expect(oursOfDoubles([view.getFloat64(0)])).toBe(oursOfDoubles([NaN]));
    expect(oursOfDoubles([NaN])).not.toBe(oursOfDoubles([Infinity]));
  });
});
