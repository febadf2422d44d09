import { describe, expect, it } from 'vitest';
import { simulate } from './harness.ts';

const COUNT = 100_000;
/** K₀ of many labs, sorted. */
function draws(K0: object, seed = 1): Float64Array {
  return simulate({ seed, groups: [{ count: COUNT, K0 }] })
    .economies[0].groups[0].K.slice()
    .sort();
}

/** Kolmogorov–Smirnov distance of sorted draws to a distribution function. */
function distance(sorted: Float64Array, cdf: (x: number) => number): number {
  return sorted.reduce(
    (worst, x, i) => Math.max(worst, Math.abs(cdf(x) - i / COUNT), Math.abs(cdf(x) - (i + 1) / COUNT)),
    0,
  );
}

/** The distance that a right generator exceeds once in 10⁶ seeds: √(ln(2·10⁶)/2N). Seeds are fixed, so this never flickers. */
const LIMIT = Math.sqrt(Math.log(2e6) / (2 * COUNT));

/** Normal distribution function: Abramowitz & Stegun 7.1.26, good to 1.5e-7, far below LIMIT. */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(x) / Math.SQRT2));
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - poly * Math.exp((-x * x) / 2);
  return 0.5 * (1 + Math.sign(x) * erf);
}

describe('initial stocks', () => {
  it('uniform fills [min, max] evenly', () => {
    const sorted = draws({ distribution: 'uniform', min: 2, max: 5 });
    expect(sorted[0]).toBeGreaterThanOrEqual(2);
    expect(sorted[COUNT - 1]).toBeLessThanOrEqual(5);
    expect(distance(sorted, (x) => (x - 2) / 3)).toBeLessThan(LIMIT);
  });

  it('lognormal has the given median and spread of the logarithm', () => {
    const sorted = draws({ distribution: 'lognormal', median: 3, spread: 0.7 });
    expect(distance(sorted, (x) => normalCdf(Math.log(x / 3) / 0.7))).toBeLessThan(LIMIT);
  });

  it('Pareto has the given least value and tail', () => {
    const sorted = draws({ distribution: 'pareto', min: 2, shape: 1.5 });
    expect(sorted[0]).toBeGreaterThanOrEqual(2);
    expect(distance(sorted, (x) => 1 - (2 / x) ** 1.5)).toBeLessThan(LIMIT);
  });

  it('constant and list give the very values', () => {
    const values = [0.1, 0.2, 0.3, 1e-10, 1e20];
    const [group] = simulate({
      groups: [
        {
          count: 5,
          K0: { distribution: 'list', values },
          T0: 0.7,
          cHat: { distribution: 'list', values: [1, 2, 3, 4, 5] },
        },
      ],
    }).economies[0].groups;
    expect([...group.K]).toEqual(values);
    expect([...group.T]).toEqual([0.7, 0.7, 0.7, 0.7, 0.7]);
    expect([...group.cHat]).toEqual([1, 2, 3, 4, 5]);
  });

  it('labs without a stated belief know the c of their group', () => {
    const [own, common] = simulate({
      economy: { c: 1.5 },
      groups: [{ name: 'own', c: 2 }, { name: 'common' }],
    }).economies[0].groups;
    expect([own.cHat[0], common.cHat[0]]).toEqual([2, 1.5]);
  });

  it('K₀, T₀ and ĉ of one lab are independent draws', () => {
    const spread = { distribution: 'uniform', min: 1, max: 2 };
    const [group] = simulate({ groups: [{ count: COUNT, K0: spread, T0: spread, cHat: spread }] })
      .economies[0].groups;
    const correlation = (x: Float64Array, y: Float64Array) =>
      x.reduce((sum, value, i) => sum + (value - 1.5) * (y[i] - 1.5), 0) / COUNT / (1 / 12);
    // Standard error 1/√N = 0.003; five of them.
    expect(Math.abs(correlation(group.K, group.T))).toBeLessThan(0.016);
    expect(Math.abs(correlation(group.K, group.cHat))).toBeLessThan(0.016);
    expect(Math.abs(correlation(group.T, group.cHat))).toBeLessThan(0.016);
  });

  it('seeds beyond 32 bits count in full', () => {
    const first = (seed: number) => draws({ distribution: 'uniform', min: 1, max: 2 }, seed)[0];
    expect(new Set([first(5), first(2 ** 32 + 5), first(2 ** 52 + 5), first(2 ** 53 - 1)]).size).toBe(4);
  });
});
