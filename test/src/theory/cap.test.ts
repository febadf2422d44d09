import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blowUpTime,
  cappedGrowth,
  capTime,
  flow,
  flowWithCap,
  minimalBlowUpTime,
  optimalPlan,
  optimalPlanWithCap,
} from '../../../src/theory/index.ts';
import { logUniform, problems, relative, SEED, starts, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

describe('a cap on useful training, constant share', () => {
  test('the table’s case: t_c, K_c = 5, K(2.6)', () => {
    const input = { K0: 1, T0: 1, c: 1, q: 0.5, Tmax: 3 };
    expect(Math.abs(capTime(input) - 1.854590436003)).toBeLessThan(5e-13);
    expect(relative(flowWithCap({ ...input, t: capTime(input) }).K, 5)).toBeLessThan(1e-14);
    expect(Math.abs(flowWithCap({ ...input, t: 2.6 }).K - 15.2954019705)).toBeLessThan(1e-9);
  });

  test('t_c is when the flow’s T is T_max; from there ln K rises by a(1−q)·T_max^c a year', () => {
    fc.assert(
      fc.property(
        starts(0.1, 4, 1e3),
        uniform(0.02, 0.98),
        logUniform(1.001, 100),
        logUniform(0.1, 10),
        (start, q, ratio, a) => {
          const input = { ...start, q, a, Tmax: start.T0 * ratio };
          const t_c = capTime(input);
          expect(t_c).toBeLessThan(blowUpTime(input));
          const there = flow({ ...input, t: t_c });
          // T rises without bound: an error of 1e-13 in the time left grows by its exponent, up to 11 at c = 0.1.
          const left = 1 - t_c / blowUpTime(input);
          expect(relative(there.T, input.Tmax)).toBeLessThan(1e-13 / Math.min(1, left * start.c));
          const g = cappedGrowth(input);
          const [first, later] = [1, 2].map((x) => flowWithCap({ ...input, t: t_c + x / g }));
          // The clock itself is rounded to ε·t_c.
          expect(relative(later!.K / first!.K, Math.E)).toBeLessThan(1e-13 + 1e-15 * g * t_c);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('agrees with Runge–Kutta through the cap', () => {
    const [K0, T0, c, q, Tmax, a, b] = [1.3, 0.6, 0.7, 0.35, 1.5, 1.2, 0.8];
    const f = (_: number, [K, T]: readonly number[]): number[] => [
      a * (1 - q) * K! * Math.min(T!, Tmax) ** c,
      b * q * K!,
    ];
    const input = { K0, T0, c, q, Tmax, a, b };
    const t_c = capTime(input);
    const y = rungeKutta(f, rungeKutta(f, [K0, T0], 0, t_c, 1000), t_c, 3, 1000);
    const exact = flowWithCap({ ...input, t: 3 });
    expect(relative(y[0]!, exact.K)).toBeLessThan(1e-11);
    expect(relative(y[1]!, exact.T)).toBeLessThan(1e-11);
  });

  test('corners: q = 0 never gets there, q = 1 in a straight line, T0 ≥ T_max at once, no cap at the blow-up', () => {
    const input = { K0: 2, T0: 1, c: 1, Tmax: 3 };
    expect(capTime({ ...input, q: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(capTime({ ...input, q: 1 })).toBe(1);
    expect(flowWithCap({ ...input, q: 1, t: 5 })).toEqual({ K: 2, T: 11, capTime: 1 });
    expect(capTime({ ...input, T0: 4, q: 0.5 })).toBe(0);
    expect(flowWithCap({ ...input, T0: 4, q: 0, t: 1 }).K).toBeCloseTo(2 * Math.exp(3), 12);
    const free = { ...input, q: 0.5, Tmax: Number.POSITIVE_INFINITY };
    expect(capTime(free)).toBe(blowUpTime(free));
  });
});

describe('the optimal plan with a cap', () => {
  test.each([
    [1, 1, 2.9, 4, 215.41980856],
    [1, 10, 0.9, 5, 133.529243266],
    [2, 1, 1.5, 1.6, 10.5879700934],
    [0.5, 0.2, 6, 3, 335.95353405],
    [1, 10, 0.9, 2, 49.530324244],
    [2, 5, 0.5, 1.9, 15.8732914285],
  ])('c = %d, K0 = %d, t_f = %d, T_max = %d: K = %d', (c, K0, horizon, Tmax, expected) => {
    const plan = optimalPlanWithCap({ c, K0, T0: 1, horizon, Tmax });
    // The printed digits.
    expect(relative(plan.K, expected)).toBeLessThan(1e-10);
    expect(plan.case).toBe('cap');
  });

  test('is the free plan while that stays below the cap, never above it, and beats every constant share', () => {
    fc.assert(
      fc.property(
        problems(),
        logUniform(1.01, 100),
        uniform(0.01, 0.99),
        ({ start, a, b, part }, ratio, q) => {
          const input = { ...start, a, b, Tmax: start.T0 * ratio };
          const horizon = part * minimalBlowUpTime(input);
          const plan = optimalPlanWithCap({ ...input, horizon });
          const free = optimalPlan({ ...input, horizon });
          expect(plan.K).toBeLessThanOrEqual(free.K * (1 + 1e-11));
          if (plan.case !== 'cap') expect(plan.K).toBe(free.K);
          expect(flowWithCap({ ...input, q, t: horizon }).K).toBeLessThanOrEqual(plan.K * (1 + 1e-11));
          const open = optimalPlanWithCap({ ...input, Tmax: Number.POSITIVE_INFINITY, horizon });
          expect(open.K).toBe(free.K);
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('is continuous in the cap where it begins to bind, and has no blow-up', () => {
    const input = { K0: 1, T0: 1, c: 1, horizon: 2.5 };
    const { T } = { T: (2 / (3 - 2.5)) ** 1 };
    const [below, above] = [1 - 1e-9, 1 + 1e-9].map((x) => optimalPlanWithCap({ ...input, Tmax: T * x }));
    expect(below!.case).toBe('cap');
    expect(above!.case).toBe('A2');
    expect(relative(below!.K, above!.K)).toBeLessThan(1e-14);
    expect(optimalPlanWithCap({ ...input, horizon: 30, Tmax: 4 }).K).toBeGreaterThan(1e40);
  });
});
