import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digamma, hypergeometric, hypergeometricElasticity } from '../../../src/theory/index.ts';
import { D, hypergeometricReference } from './highPrecision.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

describe('hypergeometric(X, beta)', () => {
  test('is 1 at X = 1 and Infinity at X = 0', () => {
    expect(hypergeometric(1, 0.37)).toBe(1);
    expect(hypergeometric(0, 0.37)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is atan(√(X−1))/√(X−1) and artanh(√(1−X))/√(1−X) for β = ½', () => {
    for (const X of [1e-6, 0.01, 0.3, 0.49, 0.51, 0.9]) {
      const z = Math.sqrt(1 - X);
      // artanh by its logarithm: X = (1−z)(1+z). 4 ε: two roundings of the reference, two of the series.
      expect(relative(hypergeometric(X, 0.5), Math.log((1 + z) ** 2 / X) / (2 * z))).toBeLessThan(1e-15);
    }
    for (const X of [1.2, 1.6, 2.5, 2.99, 3.01, 10, 1e8]) {
      const z = Math.sqrt(X - 1);
      expect(relative(hypergeometric(X, 0.5), Math.atan(z) / z)).toBeLessThan(1e-15);
    }
  });

  test('agrees with its integral at 30 digits over all four series', () => {
    fc.assert(
      fc.property(logUniform(1e-6, 1e7), uniform(0.05, 0.95), (X, beta) => {
        const exact = hypergeometricReference(X, beta);
        const error = new D(hypergeometric(X, beta)).div(exact).minus(1).abs().toNumber();
        // A dozen rounded operations on terms of one sign; 1.3e-15 was the worst of 3000.
        expect(error).toBeLessThan(2e-15);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  test('does not lose digits as β → 1, where two terms of the connection formula cancel', () => {
    for (const eps of [1e-3, 1e-6, 1e-9])
      for (const X of [4, 1e3]) {
        // F → ln X/(X−1); the next order is eps·O(1), so compare with a neighbour by smoothness instead.
        const here = hypergeometric(X, 1 - eps);
        const limit = Math.log(X) / (X - 1);
        expect(relative(here, limit)).toBeLessThan(10 * eps);
        expect(here).toBeGreaterThan(limit);
      }
  });

  test('is continuous where the series meet', () => {
    for (const seam of [0.5, 1.5, 3])
      for (const beta of [0.1, 0.5, 0.83]) {
        const below = hypergeometric(seam * (1 - 1e-15), beta);
        const above = hypergeometric(seam * (1 + 1e-15), beta);
        expect(relative(below, above)).toBeLessThan(5e-15);
      }
  });
});

describe('hypergeometricElasticity(X, beta)', () => {
  test('is β/(1+β) at X = 1 and tends to β', () => {
    expect(relative(hypergeometricElasticity(1, 0.5), 1 / 3)).toBeLessThan(1e-15);
    expect(relative(hypergeometricElasticity(1e12, 0.3), 0.3)).toBeLessThan(1e-7);
  });

  test('is −d ln F/d ln X', () => {
    fc.assert(
      fc.property(logUniform(1e-6, 1e6), uniform(0.05, 0.95), (X, beta) => {
        const h = 1e-5;
        const slope =
          Math.log(hypergeometric(X * Math.exp(h), beta) / hypergeometric(X * Math.exp(-h), beta)) / (2 * h);
        // Central difference: h² from the third derivative, ε/h from rounding.
        expect(Math.abs(hypergeometricElasticity(X, beta) + slope)).toBeLessThan(2e-10);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('digamma(x)', () => {
  test('has its known values', () => {
    const gamma = 0.5772156649015329;
    expect(Math.abs(digamma(1) + gamma)).toBeLessThan(1e-15);
    expect(Math.abs(digamma(0.5) + gamma + 2 * Math.LN2)).toBeLessThan(1e-15);
    expect(Math.abs(digamma(0.25) + gamma + Math.PI / 2 + 3 * Math.LN2)).toBeLessThan(2e-15);
  });

  test('obeys ψ(x+1) = ψ(x) + 1/x', () => {
    fc.assert(
      fc.property(logUniform(1e-3, 100), (x) => {
        // Absolute, in units of the larger side: a dozen additions.
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x) * Math.min(1, x)).toBeLessThan(4e-15);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
