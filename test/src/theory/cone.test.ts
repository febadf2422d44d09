import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blowUpTime,
  coneBlowUpTime,
  coneMinimalRemainingTime,
  coneOptimum,
  coneOutput,
  coneStaticShare,
  idleInferenceChips,
  idleInferenceRemainingTime,
  idleTrainingFlow,
  leavingTheCone,
  turnpikeChips,
  turnpikeRemainingTime,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

const cones = fc.record({ c: uniform(0.2, 3), k1: logUniform(0.01, 1), k2: logUniform(1.01, 100) });

describe('the cone of S1', () => {
  test('f(T, I) = h^(1+c)·f(T/h, I/h), inside and out', () => {
    fc.assert(
      fc.property(
        cones,
        logUniform(1e-3, 1e3),
        logUniform(1e-3, 1e3),
        logUniform(0.01, 100),
        (cone, T, I, h) => {
          const whole = coneOutput({ ...cone, T, I });
          const scaled = h ** (1 + cone.c) * coneOutput({ ...cone, T: T / h, I: I / h });
          expect(relative(scaled, whole)).toBeLessThan(3e-15);
          const s1 = (cone.k2 / cone.k1) ** (1 / (1 + cone.c));
          expect(
            relative(s1 ** (1 + cone.c) * coneOutput({ ...cone, T: T / s1, I: I / s1 }), whole),
          ).toBeLessThan(3e-14);
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('is the best I′·T′^c of what can be used', () => {
    fc.assert(
      fc.property(cones, logUniform(0.01, 100), logUniform(0.01, 100), uniform(0, 1), (cone, T, I, u) => {
        const made = (ratio: number): number => {
          const used = Math.min(T, ratio * I);
          return (used / ratio) * used ** cone.c;
        };
        const whole = coneOutput({ ...cone, T, I });
        expect(made(cone.k1 * (cone.k2 / cone.k1) ** u)).toBeLessThanOrEqual(whole * (1 + 1e-14));
        expect(relative(made(Math.min(Math.max(T / I, cone.k1), cone.k2)), whole)).toBeLessThan(1e-14);
      }),
      { seed: SEED, numRuns: 2000 },
    );
    expect(coneOutput({ c: 1, T: 2, I: 3 })).toBe(6);
    expect(coneOutput({ c: 1, k1: 1, T: 2, I: 3 })).toBe(4);
    expect(coneOutput({ c: 1, k2: 0.5, T: 2, I: 3 })).toBe(4.5);
    expect(coneOutput({ c: 1, k1: 0.5, T: 0, I: 3 })).toBe(0);
  });

  test('its static share is the best of one period', () => {
    for (const cone of [{ c: 1, k1: 2 }, { c: 1, k2: 0.5 }, { c: 0.7 }, { c: 2, k1: 0.5, k2: 1.5 }]) {
      const q = coneStaticShare(cone);
      const made = (x: number): number => coneOutput({ ...cone, T: x, I: 1 - x });
      for (const x of [q - 1e-3, q + 1e-3, 0.1, 0.9]) expect(made(x)).toBeLessThan(made(q));
    }
    expect(coneStaticShare({ c: 3 })).toBe(0.75);
  });

  test('refuses k2 ≤ k1', () => {
    expect(() => coneOutput({ c: 1, k1: 2, k2: 2, T: 1, I: 1 })).toThrow(/^k2: got 2; /);
  });
});

describe('constant share in the cone', () => {
  const figure1 = { K: 1, T: 1, c: 1, q: 0.5, k1: 0.5 };

  test('Figure 1’s start with k₁ = ½ leaves it at T = 7.873 and blows up at 3.5257 instead of π', () => {
    const exit = leavingTheCone(figure1);
    expect(Math.abs(exit.T - 7.8729833462)).toBeLessThan(5e-11);
    expect(Math.abs(exit.time - 2.6362321433)).toBeLessThan(5e-11);
    expect(relative(exit.T, 0.25 * exit.K)).toBeLessThan(1e-14);
    expect(Math.abs(coneBlowUpTime(figure1) - 3.5257055823)).toBeLessThan(5e-11);
    expect(relative(coneBlowUpTime({ ...figure1, k1: 0 }), Math.PI)).toBeLessThan(1e-15);
  });

  /** Time to blow-up by Runge–Kutta in ln T, with the tail t ∝ T^(−c/2). */
  function reference(K0: number, T0: number, c: number, q: number, k1: number, a: number, b: number): number {
    const f = (l: number, [logK]: readonly number[]): number[] => {
      const [K, T] = [Math.exp(logK!), Math.exp(l)];
      const output = a * Math.min((1 - q) * K, T / k1) * T ** c;
      return [(T * output) / (b * q * K * K), T / (b * q * K)];
    };
    const end = Math.log(T0) + 60 / c;
    const [logK, t] = rungeKutta(f, [Math.log(K0), 0], Math.log(T0), end, 40000) as [number, number];
    return t + (2 / c) * f(end, [logK])[1]!;
  }

  test.each([
    [1, 1, 1, 0.5, 0.5, 1, 1],
    [5, 0.1, 1, 0.5, 0.5, 1, 1],
    [5, 0.1, 1, 0.5, 0.5, 2, 0.7],
    [1, 1, 2, 0.3, 0.2, 1, 1],
    [1, 0.3, 1.5, 0.6, 3, 1, 1],
    [100, 0.01, 1, 0.2, 0.001, 1, 1],
    [1, 2, 0.6, 0.4, 4, 1, 1.5],
  ])(
    'through every regime, K = %d, T = %d, c = %d, q = %d, k₁ = %d, a = %d, b = %d',
    (K, T, c, q, k1, a, b) => {
      const exact = coneBlowUpTime({ K, T, c, q, k1, a, b });
      // The kinks cost Runge–Kutta its order: h² = 2e-6 of a step.
      expect(relative(exact, reference(K, T, c, q, k1, a, b))).toBeLessThan(1e-8);
      expect(exact).toBeGreaterThan(blowUpTime({ K0: K, T0: T, c, q, a, b }) * (1 - 1e-14));
    },
  );

  test('idle inference: K² law and remaining time against Runge–Kutta', () => {
    for (const [K, T, c, q, k1, to] of [
      [2, 0.5, 1, 0.6, 2, 1.2],
      [3, 1, 2, 0.5, 1.5, 1.6],
      [4, 0.2, 0.5, 0.7, 3, 2],
    ] as const) {
      const f = (_: number, y: readonly number[]): number[] => [y[1]! ** (1 + c) / k1, q * y[0]!];
      const start = { K, T, c, q, k1 };
      const Kto = idleInferenceChips({ ...start, to });
      const time =
        idleInferenceRemainingTime(start) - idleInferenceRemainingTime({ ...start, K: Kto, T: to });
      const y = rungeKutta(f, [K, T], 0, time, 4000);
      expect(relative(y[0]!, Kto)).toBeLessThan(1e-12);
      expect(relative(y[1]!, to)).toBeLessThan(1e-12);
    }
  });

  test('remaining time where K falls behind and where it leads (2F1 argument from −1 to −∞)', () => {
    fc.assert(
      fc.property(uniform(0.2, 4), uniform(0.05, 0.95), logUniform(1e-8, 1e4), (c, q, ratio) => {
        // L = 0 in the middle: K² = B·T^(2+c), where R = (2/(c·q·√B))·T^(−c/2) exactly.
        const B = 2 / ((2 + c) * q);
        const at = (r: number): number =>
          idleInferenceRemainingTime({ K: Math.sqrt(B / r), T: 1, c, q, k1: 1 });
        expect(relative(at(1), 2 / (c * q * Math.sqrt(B)))).toBeLessThan(1e-14);
        // Moving along the flow for a known time: T doubles.
        const K = Math.sqrt(B / ratio);
        const start = { K, T: 1, c, q, k1: 1 };
        const later = { ...start, K: idleInferenceChips({ ...start, to: 2 }), T: 2 };
        const slow = 1 / (q * later.K);
        const passed = idleInferenceRemainingTime(start) - idleInferenceRemainingTime(later);
        expect(passed).toBeGreaterThan(slow * (1 - 1e-9));
        expect(passed).toBeLessThan((1 / (q * K)) * (1 + 1e-9));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('idle training: closed form against Runge–Kutta, c = 1 included', () => {
    for (const [K, T, c, q, k2, t] of [
      [1, 5, 1, 0.1, 2, 0.15],
      [1, 5, 2, 0.2, 1.5, 0.1],
      [1, 9, 0.5, 0.2, 3, 0.4],
    ] as const) {
      const f = (_: number, y: readonly number[]): number[] => [
        k2 ** c * ((1 - q) * y[0]!) ** (1 + c),
        q * y[0]!,
      ];
      const y = rungeKutta(f, [K, T], 0, t, 2000);
      const exact = idleTrainingFlow({ K, T, c, q, k2, t });
      expect(relative(y[0]!, exact.K)).toBeLessThan(1e-12);
      expect(relative(y[1]!, exact.T)).toBeLessThan(1e-12);
      expect(exact.T).toBeGreaterThan(k2 * (1 - q) * exact.K);
    }
    expect(() => idleTrainingFlow({ K: 1, T: 5, c: 1, q: 0.1, k2: 2, t: 1 })).toThrow(/^t: /);
  });

  test('leaving is refused from outside', () => {
    expect(() => leavingTheCone({ ...figure1, T: 0.1 })).toThrow(/^T: /);
  });
});

describe('the optimum in the cone', () => {
  /**
   * C and D by an independent minimisation to 1e-13 in D (SciPy DOP853); a published table's D agree to its 7 digits, its C
   * to 7 (a minimum gives half the digits of its argument).
   */
  test.each([
    [0.5, 0.6158531, 1.4700114, 1.4700114035706],
    [1, 1.29344734, 0.508033, 0.50803297903111],
    [2, 2.67948249, 0.1845354, 0.18453540363911],
  ])('c = %d: C = %d, D = %d', (c, C, D, precise) => {
    const optimum = coneOptimum(c);
    expect(relative(optimum.C, C)).toBeLessThan(1e-7);
    expect(Math.abs(optimum.D - D)).toBeLessThan(5.1e-8);
    expect(Math.abs(optimum.D - precise)).toBeLessThan(1e-12);
  });

  test('C lies below saturation, and the cone costs time', () => {
    for (const c of [0.2, 0.7, 1.5, 4]) {
      const { C, D } = coneOptimum(c);
      expect(C).toBeLessThan((c * (1 + 2 * c)) / (1 + c));
      expect(C).toBeGreaterThan(c);
      expect(D).toBeGreaterThan(0);
    }
  });

  test('no constant share from the turnpike is faster; k₁ → 0 is the turnpike; a and b scale it', () => {
    const T = 1;
    const fast = coneMinimalRemainingTime({ T, c: 1, k1: 0.5 });
    for (let q = 0.05; q < 1; q += 0.05)
      expect(coneBlowUpTime({ K: turnpikeChips({ T, c: 1 }), T, c: 1, q, k1: 0.5 })).toBeGreaterThan(fast);
    const free = turnpikeRemainingTime({ T, c: 1 });
    expect(relative(coneMinimalRemainingTime({ T, c: 1, k1: 1e-12 }), free)).toBeLessThan(1e-12);
    expect(
      relative(coneMinimalRemainingTime({ T, c: 1, k1: 0.5, a: 2, b: 4 }), (3 + 0.25 * coneOptimum(1).D) / 2),
    ).toBeLessThan(1e-14);
    expect(() => coneMinimalRemainingTime({ T: 3, c: 1, k1: 0.5 })).toThrow(/^T: /);
  });

  test('holds with starts of every shape: the cone never helps', () => {
    fc.assert(
      fc.property(starts(0.3, 3, 100), uniform(0.05, 0.95), logUniform(1e-3, 10), (start, q, k1) => {
        const { K0: K, T0: T, c } = start;
        const inside = blowUpTime({ ...start, q });
        expect(coneBlowUpTime({ K, T, c, q, k1 })).toBeGreaterThan(inside * (1 - 1e-12));
        expect(coneBlowUpTime({ K, T, c, q, k1: k1 * 1.1 })).toBeGreaterThan(
          coneBlowUpTime({ K, T, c, q, k1 }) * (1 - 1e-12),
        );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
