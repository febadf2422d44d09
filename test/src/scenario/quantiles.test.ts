import { describe, expect, test } from 'vitest';
import { normalQuantile, quantile } from '../../../src/scenario/quantiles.ts';

describe('quantiles', () => {
  // Abramowitz and Stegun, table 26.5; Acklam's approximation is good to 1.15e-9, relatively.
  test.each([
    [0.5, 0],
    [0.841344746068543, 1],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
    [0.01, -2.326347874040841],
  ])('the normal quantile of %d', (p, x) => {
    expect(Math.abs(normalQuantile(p) - x)).toBeLessThanOrEqual(1.2e-9 * Math.max(1, Math.abs(x)));
    // Antisymmetric but for the rounding of 1 − p, which a tail density of 3e-3 and more amplifies to 1e-13.
    expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
  });

  test('medians and ends are those that the distributions are named by', () => {
    expect(quantile({ distribution: 'constant', value: 3 }, 0.9)).toBe(3);
    expect(quantile({ distribution: 'uniform', min: 1, max: 3 }, 0.25)).toBe(1.5);
    expect(quantile({ distribution: 'lognormal', median: 7, spread: 2 }, 0.5)).toBe(7);
    // One standard deviation of the logarithm above the median.
    expect(quantile({ distribution: 'lognormal', median: 1, spread: 2 }, 0.841344746068543)).toBeCloseTo(
      Math.exp(2),
      7,
    );
    // P(x > 2) = 2^-3.
    expect(quantile({ distribution: 'pareto', min: 1, shape: 3 }, 1 - 1 / 8)).toBeCloseTo(2, 12);
    expect([0.1, 0.5, 0.9].map((p) => quantile({ distribution: 'list', values: [9, 1, 5] }, p))).toEqual([
      1, 5, 9,
    ]);
  });
});
