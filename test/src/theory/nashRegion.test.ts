import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nashTimeToGo, nashTrainingRatio } from '../../../src/theory/index.ts';
import { nashConstants } from '../../../src/theory/nash.ts';
import { regionOf, timeToGo, timeToGoBeta } from '../../../src/theory/nashClock.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

describe('the indifferent region', () => {
  test('its clock by quadrature is the incomplete Beta function', () => {
    fc.assert(
      fc.property(uniform(0.2, 4), logUniform(1.05, 300), uniform(0, 12), (c, m, lambda) => {
        const region = regionOf(nashConstants({ m }, c));
        // The Beta form divides by α and has poles at whole α.
        fc.pre(Math.abs(region.alpha - Math.round(region.alpha)) > 0.03);
        expect(relative(timeToGoBeta(region, lambda), timeToGo(region, lambda))).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('T̂(z) and Γ(z) solve dz/ds and dT̂/dt backwards from z = 1', () => {
    for (const [N, sigma, c] of [
      [2, 1, 1],
      [4, 0.3, 0.5],
      [3, 0.5, 2],
    ] as const) {
      const m = 1 + sigma * (N - 1);
      const f = (_: number, [z]: readonly number[]): number[] => {
        const q = (1 - z!) / ((m - 1) * z!);
        const speed = (m * q * z!) / c;
        return [-((1 + c) * m * z! * z! - m * z! - c) / (c * (m - 1)), -speed];
      };
      // z, ln T̂ and Γ with dΓ/ds = 1 − c·Γ·d ln T̂/ds.
      const g = (s: number, y: readonly number[]): number[] => {
        const [dz, dl] = f(s, y) as [number, number];
        return [dz, dl, 1 + c * y[2]! * dl];
      };
      const [z, l, gamma] = rungeKutta(g, [1, 0, 1], 0, 0.8, 4000) as [number, number, number];
      // z alone fixes λ to ε/(z − z*).
      expect(relative(nashTrainingRatio({ N, sigma, c, z }), Math.exp(l))).toBeLessThan(1e-11);
      expect(relative(nashTimeToGo({ N, sigma, c, z }), gamma)).toBeLessThan(1e-11);
    }
    expect(nashTimeToGo({ N: 2, sigma: 1, c: 1, z: 1 })).toBe(1);
  });
});
