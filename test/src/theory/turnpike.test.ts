import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blowUpTime,
  flow,
  minimalBlowUpTime,
  turnpikeApproach,
  turnpikeChips,
  turnpikeFlow,
  turnpikeRemainingTime,
  turnpikeShare,
  turnpikeTraining,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

describe('the turnpike', () => {
  test('its share is c/(1+2c), its curve b·c·K = a·T^(1+c)', () => {
    expect(turnpikeShare(1)).toBe(1 / 3);
    expect(turnpikeChips({ T: 3, c: 1 })).toBe(9);
    expect(turnpikeChips({ T: 3, c: 2, a: 4, b: 6 })).toBe(9);
    expect(turnpikeTraining({ K: 9, c: 2, a: 4, b: 6 })).toBeCloseTo(3, 15);
  });

  test('is the constant-split flow at its share, and stays on the curve', () => {
    fc.assert(
      fc.property(
        uniform(0.1, 5),
        logUniform(0.1, 10),
        uniform(0.01, 0.9),
        logUniform(0.1, 10),
        logUniform(0.1, 10),
        (c, T, part, a, b) => {
          const t = part * turnpikeRemainingTime({ T, c, a, b });
          const on = turnpikeFlow({ T, t, c, a, b });
          const K0 = turnpikeChips({ T, c, a, b });
          const exact = flow({ K0, T0: T, c, q: turnpikeShare(c), t, a, b });
          // 1/(1 − part) to the power 11 at c = 0.1: some 100 roundings.
          expect(relative(on.K, exact.K)).toBeLessThan(3e-13);
          expect(relative(on.T, exact.T)).toBeLessThan(3e-13);
          expect(relative(on.K, turnpikeChips({ T: on.T, c, a, b }))).toBeLessThan(1e-15);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('T^(−c) falls linearly at rate a·c/(1+2c) to the blow-up', () => {
    const end = turnpikeRemainingTime({ T: 2, c: 1.5, a: 3 });
    for (const t of [0.1, 0.5, 0.9].map((x) => x * end)) {
      const { T } = turnpikeFlow({ T: 2, t, c: 1.5, a: 3 });
      expect(relative(2 ** -1.5 - T ** -1.5, (3 * 1.5 * t) / 4)).toBeLessThan(1e-14);
    }
    expect(turnpikeFlow({ T: 2, t: end * 1.001, c: 1.5, a: 3 }).K).toBe(Number.POSITIVE_INFINITY);
  });

  test('the approach ends on it', () => {
    fc.assert(
      fc.property(starts(), logUniform(0.1, 10), logUniform(0.1, 10), (start, a, b) => {
        const { control, time, K, T } = turnpikeApproach({ ...start, a, b });
        expect(relative(K, turnpikeChips({ T, c: start.c, a, b }))).toBeLessThan(1e-14);
        const there = flow({ ...start, a, b, q: control === 'train' ? 1 : 0, t: time });
        expect(relative(there.K, K)).toBeLessThan(1e-14);
        expect(relative(there.T, T)).toBeLessThan(1e-14);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe('minimalBlowUpTime(…)', () => {
  test('is 3 for Figure 1’s start, where q = ½ takes π and q = ⅓ takes 3', () => {
    const start = { K0: 1, T0: 1, c: 1 };
    expect(minimalBlowUpTime(start)).toBe(3);
    expect(relative(blowUpTime({ ...start, q: 1 / 3 }), 3)).toBeLessThan(1e-15);
    expect(Math.PI / 3).toBeCloseTo(1.047, 3);
  });

  test('is 4 from T0 = 0, where parity takes √2·π and ⅓ takes 1.5·π', () => {
    expect(minimalBlowUpTime({ K0: 1, T0: 0, c: 1 })).toBe(4);
  });

  test.each([
    [0.5, 0.2, 6.302585092994],
    [1, 10, 1.164911064067],
    [2, 5, 0.769495610514],
  ])('c = %d, K0 = %d: %d', (c, K0, expected) => {
    expect(Math.abs(minimalBlowUpTime({ K0, T0: 1, c }) - expected)).toBeLessThan(6e-13);
  });

  test('is [((1+c)/c)²·T_a − T0]/K0 above the curve, T0^(−c)·[ln(T0^(1+c)/(c·K0)) + (1+2c)/c] below', () => {
    fc.assert(
      fc.property(starts(), (start) => {
        const { K0, T0, c } = start;
        const above = c * K0 >= T0 ** (1 + c);
        const closed = above
          ? (((1 + c) / c) ** 2 * (c * K0) ** (1 / (1 + c)) - T0) / K0
          : (Math.log(T0 ** (1 + c) / (c * K0)) + (1 + 2 * c) / c) / T0 ** c;
        // The difference above the curve keeps 1/3 of its larger term at c = 5.
        expect(relative(minimalBlowUpTime(start), closed)).toBeLessThan(5e-15);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('no constant share blows up sooner', () => {
    fc.assert(
      fc.property(starts(), uniform(0.001, 0.999), (start, q) => {
        expect(blowUpTime({ ...start, q })).toBeGreaterThanOrEqual(minimalBlowUpTime(start) * (1 - 4e-15));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});
