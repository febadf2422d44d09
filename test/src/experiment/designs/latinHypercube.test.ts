import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentPoints, latinHypercube } from '../../../../src/experiment/designs/index.ts';

const sizes = fc.record({
  n: fc.integer({ min: 1, max: 200 }),
  d: fc.integer({ min: 1, max: 8 }),
  seed: fc.maxSafeNat(),
});

/** Correlation of two columns. */
function correlation(points: Float64Array[], i: number, j: number): number {
  const n = points.length;
  const mean = (k: number) => points.reduce((sum, point) => sum + point[k], 0) / n;
  const [mi, mj] = [mean(i), mean(j)];
  const moment = (a: number, ma: number, b: number, mb: number) =>
    points.reduce((sum, point) => sum + (point[a] - ma) * (point[b] - mb), 0);
  return moment(i, mi, j, mj) / Math.sqrt(moment(i, mi, i, mi) * moment(j, mj, j, mj));
}

describe('latinHypercube(n, d, seed)', () => {
  it('has exactly one point in each of n strata of every axis, off the faces', () => {
    fc.assert(
      fc.property(sizes, ({ n, d, seed }) => {
        const points = latinHypercube(n, d, seed);
        expect(points.length).toBe(n);
        for (let j = 0; j < d; j++) {
          const column = points.map((point) => point[j]);
          expect(column.every((x) => x > 0 && x < 1)).toBe(true);
          expect(new Set(column.map((x) => Math.floor(x * n + 1e-9))).size).toBe(n);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same for a seed, and another for another, the high bits of the seed too', () => {
    const one = latinHypercube(20, 3, 7);
    expect(latinHypercube(20, 3, 7)).toEqual(one);
    expect(latinHypercube(20, 3, 8)).not.toEqual(one);
    expect(latinHypercube(20, 3, 7 + 2 ** 40)).not.toEqual(one);
  });

  it('does not move a factor when another is added', () => {
    const few = latinHypercube(30, 2, 5);
    expect(latinHypercube(30, 4, 5).map((point) => point.slice(0, 2))).toEqual(few);
  });

  // Independent orders correlate like N(0, 1/(n − 1)); 4.5 of those deviations is 1 in 150,000.
  it('orders its axes independently', () => {
    const points = latinHypercube(2000, 6, 11);
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < i; j++)
        expect(Math.abs(correlation(points, i, j))).toBeLessThan(4.5 / Math.sqrt(1999));
  });

  it('keeps its numbers, since designs are reproduced by them', () => {
    expect([...latinHypercube(4, 2, 1)].map((point) => [...point])).toMatchInlineSnapshot(`
      [
        [
          0.06077977269887924,
          0.49298883229494095,
        ],
        [
          0.9599573239684105,
          0.014037154614925385,
        ],
        [
          0.44849971681833267,
          0.6998799815773964,
        ],
        [
          0.5540832653641701,
          0.8020268753170967,
        ],
      ]
    `);
  });

  it('refuses empty designs', () => {
    expect(() => latinHypercube(0, 2, 1)).toThrow('n: got 0; allowed: a whole number, 1 or more');
    expect(() => latinHypercube(2, 0, 1)).toThrow('d: got 0');
  });
});

describe('independentPoints(n, d, seed)', () => {
  // A mean of n uniforms is N(½, 1/(12 n)); 4.5 deviations.
  it('is uniform and uncorrelated', () => {
    const points = independentPoints(5000, 3, 3);
    for (let j = 0; j < 3; j++) {
      const mean = points.reduce((sum, point) => sum + point[j], 0) / 5000;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 / Math.sqrt(12 * 5000));
    }
    expect(Math.abs(correlation(points, 0, 1))).toBeLessThan(4.5 / Math.sqrt(4999));
  });

  it('begins like a longer one', () => {
    expect(independentPoints(10, 2, 9)).toEqual(independentPoints(20, 2, 9).slice(0, 10));
  });
});
