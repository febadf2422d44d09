import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcChips,
  arcShare,
  arcThreshold,
  type Depreciation,
  depreciationPlan,
  optimalPlan,
  proportionalLosses,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

/** Runge–Kutta 4 on (ln K, T) of the model with losses, share q(t): an independent integrator. */
function integrate(
  e: Depreciation,
  K0: number,
  T0: number,
  pieces: { q: (T: number) => number; dt: number }[],
  n = 400,
) {
  const { c, a = 1, b = 1, delta = 0, rho = 0 } = e;
  let l = Math.log(K0);
  let T = T0;
  for (const { q, dt } of pieces) {
    const h = dt / n;
    const f = (x: number, y: number): [number, number] => {
      const s = q(y);
      return [a * (1 - s) * y ** c - delta, b * s * Math.exp(x) - rho * y];
    };
    for (let i = 0; i < n; i++) {
      const [k1, m1] = f(l, T);
      const [k2, m2] = f(l + (h / 2) * k1, T + (h / 2) * m1);
      const [k3, m3] = f(l + (h / 2) * k2, T + (h / 2) * m2);
      const [k4, m4] = f(l + h * k3, T + h * m3);
      l += (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
      T += (h / 6) * (m1 + 2 * m2 + 2 * m3 + m4);
    }
  }
  return { K: Math.exp(l), T };
}

/** c, a, b, δ, ρ, K0, T0, horizon; case, K, ends of the arcs; y and q on the arc: direct transcription agrees to 7e-9 or better. */
type Row = [
  ...rates: [c: number, a: number, b: number, delta: number, rho: number],
  ...problem: [K0: number, T0: number, horizon: number],
  ...answer: [name: string, K: number, cuts: number[], shares: number[]],
];
const TABLE: Row[] = [
  [1, 1, 1, 0.1, 0.05, 5, 1, 1.2, 'A2', 53.605619829, [0.2488, 0.9761], [0.3333, 0.3333]],
  [1, 1, 1, 0.1, 0.05, 0.3, 1.2, 3.5, 'B2', 21.5472647747, [1.3519, 3.1479], [0.3333, 0.3333]],
  [0.5, 2, 0.5, 0.2, 0, 0.3, 1, 3, 'B2', 96.9271106949, [1.7656, 2.6835], [0.2368, 0.2423]],
  [0.5, 2, 0.5, 0.2, 0, 20, 1, 1.5, 'A2', 40734.1561915, [0.0921, 1.4592], [0.2406, 0.249]],
  [2, 1, 1, 0, 0.3, 1, 1, 1.7, 'A2', 6.29549183061, [0.0361, 1.3971], [0.544, 0.4789]],
  [2, 1, 3, 0, 0.3, 0.02, 1.5, 1, 'B0', 0.10860187127, [], []],
  [1, 1, 1, 0.2, 0.1, 4, 1, 1.2, 'A2', 22.3077503794, [0.2532, 0.8569], [0.3333, 0.3333]],
  [1, 1, 1, 0.2, 0.1, 0.4, 1, 3, 'B2', 3.40166550045, [0.961, 2.1438], [0.3333, 0.3333]],
  [1, 1, 1, 0.6, 0.3, 1, 1, 4, 'A2', 2.19310417225, [3.0394], [0.3333, 0.3333]],
  [1, 1, 1, 0.3, 0.6, 1.2, 1, 3, 'B2', 4.04923382972, [0.303, 2.4531], [0.4182, 0.4085]],
  [1, 1, 1, 0.9, 0.05, 0.9, 1, 3, 'A2', 1.38840260673, [0.4094, 0.9608], [0.1857, 0.1885]],
  [1, 1.5, 0.7, 0.1, 0.2, 10, 1, 0.4, 'A1', 20.0598583328, [0.1262], []],
  [0.5, 1, 1, 1.2, 0.1, 3, 1, 2, 'A1', 2.29909316657, [0.2982], []],
  [1, 1, 1, 0.5, 0, 1, 1.2, 2, 'A2', 4.63941629533, [0.066, 1.0742], [0.2322, 0.2547]],
  [1, 1, 1, 0.6, 0.3, 0.6, 0.7, 3, 'A2', 0.440820143482, [0.1267, 1.1442], [0.3333, 0.3333]],
  [1, 1, 1, 0.6, 0.3, 0.3, 0.8, 5, 'B2', 0.121876217067, [1.1142, 2.0585], [0.3333, 0.3333]],
  [2, 1, 1, 0.4, 0.5, 0.5, 0.55, 4, 'A2', 0.154782947585, [0.3018, 2.4307], [0.4884, 0.4094]],
];

describe('depreciationPlan(…)', () => {
  test.each(TABLE)('c %d, a %d, b %d, δ %d, ρ %d, K0 %d, T0 %d, horizon %d: %s, K = %d', (...row) => {
    const [c, a, b, delta, rho, K0, T0, horizon, name, K, cuts, shares] = row;
    const plan = depreciationPlan({ c, a, b, delta, rho, K0, T0, horizon });
    expect(plan.case).toBe(name);
    // Twelve printed digits.
    expect(relative(plan.K, K)).toBeLessThan(6e-12);
    const starts = plan.arcs.slice(1).map(({ start }) => start);
    expect(starts.length).toBe(cuts.length);
    for (const [i, t] of cuts.entries()) expect(Math.abs(starts[i]! - t)).toBeLessThan(6e-5);
    const arc = plan.arcs.find(({ control }) => control === 'turnpike');
    if (arc) {
      expect(Math.abs(arc.q - shares[0]!)).toBeLessThan(6e-5);
      expect(Math.abs(arc.qEnd - shares[1]!)).toBeLessThan(6e-5);
    }
  });

  test('its arcs, integrated with the share of the arc, give its K', () => {
    for (const [c, a, b, delta, rho, K0, T0, horizon] of TABLE) {
      const e = { c, a, b, delta, rho };
      const plan = depreciationPlan({ ...e, K0, T0, horizon });
      const pieces = plan.arcs.map(({ control, q, start, end }) => ({
        q: control === 'turnpike' ? (T: number) => arcShare({ ...e, y: a * T ** c }) : () => q,
        dt: end - start,
      }));
      // Fourth order with 1000 steps an arc.
      expect(relative(integrate(e, K0, T0, pieces, 1000).K, plan.K)).toBeLessThan(1e-9);
    }
  });

  test('no random control does better', () => {
    const rates = fc.record({ delta: uniform(0, 0.5), rho: uniform(0, 0.5), c: uniform(0.5, 2) });
    fc.assert(
      fc.property(
        rates,
        logUniform(0.1, 10),
        uniform(0.1, 2.5),
        fc.array(uniform(0, 1), { minLength: 1, maxLength: 5 }),
        (e, K0, horizon, shares) => {
          const plan = depreciationPlan({ ...e, K0, T0: 1, horizon });
          fc.pre(plan.K < 1e6);
          const pieces = shares.map((q) => ({ q: () => q, dt: horizon / shares.length }));
          // The integrator's error with 100 steps a piece.
          expect(integrate(e, K0, 1, pieces, 100).K).toBeLessThan(plan.K * (1 + 1e-7));
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('without losses it is optimalPlan', () => {
    fc.assert(
      fc.property(
        uniform(0.3, 3),
        logUniform(0.01, 100),
        uniform(0.05, 1.1),
        logUniform(0.2, 5),
        (c, K0, part, a) => {
          const all = optimalPlan({ K0, T0: 1, c, a, horizon: 1 }).blowUpTime;
          const horizon = part * all;
          const exact = optimalPlan({ K0, T0: 1, c, a, horizon });
          const lossy = depreciationPlan({ K0, T0: 1, c, a, horizon });
          expect(lossy.case).toBe(exact.case);
          // A root good to ε·t*/(t*−t), to the power (1+c)/c.
          if (exact.K < Number.POSITIVE_INFINITY) expect(relative(lossy.K, exact.K)).toBeLessThan(1e-11);
          else expect(relative(lossy.blowUpTime, all)).toBeLessThan(1e-13);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('with δ = (1+c)ρ it is the lossless plan in another clock', () => {
    for (const [c, rho, K0, T0, horizon, expected] of [
      [1, 0.1, 4, 1, 1.2, 22.30775037943],
      [1, 0.1, 0.4, 1, 3, 3.401665500446],
    ] as const) {
      const plan = depreciationPlan({ c, rho, delta: (1 + c) * rho, K0, T0, horizon });
      expect(relative(plan.K, expected)).toBeLessThan(3e-13);
    }
    fc.assert(
      fc.property(
        uniform(0.3, 3),
        logUniform(0.1, 10),
        uniform(0.01, 0.5),
        uniform(0.1, 3),
        (c, K0, rho, horizon) => {
          const { time, chips } = proportionalLosses({ c, rho, t: horizon });
          const base = optimalPlan({ K0, T0: 1, c, horizon: time });
          fc.pre(time < 0.95 * base.blowUpTime);
          const plan = depreciationPlan({ K0, T0: 1, c, rho, delta: (1 + c) * rho, horizon });
          expect(relative(plan.K, base.K * chips)).toBeLessThan(2e-12);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('a start on the arc rides it at once', () => {
    const e = { c: 2, delta: 0.1, rho: 0.3 };
    const T0 = 1.3;
    const K0 = arcChips({ ...e, y: T0 ** 2 });
    const plan = depreciationPlan({ ...e, K0, T0, horizon: 1 });
    expect(plan.arcs.map(({ control }) => control)).toEqual(['turnpike', 'grow']);
    expect(plan.arcs[0]!.start).toBe(0);
    const beside = depreciationPlan({ ...e, K0: K0 * (1 + 1e-9), T0, horizon: 1 });
    // The value is smooth across the arc; 1e-9 in K0 is some 1e-9 in K.
    expect(relative(beside.K, plan.K)).toBeLessThan(1e-8);
    const still = arcThreshold(e);
    const resting = depreciationPlan({
      ...e,
      K0: arcChips({ ...e, y: still }),
      T0: Math.sqrt(still),
      horizon: 5,
    });
    expect(relative(resting.arcs[0]!.q, resting.arcs[0]!.qEnd)).toBeLessThan(1e-9);
  });

  test('past its blow-up time it is Infinity', () => {
    const start = { c: 1, delta: 0.1, rho: 0.05, K0: 5, T0: 1 };
    const { blowUpTime } = depreciationPlan({ ...start, horizon: 1.2 });
    expect(depreciationPlan({ ...start, horizon: blowUpTime * 1.001 })).toMatchObject({
      case: 'blowup',
      K: Number.POSITIVE_INFINITY,
    });
    expect(depreciationPlan({ ...start, horizon: blowUpTime * 0.999 }).K).toBeGreaterThan(1e6);
  });

  test('a horizon of 0 leaves K as it is', () => {
    for (const K0 of [0.1, 10])
      expect(depreciationPlan({ c: 1, rho: 0.1, K0, T0: 1, horizon: 0 })).toMatchObject({ K: K0, arcs: [] });
  });
});
