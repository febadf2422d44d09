import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMath, type MathExports } from '../math/wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

const known = readFileSync(new URL('philox4x32.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('philox4x32'))
  .map((line) => line.split(/\s+/).slice(1));

describe('philox4x32', () => {
  it('has all six known answers to check', () => {
    expect(known.map(([rounds]) => rounds)).toEqual(['7', '7', '7', '10', '10', '10']);
  });

  it.each(known)('gives the answer of Random123: %s rounds of %s %s %s %s', (rounds, ...words) => {
    const [c0, c1, c2, c3, k0, k1, ...answer] = words.map((word) => Number.parseInt(word, 16));
    math.philox4x32(c0, c1, c2, c3, k0, k1, Number(rounds));
    const got = [math.word0, math.word1, math.word2, math.word3].map((word) => word.value >>> 0);
    expect(got).toEqual(answer);
  });
});
