import { beforeAll, describe, expect, it } from 'vitest';
import { type Draw, loadMath, type MathExports } from '../math/wasm.ts';

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

const SEED_LOW = 0x9abcdef0;
const SEED_HIGH = 0x12345;

/** n draws of one lab, tick by tick. */
function draws(from: Draw, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, tick) => from(SEED_LOW, SEED_HIGH, tick, 3, 1, 4, 0));
}

describe('purposes', () => {
  it('keep their numbers, since runs are reproduced by them', () => {
    const { INITIAL_K, INITIAL_T, BELIEF, RULE, NOISE } = math;
    expect([INITIAL_K, INITIAL_T, BELIEF, RULE, NOISE].map((purpose) => purpose.value)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });
});

describe('uniform', () => {
  it('is made of two words of philox4x32-10 of the counter (tick, index, group, purpose << 16 | draw)', () => {
    for (const [tick, index, group, purpose, block] of [
      [0, 0, 0, 0, 0],
      [7, 5, 2, 4, 8],
      [0xffffffff, 0xfffffffe, 0xfffffffd, 0xffff, 0xfffe],
    ]) {
      math.philox4x32(tick, index, group, ((purpose << 16) | block) >>> 0, SEED_LOW, SEED_HIGH, 10);
      const words = [math.word0, math.word1, math.word2, math.word3].map((word) => BigInt(word.value >>> 0));
      for (const parity of [0, 1]) {
        const [high, low] = words.slice(2 * parity);
        const odd = (high << 21n) | (low >> 11n) | 1n;
        const u = math.uniform(SEED_LOW, SEED_HIGH, tick, index, group, purpose, block + parity);
        expect(u).toBe(Number(odd) / 2 ** 53);
      }
    }
  });

  it('is an odd multiple of 2^-53, so never 0, never 1, and as likely as 1 − u', () => {
    const outside = draws(math.uniform, 100_000).filter((u) => u <= 0 || u >= 1 || (u * 2 ** 53) % 2 !== 1);
    expect([...outside]).toEqual([]);
    // The extremes of that construction: all 53 bits but the last 0, and all 1.
    expect(1 / 2 ** 53).toBeGreaterThan(0);
    expect((2 ** 53 - 1) / 2 ** 53).toBeLessThan(1);
  });

  it('depends on every part of its name and on both halves of the seed', () => {
    const name = [1, 2, 3, 4, 5, 4, 6] as const;
    const base = math.uniform(...name);
    for (let part = 0; part < name.length; part++) {
      const other = name.map((value, i) => (i === part ? value + 1 : value)) as Parameters<Draw>;
      expect(math.uniform(...other), `part ${part}`).not.toBe(base);
    }
    expect(math.uniform(...name)).toBe(base);
  });

  // χ² with 99 degrees of freedom: mean 99, deviation √198 = 14; ±5 deviations. Fixed seed, so no flakes.
  it('fills a hundred bins evenly over 10^6 draws, with the mean of a uniform', () => {
    const bins = new Array<number>(100).fill(0);
    let sum = 0;
    for (const u of draws(math.uniform, 1_000_000)) {
      bins[Math.floor(u * 100)]++;
      sum += u;
    }
    const chi2 = bins.reduce((total, count) => total + (count - 1e4) ** 2 / 1e4, 0);
    expect(chi2).toBeGreaterThan(99 - 5 * 14);
    expect(chi2).toBeLessThan(99 + 5 * 14);
    // The mean of 10^6 has deviation √(1/12)/1000.
    expect(Math.abs(sum / 1e6 - 0.5)).toBeLessThan(5 * 2.9e-4);
  });

  // Each correlation of n pairs has deviation 1/√n = 0.0032; 5 of them.
  it('is uncorrelated between neighbouring ticks, labs, groups, purposes and draws', () => {
    const n = 100_000;
    const steps = [
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
    ];
    for (const [tick, index, group, purpose, draw] of steps) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const a = math.uniform(SEED_LOW, SEED_HIGH, 2 * i, 0, 0, 1, 0);
        const b = math.uniform(SEED_LOW, SEED_HIGH, 2 * i + tick, index, group, 1 + purpose, draw);
        sum += (a - 0.5) * (b - 0.5);
      }
      expect(Math.abs((12 * sum) / n), `${tick}${index}${group}${purpose}${draw}`).toBeLessThan(5 * 0.0032);
    }
  });
});

describe('normal', () => {
  it('is the normal quantile of the uniform of the same name', () => {
    for (let tick = 0; tick < 1000; tick++) {
      const u = math.uniform(SEED_LOW, SEED_HIGH, tick, 3, 1, 4, 1);
      expect(math.normal(SEED_LOW, SEED_HIGH, tick, 3, 1, 4, 1)).toBe(math.normalQuantile(u));
    }
  });

  // Deviations of the mean, variance, third and fourth moment of n normals: √(1, 2, 15, 96)/√n; 5 of each.
  it('has the first four moments of a standard normal over 10^6 draws', () => {
    const moments = [0, 0, 0, 0];
    for (const z of draws(math.normal, 1_000_000)) {
      for (let k = 0; k < 4; k++) moments[k] += z ** (k + 1) / 1e6;
    }
    const expected = [0, 1, 0, 3];
    const deviation = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)];
    for (let k = 0; k < 4; k++) {
      expect(Math.abs(moments[k] - expected[k]), `moment ${k + 1}`).toBeLessThan((5 * deviation[k]) / 1000);
    }
  });
});
