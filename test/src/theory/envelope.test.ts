import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelope, flow, minimalBlowUpTime, minimalTime, optimalPlan } from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

type Start = Parameters<typeof envelope>[0];

/** Chips after playing shares q for durations dt, by the exact flow. */
function play(start: Start, pieces: readonly { q: number; dt: number }[]): { K: number; t: number } {
  let { K0: K, T0: T } = start;
  let t = 0;
  for (const { q, dt } of pieces) {
    ({ K, T } = flow({ ...start, K0: K, T0: T, q, t: dt }));
    t += dt;
  }
  return { K, t };
}

const scales = fc.record({ a: logUniform(0.1, 10), b: logUniform(0.1, 10) });
/** Any share, with the corners and the turnpike's share often among them. */
const shares = (c: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: uniform(0.001, 0.999) },
    { weight: 3, arbitrary: fc.constantFrom(0, 1, c / (1 + 2 * c), c / (1 + c)) },
  );

/** A start, a horizon up to 0.97 t*, and a piecewise constant control on it. */
const runs = fc
  .record({ start: starts(), scale: scales })
  .chain(({ start, scale }) =>
    fc.record({
      start: fc.constant({ ...start, ...scale }),
      part: fc.oneof(uniform(0.01, 0.97), logUniform(1e-5, 0.97)),
      pieces: fc.array(fc.record({ q: shares(start.c), weight: uniform(0.05, 1) }), {
        minLength: 1,
        maxLength: 8,
      }),
    }),
  )
  .map(({ start, part, pieces }) => {
    const horizon = part * minimalBlowUpTime(start);
    const whole = pieces.reduce((sum, { weight }) => sum + weight, 0);
    return { start, pieces: pieces.map(({ q, weight }) => ({ q, dt: (horizon * weight) / whole })) };
  });

