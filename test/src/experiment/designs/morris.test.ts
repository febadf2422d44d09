import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../../../src/experiment/designs/index.ts';

describe('morrisDesign(r, d, levels, seed)', () => {
  it('moves every factor exactly once a trajectory, by ½, on the grid', () => {
    const shapes = fc.record({
      r: fc.integer({ min: 1, max: 20 }),
      d: fc.integer({ min: 1, max: 9 }),
      half: fc.integer({ min: 1, max: 6 }),
      seed: fc.maxSafeNat(),
    });
    fc.assert(
      fc.property(shapes, ({ r, d, half, seed }) => {
        const levels = 2 * half;
        const points = morrisDesign(r, d, levels, seed);
        expect(points.length).toBe(r * (d + 1));
        for (const point of points)
          for (const x of point) {
            const level = x * levels - 0.5;
            expect(Math.abs(level - Math.round(level))).toBeLessThan(1e-12);
            expect(x > 0 && x < 1).toBe(true);
          }
        for (let t = 0; t < r; t++) {
          const moved = Array.from({ length: d }, (_, k) => {
            const [from, to] = [points[t * (d + 1) + k], points[t * (d + 1) + k + 1]];
            const changed = [...from.keys()].filter((i) => from[i] !== to[i]);
            expect(changed.length).toBe(1);
            expect(Math.abs(to[changed[0]] - from[changed[0]])).toBeCloseTo(0.5, 14);
            return changed[0];
          });
          expect(moved.toSorted((a, b) => a - b)).toEqual(Array.from({ length: d }, (_, i) => i));
        }
      }),
      { numRuns: 60 },
    );
  });

  // 400 trajectories × 4 factors: each of 4 levels expects 400 starts of a factor, deviation √(400·¼·¾) ≈ 8.7; 4.5 of them.
  it('starts at every level equally often, going up as often as down', () => {
    const points = morrisDesign(400, 4, 4, 2).filter((_, k) => k % 5 === 0);
    for (let i = 0; i < 4; i++)
      for (let level = 0; level < 4; level++) {
        const starts = points.filter((point) => point[i] === (level + 0.5) / 4).length;
        expect(Math.abs(starts - 100)).toBeLessThan(39);
      }
  });

  it('refuses an odd number of levels', () => {
    expect(() => morrisDesign(2, 2, 5, 1)).toThrow('levels: got 5; allowed: an even whole number, 2 or more');
  });
});
