import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../../../src/experiment/designs/index.ts';
import { elementaryEffects } from '../../../../src/experiment/sensitivity/index.ts';
import { ishigami, sobolG } from './analytic.ts';

describe('elementaryEffects', () => {
  it('of a weighted sum are its weights, without spread', () => {
    const weights = [2, -3, 0, 0.5];
    const points = morrisDesign(10, 4, 4, 1);
    const values = Float64Array.from(points, (u) => u.reduce((sum, x, i) => sum + weights[i] * x, 7));
    elementaryEffects(points, values, { resamples: 20 }).forEach(({ mu, muStar, sigma, steps }, i) => {
      expect(mu).toBeCloseTo(weights[i], 12);
      expect(muStar.value).toBeCloseTo(Math.abs(weights[i]), 12);
      expect(sigma).toBeCloseTo(0, 12);
      expect(steps).toBe(10);
    });
  });

  // x·y on the levels ⅛, ⅜, ⅝, ⅞: the effect of x is y, whose mean is ½ and whose variance is 5/64. For 2,000 trajectories the
  // mean's deviation is √(5/64/2000) = 0.0062; 4.5 of them.
  it('of a product have the mean and the spread of the other factor', () => {
    const points = morrisDesign(2000, 2, 4, 3);
    const values = Float64Array.from(points, ([x, y]) => x * y);
    for (const { mu, muStar, sigma } of elementaryEffects(points, values, { resamples: 200 })) {
      expect(Math.abs(mu - 0.5)).toBeLessThan(0.028);
      expect(muStar.value).toBe(mu);
      expect(muStar.low < 0.5 && 0.5 < muStar.high).toBe(true);
      expect(Math.abs(sigma - Math.sqrt(5 / 64))).toBeLessThan(0.02);
    }
  });

  // Effects of Ishigami's function on the levels u = ⅛, ⅜, ⅝, ⅞, x = 2πu − π, worked out by hand. sin x = ∓√½, and ½ more of u
  // turns its sign: the effect of x₁ is 2√2·(1 + b·x₃⁴), x₃⁴ = (π/4)⁴ or (3π/4)⁴ alike often. sin² x₂ does not
  // change over half a period, nor x₃⁴·sin x₁ on average.
  it('of Ishigami’s function are those worked out on its grid', () => {
    const points = morrisDesign(1000, 3, 4, 5);
    const [x, y, z] = elementaryEffects(points, Float64Array.from(points, ishigami().f), { resamples: 100 });
    const quartic = 0.1 * (Math.PI / 4) ** 4;
    const ends = [1, 81].map((times) => 2 * Math.SQRT2 * (1 + times * quartic));
    const spread = (ends[1] - ends[0]) / 2;
    // Deviation of a mean of 1,000 two-valued draws: spread/√1000; 4.5 of them.
    expect(Math.abs(x.muStar.value - (ends[0] + ends[1]) / 2)).toBeLessThan((4.5 * spread) / Math.sqrt(1000));
    expect(x.muStar.value).toBeCloseTo(Math.abs(x.mu), 12);
    expect(Math.abs(x.sigma / spread - 1)).toBeLessThan(0.05);
    expect(y.muStar.value).toBeCloseTo(0, 12);
    expect(z.muStar.value).toBeCloseTo(2 * Math.SQRT1_2 * 80 * quartic, 10);
    expect(Math.abs(z.mu)).toBeLessThan((4.5 * z.muStar.value) / Math.sqrt(1000));
  });

  it('rank the factors of Sobol’s G by weight', () => {
    const points = morrisDesign(200, 4, 4, 2);
    const values = Float64Array.from(points, sobolG([0, 1, 4.5, 99]).f);
    const sizes = elementaryEffects(points, values, { resamples: 20 }).map(({ muStar }) => muStar.value);
    expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
    expect(sizes[0]).toBeGreaterThan(20 * sizes[3]);
  });

  it('leave out the steps of failed runs', () => {
    const points = morrisDesign(5, 2, 4, 1);
    const values = Float64Array.from(points, ([x, y]) => x - y);
    values[4] = Number.NaN;
    const got = elementaryEffects(points, values, { resamples: 20 });
    expect(got.reduce((sum, { steps }) => sum + steps, 0)).toBe(8);
    expect(got[0].mu).toBeCloseTo(1, 12);
  });

  it('refuse points that are no trajectories', () => {
    const points = [Float64Array.of(0.1, 0.2), Float64Array.of(0.3, 0.4), Float64Array.of(0.3, 0.5)];
    expect(() => elementaryEffects(points, new Float64Array(3))).toThrow('factors between two points: got 2');
  });
});