describe('no control beats the envelope', () => {
  test('5000 random controls: K(t) ≤ V(t), t ≥ t_min(K)', () => {
    fc.assert(
      fc.property(runs, ({ start, pieces }) => {
        const { K, t } = play(start, pieces);
        // 1e-12: the flow's error, with room for its growth over eight pieces.
        expect(K).toBeLessThanOrEqual(envelope(start, t) * (1 + 1e-12));
        // In time the comparison is well conditioned, but for what K's last bits say of a small rise: 8 roundings, one a piece.
        if (K === start.K0 || K === Number.POSITIVE_INFINITY) return;
        const tolerance = 1e-10 + (8 * Number.EPSILON * K) / (K - start.K0);
        expect(t).toBeGreaterThanOrEqual(minimalTime(start, K) * (1 - tolerance));
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  test('2000 disturbed optimal plans come close and stay below', () => {
    let closest = 0;
    fc.assert(
      fc.property(
        starts(0.2, 5),
        scales,
        uniform(0.05, 0.9),
        fc.array(uniform(-1, 1), { minLength: 6, maxLength: 6 }),
        logUniform(1e-6, 0.2),
        (start, scale, part, noise, size) => {
          const input = { ...start, ...scale };
          const { arcs, horizon } = optimalPlan({ ...input, horizon: part * minimalBlowUpTime(input) });
          const ends = arcs.map(({ end }, i) =>
            i === arcs.length - 1 ? horizon : Math.min(horizon, end * (1 + size * noise[i]!)),
          );
          ends.sort((u, v) => u - v);
          const pieces = arcs.map(({ q }, i) => ({
            q: Math.min(1, Math.max(0, q + size * noise[3 + i]!)),
            dt: ends[i]! - (i === 0 ? 0 : ends[i - 1]!),
          }));
          const { K, t } = play(input, pieces);
          const V = envelope(input, t);
          closest = Math.max(closest, K / V);
          // Near the optimum there is no slack left: the flow's 1e-13 times an amplification up to 55.
          expect(K).toBeLessThanOrEqual(V * (1 + 2e-12));
          expect(t).toBeGreaterThanOrEqual(minimalTime(input, K) * (1 - 1e-12));
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
    // The bound is sharp, so the test above has teeth.
    expect(closest).toBeGreaterThan(1 - 1e-9);
  });

  test('K/V tends to 0.828 for c = 1 on the turnpike without the harvest', () => {
    const { K } = flow({ K0: 1, T0: 1, c: 1, q: 1 / 3, t: 3 - 1e-6 });
    // The relative error of 3 − t is 1e-10.
    expect(relative(K / envelope({ K0: 1, T0: 1, c: 1 }, 3 - 1e-6), 9 / 4 / Math.E)).toBeLessThan(1e-9);
  });
});

describe('envelope and minimalTime', () => {
  test('invert each other', () => {
    fc.assert(
      fc.property(starts(), scales, logUniform(1e-9, 0.9), (start, scale, part) => {
        const input = { ...start, ...scale };
        const t = part * minimalBlowUpTime(input);
        const V = envelope(input, t);
        const growth = V / start.K0 - 1;
        fc.pre(growth > 0);
        // V's last bit is ε of K, thus ε·K/(V−K0) of the growth that took the time.
        const tolerance = 2e-14 + (4 * Number.EPSILON * (1 + growth)) / growth;
        expect(relative(minimalTime(input, V), t)).toBeLessThan(tolerance);
      }),
      { seed: SEED, numRuns: 2000 },
    );
    fc.assert(
      fc.property(starts(), scales, logUniform(1e-12, 1e10), (start, scale, rise) => {
        const input = { ...start, ...scale };
        const K1 = start.K0 * (1 + rise);
        const t = minimalTime(input, K1);
        const left = 1 - t / minimalBlowUpTime(input);
        fc.pre(left > 0.01);
        // (1+c)/c ≤ 11 times a few ε·t/(t*−t).
        expect(relative(envelope(input, t), K1)).toBeLessThan(1e-14 + 2e-14 / left);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('early on t_min is (K1−K0)/(rate of growth), to every digit', () => {
    const start = { K0: 3, T0: 2, c: 1 };
    for (const rise of [1e-12, 1e-9, 1e-6]) {
      const K1 = 3 + rise;
      const exact = (K1 - 3) / 3;
      // ln(1+x) = x − x²/2: compare with the exact difference of the doubles.
      expect(relative(minimalTime(start, K1), (exact - exact ** 2 / 2) / 2)).toBeLessThan(1e-12);
    }
    expect(minimalTime(start, 3)).toBe(0);
    expect(minimalTime(start, 1)).toBe(0);
  });

  test('t_min rises with the level, from the next double above K0 to the blow-up', () => {
    fc.assert(
      fc.property(starts(), (start) => {
        let before = 0;
        for (let e = -15; e < 200; e += 0.25) {
          const t = minimalTime(start, start.K0 * (1 + 10 ** e));
          // Two roundings of t.
          expect(t).toBeGreaterThanOrEqual(before * (1 - 5e-16));
          before = t;
        }
        expect(minimalTime(start, Number.POSITIVE_INFINITY)).toBe(minimalBlowUpTime(start));
        expect(before).toBeLessThanOrEqual(minimalBlowUpTime(start) * (1 + 5e-16));
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  test('the cases meet without a step', () => {
    fc.assert(
      fc.property(starts(), (start) => {
        const { K0, T0, c } = start;
        const above = c * K0 >= T0 ** (1 + c);
        const seams = above
          ? [K0 * Math.exp(T0 ** (1 + c) / (c * K0)), K0 * Math.E]
          : [(Math.E * T0 ** (1 + c)) / c];
        for (const K of seams) {
          const rise = minimalTime(start, K * (1 + 1e-12)) - minimalTime(start, K * (1 - 1e-12));
          expect(rise).toBeGreaterThan(0);
          // 2e-12 of K takes 2e-12 over the growth rate, at most 1/T0^c.
          expect(rise).toBeLessThan(3e-12 / T0 ** c + 4e-15 * minimalTime(start, K));
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('is Infinity at and past the least blow-up time', () => {
    const start = { K0: 1, T0: 1, c: 1 };
    expect(envelope(start, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(envelope(start, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(envelope(start, 0)).toBe(1);
    expect(relative(envelope(start, 2.9), Math.E * 400)).toBeLessThan(1e-13);
  });

  test('symmetries: a and b rescale, and (K, T, t) → (h^(1+c)·K, h·T, h^(−c)·t)', () => {
    fc.assert(
      fc.property(starts(), scales, logUniform(0.1, 10), uniform(0.01, 0.9), (start, { a, b }, h, part) => {
        const { K0, T0, c } = start;
        const t = (part * minimalBlowUpTime(start)) / a;
        const K = (a * K0) / b;
        // Rounding of the inputs, amplified at most 110-fold.
        expect(relative(envelope({ K0: K, T0, c, a, b }, t), (a / b) * envelope(start, a * t))).toBeLessThan(
          1e-13,
        );
        const large = { K0: h ** (1 + c) * K0, T0: h * T0, c };
        expect(
          relative(envelope(large, h ** -c * a * t), h ** (1 + c) * envelope(start, a * t)),
        ).toBeLessThan(3e-13);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe('Hamilton–Jacobi–Bellman', () => {
  test('V_τ = K·T^c·V_K + max(0, K·(V_T − T^c·V_K))', () => {
    fc.assert(
      fc.property(starts(0.3, 3, 100), uniform(0.02, 0.85), ({ K0, T0, c }, part) => {
        const tau = part * minimalBlowUpTime({ K0, T0, c });
        const ln = (K: number, T: number, t: number): number => Math.log(envelope({ K0: K, T0: T, c }, t));
        const e = 1e-6;
        const byTime = (ln(K0, T0, tau * (1 + e)) - ln(K0, T0, tau * (1 - e))) / (2 * e * tau);
        const byK = (ln(K0 * (1 + e), T0, tau) - ln(K0 * (1 - e), T0, tau)) / (2 * e * K0);
        const byT = (ln(K0, T0 * (1 + e), tau) - ln(K0, T0 * (1 - e), tau)) / (2 * e * T0);
        const rate = K0 * T0 ** c * byK + Math.max(0, K0 * (byT - T0 ** c * byK));
        // Differences of step 1e-6: ε/1e-6 of ln V from rounding, 1e-6 of the second derivative where V'' jumps at a switch.
        expect(Math.abs(byTime - rate) / byTime).toBeLessThan(2e-4);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});
