import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chipPrice,
  glutGrowth,
  glutThreshold,
  longRunGrowth,
  rationedFlow,
  shortageGrowth,
  shortagePower,
  supplyThreshold,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

/** (ln K, ln T) of one lab that spends R(Y), Y = (1−q)·K·T^c ≥ 1, on chips of a fab growing at gF. */
function simulate(
  {
    c,
    kappa,
    phi,
    gF,
    gp = 0,
    q = 0.4,
  }: { c: number; kappa: number; phi: number; gF: number; gp?: number; q?: number },
  t: number,
  n: number,
): { K: number; T: number; rate: number } {
  const F = 1e-3;
  const f = (time: number, [k, l]: readonly number[]): number[] => {
    const spend = ((1 - q) * Math.exp(k! + c * l!)) ** kappa;
    const price = chipPrice({ spend, F: F * Math.exp(gF * time), phi, gp, t: time });
    return [spend / price / Math.exp(k!), q * Math.exp(k! - l!)];
  };
  const y = rungeKutta(f, [2, 2], 0, t, n);
  return { K: Math.exp(y[0]!), T: Math.exp(y[1]!), rate: f(t, y)[0]! };
}

describe('chip supply', () => {
  test('the price: 1 below capacity, spend/F under pure rationing, 1 again for an unlimited fab', () => {
    expect(chipPrice({ spend: 0.5, F: 1, phi: 0 })).toBe(1);
    expect(chipPrice({ spend: 8, F: 2, phi: 0 })).toBe(4);
    expect(chipPrice({ spend: 8, F: 2, phi: 1 })).toBe(2);
    expect(chipPrice({ spend: 8, F: 2, phi: Number.POSITIVE_INFINITY })).toBe(1);
    expect(relative(chipPrice({ spend: 8, F: 2, phi: 1, gp: 0.5, t: 2 }), 2 / Math.E)).toBeLessThan(1e-15);
  });

  test('rationed chips grow as the fab does, linearly or exponentially', () => {
    fc.assert(
      fc.property(
        logUniform(0.01, 10),
        fc.oneof(fc.constant(0), logUniform(1e-9, 1)),
        uniform(0, 1),
        uniform(0, 8),
        (F, gF, q, t) => {
          const input = { K0: 2, T0: 0.5, F, gF, q, b: 0.7 };
          const f = (time: number, y: readonly number[]): number[] => [
            F * Math.exp(gF * time),
            0.7 * q * y[0]!,
          ];
          const [K, T] = rungeKutta(f, [2, 0.5], 0, t, 200) as [number, number];
          const exact = rationedFlow({ ...input, t });
          expect(relative(exact.K, K)).toBeLessThan(1e-8);
          expect(relative(exact.T, T)).toBeLessThan(1e-8);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
    expect(rationedFlow({ K0: 1, T0: 0, F: 3, gF: 0, q: 1, t: 2 })).toEqual({ K: 7, T: 8 });
  });

  test('below φ = 1/c growth settles at g_F/(1 − φc)', () => {
    expect(supplyThreshold({ c: 2 })).toBe(0.5);
    for (const [c, phi, gF] of [
      [1, 0, 0.3],
      [1, 0.5, 0.2],
      [0.5, 1, 0.2],
      [2, 0.2, 0.3],
    ] as const) {
      expect(relative(shortageGrowth({ c, phi, gF }), gF / (1 - phi * c))).toBeLessThan(1e-15);
      const { rate } = simulate({ c, kappa: 1, phi, gF }, 300, 9000);
      // Transients fade exponentially; what is left is Runge–Kutta's.
      expect(relative(rate, gF / (1 - phi * c))).toBeLessThan(1e-5);
    }
    expect(shortageGrowth({ c: 2, phi: 0.5, gF: 0.1 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('with a price trend and with demand that gives way', () => {
    for (const [c, kappa, phi, gF, gp] of [
      [1, 1, 0.5, 0.1, 0.05],
      [1, 0.7, 1, 0.2, 0.03],
      [1.5, 0.5, 2, 0.2, 0],
    ] as const) {
      const g = shortageGrowth({ c, kappa, phi, gF, gp });
      expect(relative(g, (gF + (1 + phi) * gp) / (1 + phi - kappa * phi * (1 + c)))).toBeLessThan(1e-14);
      expect(relative(simulate({ c, kappa, phi, gF, gp }, 300, 9000).rate, g)).toBeLessThan(1e-4);
    }
  });

  test('behind a fab that stands still chips grow as a power of time', () => {
    for (const [c, kappa, phi] of [
      [1, 1, 0],
      [1, 1, 0.5],
      [0.5, 0.8, 1],
    ] as const) {
      const n = shortagePower({ c, kappa, phi });
      const [at, later] = [4e5, 8e5].map((t) => {
        // In ln t, where a power law is a straight line.
        const f = (x: number, y: readonly number[]): number[] => {
          const spend = (0.6 * Math.exp(y[0]! + c * y[1]!)) ** kappa;
          const bought = spend / chipPrice({ spend, F: 1e-3, phi });
          return [(bought / Math.exp(y[0]!)) * Math.exp(x), 0.4 * Math.exp(y[0]! - y[1]! + x)];
        };
        return rungeKutta(f, [2, 2], -9, Math.log(t), 20000)[0]!;
      });
      // The start fades like 1/t.
      expect(Math.abs((later! - at!) / Math.LN2 - n)).toBeLessThan(5e-2 * n);
    }
    expect(shortagePower({ c: 1, phi: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(shortagePower({ c: 1, kappa: 0.4, phi: Number.POSITIVE_INFINITY })).toBeCloseTo(1.4 / 0.2, 12);
    expect(shortagePower({ c: 3, phi: 0 })).toBe(1);
  });
});

describe('a glut', () => {
  test('at ε = (1+c)/c the blow-up disappears', () => {
    expect(glutThreshold(1)).toBe(2);
    for (const c of [0.3, 1, 2.7]) {
      const epsilon = glutThreshold(c);
      expect(longRunGrowth({ c, epsilon }).growth).toBe('exponential');
      expect(longRunGrowth({ c, epsilon: epsilon * 1.01 }).growth).toBe('blow-up');
      expect(longRunGrowth({ c, epsilon: epsilon * 0.99 }).growth).toBe('power');
      const free = longRunGrowth({ c, epsilon: Number.POSITIVE_INFINITY });
      expect(free).toEqual({ growth: 'blow-up', exponent: (1 + c) / c });
    }
  });

  test('growth rate at the threshold: Runge–Kutta settles on it; parity is best', () => {
    for (const [c, q, A, b] of [
      [1, 0.5, 1, 1],
      [0.6, 0.2, 2, 0.7],
      [2, 0.6, 0.5, 1.5],
    ] as const) {
      const kappa = 1 / (1 + c);
      const f = (_: number, [k, l]: readonly number[]): number[] => [
        A * ((1 - q) * Math.exp(k! + c * l!)) ** kappa * Math.exp(-k!),
        b * q * Math.exp(k! - l!),
      ];
      const g = glutGrowth({ q, c, A, b });
      const y = rungeKutta(f, [0, 0], 0, 60 / g, 4000);
      expect(relative(f(0, y)[0]!, g)).toBeLessThan(1e-9);
      const best = glutGrowth({ q: c / (1 + c), c, A, b });
      expect(glutGrowth({ q: c / (1 + c) + 1e-3, c, A, b })).toBeLessThan(best);
      expect(glutGrowth({ q: c / (1 + c) - 1e-3, c, A, b })).toBeLessThan(best);
    }
  });

  test('the exponents of power growth and of the blow-up', () => {
    const power = longRunGrowth({ c: 1, epsilon: 1.5 });
    // κ = 1/3: n = (4/3)/(1/3).
    expect(power.growth === 'power' && Math.abs(power.exponent - 4)).toBeLessThan(1e-14);
    const f = (x: number, [k, l]: readonly number[]): number[] => [
      (0.5 * Math.exp(k! + l!)) ** (1 / 3) * Math.exp(x - k!),
      0.5 * Math.exp(k! - l! + x),
    ];
    const y = rungeKutta(f, [0, 0], -5, 25, 20000);
    expect(relative(f(25, y)[0]!, 4)).toBeLessThan(1e-6);
    const blow = longRunGrowth({ c: 1, epsilon: 5 });
    // κ = 0.8: K ~ τ^(−1.8/0.6).
    expect(blow.growth === 'blow-up' && Math.abs(blow.exponent - 3)).toBeLessThan(1e-14);
  });
});
