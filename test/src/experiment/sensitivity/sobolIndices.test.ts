import { describe, expect, it } from 'vitest';
import { saltelliBlock, saltelliDesign } from '../../../../src/experiment/designs/index.ts';
import { type Estimate, sobolIndices } from '../../../../src/experiment/sensitivity/index.ts';
import { ishigami, sobolG } from './analytic.ts';

const N = 8192;

const valuesOf = (f: (u: Float64Array) => number, n: number, d: number, secondOrder = false) =>
  Float64Array.from(saltelliDesign(n, d, { secondOrder }), f);

/** Within 0.02 of the analytic value, which is within the interval. */
function expectNear(estimates: readonly Estimate[], analytic: readonly number[]): void {
  analytic.forEach((wanted, i) => {
    const { value, low, high } = estimates[i];
    expect(Math.abs(value - wanted), `factor ${i}: ${value} for ${wanted}`).toBeLessThan(0.02);
    expect(low <= wanted && wanted <= high, `factor ${i}: ${wanted} in [${low}, ${high}]`).toBe(true);
    expect(high - low, `width of factor ${i}`).toBeLessThan(0.15);
  });
}

describe('sobolIndices of N = 8,192 base samples', () => {
  it('are those of Ishigami’s function, within their intervals and 0.02, second order too', () => {
    const known = ishigami();
    const got = sobolIndices(valuesOf(known.f, N, 3, true), 3, { secondOrder: true });
    expectNear(got.first, known.first);
    expectNear(got.total, known.total);
    expectNear([got.second![0][1], got.second![0][2], got.second![1][2]], Object.values(known.second));
    expect(Math.abs(got.mean / known.mean - 1)).toBeLessThan(0.01);
    expect(Math.abs(got.variance / known.variance - 1)).toBeLessThan(0.01);
  });

  it('are those of Sobol’s G with eight factors of falling weight', () => {
    const known = sobolG([0, 1, 4.5, 9, 99, 99, 99, 99]);
    const got = sobolIndices(valuesOf(known.f, N, 8), 8, { resamples: 300 });
    expectNear(got.first, known.first);
    expectNear(got.total, known.total);
    expect(got.second).toBeNull();
  });
});

describe('sobolIndices', () => {
  it('of a sum are the squares of its weights, first order and total alike', () => {
    const weights = [3, 2, 1, 0];
    const f = (u: Float64Array) => u.reduce((sum, x, i) => sum + weights[i] * x, 0);
    const { first, total } = sobolIndices(valuesOf(f, 1024, 4), 4, { resamples: 50 });
    weights.forEach((weight, i) => {
      expect(first[i].value).toBeCloseTo(weight ** 2 / 14, 2);
      expect(total[i].value).toBeCloseTo(weight ** 2 / 14, 2);
    });
    expect(total[3].value).toBe(0);
  });

  it('do not change when the values are shifted and scaled', () => {
    const { f } = ishigami();
    const values = valuesOf(f, 256, 3);
    const options = { resamples: 20 };
    const moved = sobolIndices(
      values.map((y) => 1e6 - 30 * y),
      3,
      options,
    );
    sobolIndices(values, 3, options).first.forEach(({ value }, i) => {
      // 1e6 costs the values 30/1e6·2^-53 of their digits each, relative.
      expect(moved.first[i].value).toBeCloseTo(value, 8);
    });
  });

  // 19 of 20 intervals hold the truth if samples are independent: of 100, fewer than 87 has a chance of about 1 in 2,000.
  it('have 95 % intervals that hold the truth nineteen times in twenty', () => {
    const known = sobolG([0.5, 2]);
    let held = 0;
    for (let trial = 0; trial < 100; trial++) {
      const values = new Float64Array(256 * 4);
      let state = trial + 1;
      const uniform = () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
      };
      for (let k = 0; k < 256; k++) {
        const [a, b, c, e] = [uniform(), uniform(), uniform(), uniform()];
        [
          [a, b],
          [c, b],
          [a, e],
          [c, e],
        ].forEach((point, i) => {
          values[4 * k + i] = known.f(Float64Array.from(point));
        });
      }
      const { total } = sobolIndices(values, 2, { resamples: 200, seed: trial });
      if (total[1].low <= known.total[1] && known.total[1] <= total[1].high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(87);
    expect(held).toBeLessThan(100);
  });

  it('are the same for a seed, intervals included', () => {
    const values = valuesOf(ishigami().f, 128, 3);
    const one = sobolIndices(values, 3, { resamples: 50, seed: 4 });
    expect(sobolIndices(values, 3, { resamples: 50, seed: 4 })).toEqual(one);
    expect(sobolIndices(values, 3, { resamples: 50, seed: 5 }).first[0].low).not.toBe(one.first[0].low);
  });

  it('leave out the base samples of failed runs, and say how many', () => {
    const known = ishigami();
    const values = valuesOf(known.f, 1024, 3);
    const block = saltelliBlock(3);
    for (const failed of [0, 7 * block + 2, 7 * block + 3, 1023 * block + 4]) values[failed] = Number.NaN;
    const got = sobolIndices(values, 3, { resamples: 50 });
    expect([got.samples, got.dropped]).toEqual([1021, 3]);
    expect(Math.abs(got.first[1].value - known.first[1])).toBeLessThan(0.05);
  });

  it('are NaN where nothing varies', () => {
    const { first, total, variance } = sobolIndices(new Float64Array(8 * 4).fill(2), 2, { resamples: 5 });
    expect(variance).toBe(0);
    expect([...first, ...total].every(({ value }) => Number.isNaN(value))).toBe(true);
  });

  it('refuse values that are no blocks of the design', () => {
    expect(() => sobolIndices(new Float64Array(9), 2)).toThrow(
      'values.length: got 9; allowed: whole blocks of 4',
    );
    expect(() => sobolIndices(new Float64Array(8).fill(Number.NaN), 2)).toThrow(
      'base samples without a failed run: got 0',
    );
  });
});
