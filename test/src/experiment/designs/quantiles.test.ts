import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactorDistribution, quantile } from '../../../../src/experiment/designs/index.ts';

/** A distribution with its probability of at most x, from the definition. */
const cases: { distribution: FactorDistribution; below: (x: number) => number }[] = [
  { distribution: { kind: 'uniform', min: -1, max: 3 }, below: (x) => (x + 1) / 4 },
  { distribution: { kind: 'loguniform', min: 0.01, max: 100 }, below: (x) => Math.log10(x * 100) / 4 },
  {
    distribution: { kind: 'triangular', min: 0, mode: 1, max: 4 },
    below: (x) => (x < 1 ? x ** 2 / 4 : 1 - (4 - x) ** 2 / 12),
  },
  { distribution: { kind: 'pareto', min: 2, shape: 1.5 }, below: (x) => 1 - (2 / x) ** 1.5 },
];

const shares = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });

describe('quantile(distribution)', () => {
  // The way there and back rounds at most ten times; 1e-12 leaves room for the host's own pow and log10.
  it.each(cases)(
    'is the inverse of the distribution function: $distribution.kind',
    ({ distribution, below }) => {
      const of = quantile(distribution);
      fc.assert(fc.property(shares, (u) => Math.abs(below(of(u)) - u) < 1e-12));
    },
  );

  it('never decreases, and stays within the ends', () => {
    const ranges: FactorDistribution[] = [
      { kind: 'uniform', min: 0.1, max: 0.3 },
      { kind: 'loguniform', min: 0.1, max: 0.3 },
      { kind: 'triangular', min: 0.1, mode: 0.3, max: 0.3 },
      { kind: 'integer', min: 1, max: 3 },
    ];
    for (const range of ranges) {
      const of = quantile(range);
      fc.assert(
        fc.property(shares, shares, (u, v) => {
          const [low, high] = [of(Math.min(u, v)), of(Math.max(u, v))];
          const { min, max } = range as { min: number; max: number };
          return min <= low && low <= high && high <= max;
        }),
      );
    }
  });

  it('has the known points of the normal and the lognormal', () => {
    const normal = quantile({ kind: 'normal', mean: 10, spread: 2 });
    expect(normal(0.5)).toBe(10);
    // Φ^-1(0.975) = 1.959963984540054…
    expect(normal(0.975)).toBeCloseTo(10 + 2 * 1.959963984540054, 13);
    const lognormal = quantile({ kind: 'lognormal', median: 3, spread: 1 });
    expect(lognormal(0.5)).toBe(3);
    expect(lognormal(0.025)).toBeCloseTo(3 * Math.exp(-1.959963984540054), 13);
  });

  it('gives whole numbers and list entries equal shares', () => {
    const tally = (of: (u: number) => number) => {
      const counts: Record<number, number> = {};
      for (let k = 0; k < 300; k++) {
        const x = of((k + 0.5) / 300);
        counts[x] = (counts[x] ?? 0) + 1;
      }
      return counts;
    };
    expect(tally(quantile({ kind: 'integer', min: -1, max: 1 }))).toEqual({ '-1': 100, 0: 100, 1: 100 });
    expect(tally(quantile({ kind: 'list', values: [5, 0.5] }))).toEqual({ 5: 150, 0.5: 150 });
  });

  it('keeps its bits, since designs are reproduced by them', () => {
    const at = (distribution: FactorDistribution) => quantile(distribution)(0.3);
    expect([
      at({ kind: 'loguniform', min: 0.1, max: 10 }),
      at({ kind: 'normal', mean: 0, spread: 1 }),
      at({ kind: 'lognormal', median: 1, spread: 0.5 }),
      at({ kind: 'pareto', min: 1, shape: 2 }),
      at({ kind: 'triangular', min: 0, mode: 1, max: 2 }),
    ]).toMatchInlineSnapshot(`
      [
        0.39810717055349737,
        -0.5244005127080408,
        0.769356939664259,
        1.1952286093343938,
        0.7745966692414834,
      ]
    `);
  });

  it('refuses what is no distribution, and shares outside (0, 1)', () => {
    const refused = (distribution: object) => () => quantile(distribution as FactorDistribution);
    expect(refused({ kind: 'uniform', min: 2, max: 1 })).toThrow('max: got 1; allowed: at least min, 2');
    expect(refused({ kind: 'loguniform', min: 0, max: 1 })).toThrow(
      'min: got 0; allowed: a finite number above 0',
    );
    expect(refused({ kind: 'integer', min: 0.5, max: 1 })).toThrow('min: got 0.5; allowed: a whole number');
    expect(refused({ kind: 'list', values: [] })).toThrow('values: got');
    expect(refused({ kind: 'cauchy' })).toThrow('kind: got "cauchy"');
    expect(() => quantile({ kind: 'normal', mean: 0, spread: 1 })(0)).toThrow('u: got 0');
  });
});
