import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  flow,
  fragmentationLimits,
  fragmentationPenalty,
  labProductivity,
  minimalBlowUpTime,
  optimalFragmentationPenalty,
  pooledProductivity,
  spilloverFactor,
} from '../../../src/theory/index.ts';
import { relative, SEED, starts, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

const one = { K0: 1, T0: 1, c: 1 };
const SIZES = [1, 2, 3, 5, 10, 100];

describe('fragmentation', () => {
  test.each([
    [0, [1, 1.539601, 1.964912, 2.650557, 3.929587, 13.538874]],
    [0.1, [1, 1.452531, 1.762082, 2.178347, 2.730192, 3.744446]],
    [0.3, [1, 1.310528, 1.480146, 1.663742, 1.846381, 2.063178]],
    [0.6, [1, 1.151452, 1.215873, 1.274376, 1.323162, 1.371308]],
    [1, [1, 1, 1, 1, 1, 1]],
  ] as [number, number[]][])('at q = ½ and σ = %d N labs take %j times as long', (sigma, table) => {
    for (const [i, N] of SIZES.entries())
      expect(Math.abs(fragmentationPenalty({ ...one, q: 0.5, N, sigma }) - table[i]!)).toBeLessThan(5.1e-7);
  });

  test.each([
    [0, [3, 4.656854, 5.928203, 7.944272, 11.649111, 39]],
    [0.1, [3, 4.393599, 5.324555, 6.559289, 8.176629, 11.115651]],
    [0.3, [3, 3.961389, 4.477226, 5.030227, 5.575959, 6.219229]],
    [0.6, [3, 3.472136, 3.670994, 3.850713, 4, 4.14685]],
    [1, [3, 3, 3, 3, 3, 3]],
  ] as [number, number[]][])('at the optimum and σ = %d they blow up at %j', (sigma, table) => {
    for (const [i, N] of SIZES.entries())
      expect(Math.abs(3 * optimalFragmentationPenalty({ ...one, N, sigma }) - table[i]!)).toBeLessThan(
        5.1e-7,
      );
  });

  test('N labs integrated one by one are one lab of the pooled productivity', () => {
    const [N, sigma, c, q, s] = [4, 0.35, 0.8, 0.4, 0.7];
    const f = (_: number, y: readonly number[]): number[] => {
      const all = y.slice(N).reduce((x, T) => x + T, 0);
      const K = y.slice(0, N);
      return [
        ...K.map((k, i) => s * (1 - q) * k * ((1 - sigma) * y[N + i]! + sigma * all) ** c),
        ...K.map((k) => q * k),
      ];
    };
    const y = rungeKutta(f, [...Array(N).fill(0.5), ...Array(N).fill(0.25)], 0, 2, 2000);
    const total = y.slice(0, N).reduce((x, K) => x + K, 0);
    const pooled = flow({ K0: 2, T0: 1, c, q, t: 2, a: pooledProductivity({ N, sigma, c, s }) });
    const lab = flow({ K0: 0.5, T0: 0.25, c, q, t: 2, a: labProductivity({ N, sigma, c, s }) });
    // Fourth order, h = 1e-3.
    expect(relative(total, pooled.K)).toBeLessThan(1e-12);
    expect(relative(total, N * lab.K)).toBeLessThan(1e-12);
  });

  test('the penalty runs from (N/m)^β without training to (N/m)^c without chips', () => {
    const labs = fc.record({ N: fc.integer({ min: 1, max: 1000 }), sigma: uniform(0, 1) });
    fc.assert(
      fc.property(starts(0.1, 4), labs, uniform(0.01, 0.99), (start, l, q) => {
        const { chipsAbundant, trainingAbundant } = fragmentationLimits({ ...l, c: start.c });
        for (const penalty of [
          fragmentationPenalty({ ...start, ...l, q }),
          optimalFragmentationPenalty({ ...start, ...l }),
        ]) {
          // Four times the flow's own rounding.
          expect(penalty).toBeGreaterThanOrEqual(chipsAbundant * (1 - 1e-13));
          expect(penalty).toBeLessThanOrEqual(trainingAbundant * (1 + 1e-13));
        }
        const bare = { K0: start.K0, T0: 0, c: start.c, ...l };
        expect(relative(fragmentationPenalty({ ...bare, q }), chipsAbundant)).toBeLessThan(1e-13);
        expect(relative(optimalFragmentationPenalty(bare), chipsAbundant)).toBeLessThan(1e-13);
        const rich = { ...bare, T0: 1e120 ** (1 / (1 + start.c)) };
        // The penalty falls short by the logarithm of what fragmentation does to x, over ln(1/x).
        expect(fragmentationPenalty({ ...rich, q }) / trainingAbundant).toBeGreaterThan(0.85);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('m is 1 without spillover, N with all of it, and N = 1 is a lab alone', () => {
    expect(spilloverFactor({ N: 7 })).toBe(1);
    expect(spilloverFactor({ N: 7, sigma: 1 })).toBe(7);
    expect(optimalFragmentationPenalty({ ...one, N: 1, sigma: 0.4 })).toBe(1);
    expect(minimalBlowUpTime({ ...one, a: pooledProductivity({ N: 9, sigma: 1, c: 1 }) })).toBe(3);
  });
});
