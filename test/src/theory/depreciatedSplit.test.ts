import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flow, flowWithChipLoss, trainingAtRest } from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

describe('constant share with chip losses, c = 1', () => {
  test('solves dK/dt = a(1−q)KT − δK, dT/dt = bqK, growing or dying out', () => {
    let traps = 0;
    const cases = [
      uniform(0.02, 0.98),
      logUniform(0.1, 5),
      logUniform(0.05, 5),
      logUniform(0.01, 4),
    ] as const;
    fc.assert(
      fc.property(...cases, logUniform(0.2, 3), uniform(0.05, 0.8), (q, K0, T0, delta, b, part) => {
        const a = 1.3;
        const input = { K0, T0, q, delta, a, b };
        const { blowUpTime } = flowWithChipLoss({ ...input, t: 0 });
        const t = part * Math.min(blowUpTime, 4 / (1 + delta));
        if (blowUpTime === Number.POSITIVE_INFINITY) traps++;
        const f = (_: number, [K, T]: readonly number[]): number[] => [
          a * (1 - q) * K! * T! - delta * K!,
          b * q * K!,
        ];
        const [K, T] = rungeKutta(f, [K0, T0], 0, t, 2000) as [number, number];
        const exact = flowWithChipLoss({ ...input, t });
        // Runge–Kutta, fourth order, up to 0.8 of the way to a blow-up.
        expect(relative(exact.K, K)).toBeLessThan(1e-8);
        expect(relative(exact.T, T)).toBeLessThan(1e-8);
      }),
      { seed: SEED, numRuns: 150 },
    );
    expect(traps).toBeGreaterThan(20);
  });

  test('without losses it is the paper’s flow, with its blow-up at π', () => {
    const input = { K0: 1, T0: 1, q: 0.5, delta: 0, t: 2.5 };
    expect(relative(flowWithChipLoss(input).blowUpTime, Math.PI)).toBeLessThan(1e-15);
    expect(relative(flowWithChipLoss(input).K, flow({ ...input, c: 1 }).K)).toBeLessThan(1e-14);
  });

  test('dying out, T comes to rest where the closed form says; K/T’s first integral holds', () => {
    const input = { K0: 1, T0: 0.1, q: 0.5, delta: 2 };
    const rest = trainingAtRest(input);
    const late = flowWithChipLoss({ ...input, t: 100 });
    expect(relative(late.T, rest)).toBeLessThan(1e-14);
    expect(late.K).toBeLessThan(1e-30);
    // K0 + [a(1−q)(T²−T0²)/2 − δ(T−T0)]/(bq) = 0 there.
    expect(Math.abs(1 + ((rest ** 2 - 0.01) / 4 - 2 * (rest - 0.1)) / 0.5)).toBeLessThan(1e-14);
    expect(trainingAtRest({ ...input, delta: 0.01 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('corners: q = 0 and q = 1', () => {
    const input = { K0: 2, T0: 1, delta: 0.5 };
    expect(relative(flowWithChipLoss({ ...input, q: 0, t: 2 }).K, 2 * Math.E)).toBeLessThan(1e-15);
    const trained = flowWithChipLoss({ ...input, q: 1, t: 2 });
    expect(relative(trained.K, 2 / Math.E)).toBeLessThan(1e-15);
    expect(relative(trained.T, 1 + 4 * (1 - 1 / Math.E))).toBeLessThan(1e-15);
    expect(trainingAtRest({ ...input, q: 1 })).toBe(5);
    expect(trainingAtRest({ ...input, q: 0 })).toBe(1);
  });
});
