import { describe, expect, it } from 'vitest';
import { meanOf, statisticsOf } from '../../../../src/experiment/analysis/statistics.ts';

describe('statisticsOf', () => {
  it('has the moments of 1 … 9 and the quantiles that R and NumPy give by default', () => {
    const { count, mean, deviation, min, max, quantiles } = statisticsOf([9, 1, 8, 2, 7, 3, 6, 4, 5]);
    expect({ count, mean, min, max }).toEqual({ count: 9, mean: 5, min: 1, max: 9 });
    expect(deviation).toBeCloseTo(Math.sqrt(7.5), 14);
    // numpy.quantile(range(1, 10), [.05, .25, .5, .75, .95])
    [1.4, 3, 5, 7, 8.6].forEach((wanted, i) => {
      expect(quantiles[i]).toBeCloseTo(wanted, 14);
    });
  });

  it('looks at what there is, and is NaN where there is nothing', () => {
    expect(statisticsOf([Number.NaN, 4, Infinity]).count).toBe(1);
    expect(statisticsOf([4]).deviation).toBeNaN();
    expect(statisticsOf([]).mean).toBeNaN();
    expect(meanOf([Number.NaN, 1, 3])).toBe(2);
  });

  it('does not overflow where the numbers do not', () => {
    const { mean, deviation } = statisticsOf([1e300, 3e300, 5e300, 7e300]);
    expect(mean / 4e300).toBeCloseTo(1, 14);
    expect(deviation / 1e300).toBeCloseTo(Math.sqrt(20 / 3), 12);
  });
});
