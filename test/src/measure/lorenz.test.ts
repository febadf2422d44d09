import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lorenz } from '../../../src/measure/index.ts';

const of = (values: readonly number[]) => {
  const column = Float64Array.from(values);
  return lorenz([column], [column.map(() => 1)]);
};
const holdings = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('the Lorenz curve', () => {
  it('of two labs with 1 and 3 has a Gini of 1/4, of 1, 2, 3, 4 one of 1/4 too', () => {
    expect(of([3, 1])).toEqual({
      gini: 0.25,
      curve: [
        [0, 0],
        [0.5, 0.25],
        [1, 1],
      ],
    });
    // Σ(2i − N − 1)·x_i/(N·Σx) = (−3 − 2 + 3 + 12)/(4·10).
    expect(of([4, 1, 3, 2]).gini).toBeCloseTo(0.25, 15);
  });

  it('of Pareto’s law with shape k has 1/(2k − 1): 100,000 quantiles, in classes', () => {
    const N = 100_000;
    const shape = 3;
    const values = Float64Array.from({ length: N }, (_, i) => (1 - (i + 0.5) / N) ** (-1 / shape));
    // 2.5e-4 is what classes may miss, N quantiles miss far less.
    expect(Math.abs(lorenz([values], [values]).gini - 1 / (2 * shape - 1))).toBeLessThan(2.5e-4);
  });

  it('in classes agrees with the exact one', () => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => Math.exp(Math.sin(i * 1.7) * 3));
    const exact = [...values].sort((a, b) => a - b);
    const total = exact.reduce((sum, x) => sum + x);
    const gini =
      exact.reduce((sum, x, i) => sum + (2 * i + 1 - exact.length) * x, 0) / (exact.length * total);
    expect(Math.abs(lorenz([values], [values]).gini - gini)).toBeLessThan(2.5e-4);
    expect(lorenz([values.map(() => 7)], [values]).gini).toBe(0);
  });

  it('lies in [0, 1 − 1/N], does not mind order or unit, and falls when the richer gives to the poorer', () => {
    fc.assert(
      fc.property(holdings, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, unit) => {
        const { gini } = of(values);
        expect(gini).toBeGreaterThanOrEqual(0);
        // Rounding of a sum of up to 60 terms.
        expect(gini).toBeLessThanOrEqual(1 - 1 / values.length + 1e-13);
        expect(of([...values].reverse()).gini).toBe(gini);
        expect(of(values.map((x) => x * unit)).gini).toBeCloseTo(gini, 12);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        const given = (most - least) / 4;
        const fairer = [...values];
        fairer[fairer.indexOf(most)] -= given;
        fairer[fairer.indexOf(least)] += given;
        if (most > least) expect(of(fairer).gini).toBeLessThanOrEqual(gini + 1e-13);
      }),
    );
  });

  it('rises from (0, 0) to (1, 1), convex and never above the diagonal', () => {
    fc.assert(
      fc.property(holdings, (values) => {
        const { curve } = of(values);
        expect(curve[0]).toEqual([0, 0]);
        expect(curve.at(-1)).toEqual([1, 1]);
        let slope = 0;
        for (let i = 1; i < curve.length; i++) {
          const [labs, held] = curve[i];
          const next = (held - curve[i - 1][1]) / (labs - curve[i - 1][0]);
          // 1e-9: a difference of two shares over 1/60.
          expect(next).toBeGreaterThanOrEqual(slope - 1e-9);
          expect(held).toBeLessThanOrEqual(labs + 1e-12);
          slope = next;
        }
      }),
    );
  });

  it('hands out at most 66 places, and counts only labs in business', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i + 1);
    expect(lorenz([values], [values]).curve.length).toBeLessThanOrEqual(66);
    expect(lorenz([Float64Array.of(1, 3, 99)], [Float64Array.of(1, 1, 0)]).gini).toBe(0.25);
    expect(lorenz([Float64Array.of(0, 0)], [Float64Array.of(0, 0)])).toEqual({ gini: Number.NaN, curve: [] });
  });
});
