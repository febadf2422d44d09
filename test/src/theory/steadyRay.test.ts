import { describe, expect, test } from 'vitest';
import { flowBeforeBlowUp, output, rayGrowth } from '../../../src/theory/index.ts';
import { relative } from './random.ts';

describe('S1’s doubling facts', () => {
  test('doubling both inputs multiplies output by 2^(1+c)', () => {
    for (const c of [0.5, 1, 2]) {
      const once = output({ K: 3, T: 5, q: 0.4, c });
      expect(relative(output({ K: 6, T: 10, q: 0.4, c }), once * 2 ** (1 + c))).toBeLessThan(1e-15);
    }
  });

  test('in the long run a doubling of K multiplies its growth rate by 2^(c/(1+c))', () => {
    for (const [c, q, expected] of [
      [0.5, 0.25, 0.595275394488],
      [0.5, 1 / 3, 0.605706864277],
      [0.5, 0.7, 0.455488345781],
      [1, 1 / 3, 0.666666666667],
      [1, 0.5, Math.SQRT1_2],
      [1, 0.7, 0.648074069841],
      [2, 0.4, 0.952440631181],
      [2, 2 / 3, 1.100642416298],
      [2, 0.7, 1.097791713007],
    ] as const) {
      // The table prints 12 digits.
      expect(Math.abs(rayGrowth({ q, c }) - expected)).toBeLessThan(1e-12);
      const { K, T } = flowBeforeBlowUp({ K0: 1, T0: 1, c, q, remaining: 1e-7 });
      // So near the end the flow is on the ray to (T0/T)^(1+c).
      const G = output({ K, T, q, c }) / K ** (1 + c / (1 + c));
      expect(relative(G, expected)).toBeLessThan(1e-8);
    }
  });

  test('parity is the best ray at equal K', () => {
    for (const c of [0.5, 1, 2]) {
      const best = rayGrowth({ q: c / (1 + c), c });
      for (const dq of [-0.05, 0.05]) expect(rayGrowth({ q: c / (1 + c) + dq, c })).toBeLessThan(best);
    }
  });
});
