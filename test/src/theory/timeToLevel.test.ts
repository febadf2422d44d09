import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsedClock } from '../../../src/theory/elapsedClock.ts';
import { blowUpTime, flow, flowBeforeBlowUp, remainingTime, timeToLevel } from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

const figure1 = { K0: 1, T0: 1, c: 1, q: 0.5 };

describe('remainingTime and flowBeforeBlowUp', () => {
  test('the time left falls by the time passed', () => {
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), uniform(0, 0.9), (start, q, part) => {
        const all = blowUpTime({ ...start, q });
        const t = part * all;
        const { K, T } = flow({ ...start, q, t });
        // Of the whole: a flow error of 1e-13 in K or T is c·1e-13 in R ≤ t*.
        expect(Math.abs(remainingTime({ K, T, c: start.c, q }) + t - all) / all).toBeLessThan(5e-13);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('holds the end where an absolute clock cannot', () => {
    fc.assert(
      fc.property(starts(0.2, 5), uniform(0.02, 0.98), logUniform(1e-12, 0.5), (start, q, part) => {
        const remaining = part * blowUpTime({ ...start, q });
        const { K, T } = flowBeforeBlowUp({ ...start, q, remaining });
        // R has slope −c in ln T: relative errors stay those of a dozen operations however small R is.
        if (Number.isFinite(K))
          expect(relative(remainingTime({ K, T, c: start.c, q }), remaining)).toBeLessThan(2e-13);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('tends to T = (c(1−q)R/(1+c))^(−1/c), K = (1−q)/(q(1+c))·T^(1+c)', () => {
    const { K, T } = flowBeforeBlowUp({ K0: 2, T0: 1, c: 1, q: 0.3, remaining: 1e-8 });
    expect(relative(T, 1 / (0.35 * 1e-8))).toBeLessThan(1e-13);
    expect(relative(K, (0.7 / 0.6) * T * T)).toBeLessThan(1e-13);
  });
});

describe('timeToLevel(…)', () => {
  test('inverts the flow', () => {
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), logUniform(1e-6, 1e12), (start, q, rise) => {
        const K1 = start.K0 * (1 + rise);
        const t = timeToLevel({ ...start, q, K1 });
        const { K, blowUpTime: end } = flow({ ...start, q, t });
        fc.pre(t < 0.9 * end);
        // In K, whose digits the level is given in.
        expect(relative(K, K1)).toBeLessThan(3e-13);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('is 0 for a level already passed, the blow-up time for Infinity, Infinity for a level never reached', () => {
    expect(timeToLevel({ ...figure1, K1: 0.5 })).toBe(0);
    expect(timeToLevel({ ...figure1, K1: Number.POSITIVE_INFINITY })).toBe(blowUpTime(figure1));
    expect(timeToLevel({ ...figure1, q: 1, K1: 2 })).toBe(Number.POSITIVE_INFINITY);
    expect(timeToLevel({ ...figure1, T0: 0, q: 0, K1: 2 })).toBe(Number.POSITIVE_INFINITY);
    expect(timeToLevel({ ...figure1, T0: 2, q: 0, K1: Math.E })).toBeCloseTo(0.5, 15);
  });

  test('is an increasing function of the level up to the largest double', () => {
    const start = { K0: 1e-3, T0: 1, c: 0.2, q: 0.1 };
    let before = 0;
    for (let exponent = -2.9; exponent < 308; exponent += 0.37) {
      const t = timeToLevel({ ...start, K1: 10 ** exponent });
      expect(t).toBeGreaterThan(before * (1 - 1e-15));
      before = t;
    }
    // 1e308 is 1e-27 of the way from the end.
    expect(before).toBeLessThanOrEqual(blowUpTime(start) * (1 + 1e-15));
  });

  test('its clock is elapsedClock', () => {
    const t = timeToLevel({ K0: 1, T0: 1, c: 2, q: 0.5, K1: Math.E });
    expect(relative(t, 2 * elapsedClock(1, 3, 2 / 3))).toBeLessThan(1e-14);
  });
});
