import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panel } from '../../../src/theory/gaussLegendre.ts';
import {
  arcChips,
  arcClock,
  arcPace,
  arcRemainingTime,
  arcShare,
  arcThreshold,
  durabilityShare,
  harvestDuration,
  optimalSplitWithLosses,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

describe('the arc with losses', () => {
  /** c, δ, ρ, y, y₊, R: quadrature of dy/ẏ agrees to 1e-15. */
  test.each([
    [1, 0.1, 0.05, 1, 0.15, 3.2503785899555],
    [0.5, 0.2, 0, 1.3, 0.2, 3.4887226648135],
    [2, 0, 0.3, 0.7, 0, 3.3317736226529],
    [1, 0.2, 0.1, 1, 0.3, 3.5667494393873],
    [1, 0.3, 0.6, 2, 0.51962, 1.6516633195846],
    [3, 0.05, 0.4, 0.8, 0.16623, 2.8935164393504],
  ])('c = %d, δ = %d, ρ = %d, y = %d: y₊ = %d, R = %d', (c, delta, rho, y, threshold, R) => {
    const e = { c, delta, rho };
    expect(Math.abs(arcThreshold(e) - threshold)).toBeLessThan(6e-6);
    expect(Math.abs(arcRemainingTime({ ...e, y }) - R)).toBeLessThan(6e-14);
  });

  const rates = fc.record({
    c: uniform(0.2, 3),
    delta: fc.oneof(fc.constant(0), logUniform(1e-14, 1)),
    rho: fc.oneof(fc.constant(0), logUniform(1e-14, 1)),
  });

  test('R is the quadrature of dy/ẏ, for losses of every size', () => {
    fc.assert(
      fc.property(rates, uniform(1.1, 10), (e, ratio) => {
        const g = (1 + e.c) * e.rho - e.delta;
        const y = ratio * Math.max(arcThreshold(e), -g, 0.1);
        // Over u = y₀/y; the integrand's nearest pole is at u = y/y₊ ≥ 1.1, so panels shrink towards 1.
        const f = (u: number): number => y / (u * u) / arcPace({ ...e, y: y / u });
        let sum = 0;
        let from = 1e-12;
        for (let gap = 0.5; from < 1; gap /= 2) {
          const to = gap < 0.01 ? 1 : 1 - gap;
          sum += panel(f, from, to);
          from = to;
        }
        // What is left out below u = 1e-12, and rounding.
        expect(relative(arcRemainingTime({ ...e, y }), sum)).toBeLessThan(1e-11);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('its limits: ρ = 0, δ = 0, δ = (1+c)ρ, none', () => {
    const close = (got: number, expected: number): void =>
      expect(relative(got, expected)).toBeLessThan(3e-15);
    const at = (c: number, delta: number, rho: number, y: number): number =>
      arcRemainingTime({ c, delta, rho, y });
    close(at(0.5, 0.2, 0, 1.3), -Math.log1p(-0.2 / 1.3) / 0.1 + 2 / 1.1);
    close(at(2, 0, 0.3, 0.7), 3 / 1.4 + Math.log1p(0.3 / 0.7) / 0.3);
    close(at(1, 0.2, 0.1, 1), (-3 / 0.3) * Math.log1p(-0.3));
    close(at(2, 0, 0, 0.7), 5 / 1.4);
    expect(arcRemainingTime({ c: 1, delta: 0.2, rho: 0.1, y: 0.29 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('the share keeps the flow on the arc, at the pace arcPace', () => {
    fc.assert(
      fc.property(rates, logUniform(0.05, 20), (e, y) => {
        const g = (1 + e.c) * e.rho - e.delta;
        fc.pre(y + g > 0.01 * y);
        const q = arcShare({ ...e, y });
        const T = y ** (1 / e.c);
        const K = arcChips({ ...e, y });
        const dlnT = (q * K) / T - e.rho;
        const dlnK = (1 - q) * y - e.delta;
        const size = y + e.delta + e.rho + Math.abs(dlnT) + Math.abs(dlnK);
        expect(Math.abs(e.c * dlnT * y - arcPace({ ...e, y })) / (size * y)).toBeLessThan(1e-12);
        // d ln(b·c·K) = d ln(T(y+g))
        expect(Math.abs(dlnK - dlnT * (1 + (e.c * y) / (y + g))) / size).toBeLessThan(
          1e-12 * (1 + y / (y + g)),
        );
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('the share is between 0 and 1 wherever a harvest ends', () => {
    fc.assert(
      fc.property(rates, logUniform(1e-9, 100), (e, above) => {
        const g = (1 + e.c) * e.rho - e.delta;
        const y = Math.max(0, e.delta - e.rho, -g) + above;
        expect(harvestDuration({ ...e, y })).toBeLessThan(Number.POSITIVE_INFINITY);
        const q = arcShare({ ...e, y });
        expect(q > 0 && q < 1).toBe(true);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('the clock adds up on a decaying arc', () => {
    const e = { c: 1, delta: 0.6, rho: 0.3 };
    const f = (y: number): number => 1 / arcPace({ ...e, y });
    expect(arcThreshold(e)).toBeCloseTo(0.9, 15);
    const ridden = arcClock({ ...e, y: 0.5 }) - arcClock({ ...e, y: 0.7 });
    expect(relative(ridden, panel(f, 0.7, 0.5))).toBeLessThan(1e-12);
  });

  test('the harvest: a factor e whenever ρ = 0', () => {
    for (const delta of [0, 0.2, 0.7]) {
      const y = 1.5;
      const s = harvestDuration({ c: 0.8, delta, y });
      expect(relative(Math.exp((y - delta) * s), Math.E)).toBeLessThan(1e-15);
    }
    expect(relative(harvestDuration({ c: 1, rho: 1e-9, y: 2 }), 0.5)).toBeLessThan(2e-9);
    expect(harvestDuration({ c: 3, rho: 0.5, delta: 1.5, y: 0.8 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('durabilityShare: from the turnpike to parity', () => {
  test.each([
    [0, 0.3333333333],
    [0.01, 0.3376834177],
    [0.1, 0.3697916667],
    [0.5, 0.4375],
    [1, 0.4666666667],
    [2, 0.4857142857],
    [5, 0.4965034965],
    [10, 0.4989648033],
    [100, 0.499987746],
    [1e4, 0.4999999988],
  ])('ρ/y = %d: %d', (lossPerReturn, expected) => {
    expect(Math.abs(durabilityShare({ c: 1, lossPerReturn }) - expected)).toBeLessThan(6e-11);
    if (lossPerReturn > 0)
      expect(
        relative(durabilityShare({ c: 1, lossPerReturn }), arcShare({ c: 1, rho: lossPerReturn, y: 1 })),
      ).toBeLessThan(1e-14);
  });

  test('ends at parity', () => {
    for (const c of [0.3, 1, 2]) {
      expect(relative(durabilityShare({ c, lossPerReturn: 0 }), c / (1 + 2 * c))).toBeLessThan(1e-15);
      expect(relative(durabilityShare({ c, lossPerReturn: 1e200 }), c / (1 + c))).toBeLessThan(1e-15);
    }
  });
});

describe('optimalSplitWithLosses(…)', () => {
  test('is 1 above the arc, 0 below and near the end, the arc’s share on it', () => {
    const e = { c: 1, delta: 0.1, rho: 0.2 };
    const y = 1.4;
    const K = arcChips({ ...e, y });
    const at = (factor: number, timeToGo: number): number =>
      optimalSplitWithLosses({ ...e, K: K * factor, T: y, timeToGo });
    expect(at(1, 10)).toBe(arcShare({ ...e, y }));
    expect(at(1.1, Number.POSITIVE_INFINITY)).toBe(1);
    expect(at(0.9, 10)).toBe(0);
    const s = harvestDuration({ ...e, y });
    expect(at(1, s * 0.999)).toBe(0);
    expect(at(1, s * 1.001)).toBeGreaterThan(0);
  });
});
