import { beforeAll, describe, expect, it } from 'vitest';
import { exp } from '../../../../src/experiment/math/exp.ts';
import { log } from '../../../../src/experiment/math/log.ts';
import { normalQuantile } from '../../../../src/experiment/math/normalQuantile.ts';
import { drawer, purposes, resampler } from '../../../../src/experiment/random/draw.ts';
import { philox4x32 } from '../../../../src/experiment/random/philox.ts';
import { logArguments, sequence } from '../../../assembly/math/points.ts';
import { loadMath, type MathExports } from '../../../assembly/math/wasm.ts';

// The core's functions are tested against 60-digit arithmetic; the host's are tested to be the same functions.

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

function differing(points: readonly number[], ours: (x: number) => number, core: (x: number) => number) {
  return points.filter((x) => !Object.is(ours(x), core(x)));
}

const specials = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN, Number.MIN_VALUE, Number.MAX_VALUE];

describe('the host’s own functions have the bits of the core’s', () => {
  it('log, over every binade, subnormals and the neighbourhood of 1', () => {
    expect(differing([...specials, ...logArguments(3)], log, math.log)).toEqual([]);
  });

  it('exp, from underflow to overflow', () => {
    const random = sequence(4);
    const points = [...specials, -745.13, -708.4, 709.78, 709.79, 800, -800];
    for (let i = 0; i < 20_000; i++)
      points.push((random() - 0.5) * 1500, (random() - 0.5) * 2 ** (-40 * random()));
    expect(differing(points, exp, math.exp)).toEqual([]);
  });

  it('normalQuantile, in the middle and in both tails', () => {
    const random = sequence(5);
    const points = [...specials, 0.5, 0.075, 0.925, 2 ** -53, 1 - 2 ** -53, 1e-300];
    for (let i = 0; i < 20_000; i++)
      points.push(random(), 2 ** (-1000 * random()), 1 - 2 ** (-53 * random()));
    expect(differing(points, normalQuantile, math.normalQuantile)).toEqual([]);
  });

  it('philox4x32-10, over random counters and keys', () => {
    const random = sequence(6);
    const word = () => Math.floor(random() * 2 ** 32);
    const words = new Uint32Array(4);
    for (let i = 0; i < 2000; i++) {
      const counter = [word(), word(), word(), word()] as const;
      const key = [word(), word()] as const;
      philox4x32(words, ...counter, ...key);
      math.philox4x32(...counter, ...key, 10);
      const core = [math.word0, math.word1, math.word2, math.word3].map(({ value }) => value >>> 0);
      expect([...words]).toEqual(core);
    }
  });
});

describe('resampler(seed, purpose)', () => {
  // Each of 16 places is expected 1,000 times in 1,000 samples of 16; the deviation is √1000·√(15/16) ≈ 31, here 4.5 of them.
  it('draws every place equally often, and others for another sample or seed', () => {
    const resample = resampler(3, 'bootstrap');
    const places = new Uint32Array(16);
    const counts = new Array(16).fill(0);
    for (let sample = 0; sample < 1000; sample++) {
      resample(places, sample);
      for (const place of places) counts[place]++;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(138);
    const [one, same, other] = [3, 3, 4].map((seed) => {
      resampler(seed, 'bootstrap')(places, 0);
      return [...places];
    });
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});

describe('drawer(seed, purpose)', () => {
  it('draws the core’s uniform of the counter (row, column, layer, purpose << 16)', () => {
    const seed = 0x123459abcdef0;
    for (const purpose of ['latinPlace', 'bootstrap'] as const) {
      const draw = drawer(seed, purpose);
      for (const [row, column, layer] of [
        [0, 0, 0],
        [7, 5, 2],
        [0xffffffff, 0xfffffffe, 0xfffffffd],
      ]) {
        const core = math.uniform(0x9abcdef0, 0x12345, row, column, layer, purposes[purpose], 0);
        expect(draw(row, column, layer)).toBe(core);
      }
    }
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => drawer(-1, 'morris')).toThrow(
      'seed: got -1; allowed: a whole number from 0 to 9007199254740991',
    );
    expect(() => drawer(0.5, 'morris')).toThrow('seed');
  });
});
