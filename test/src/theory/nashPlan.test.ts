import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  minimalBlowUpTime,
  nashBlowUpTime,
  nashGrowthConstant,
  nashPath,
  nashPlan,
  nashRatio,
  nashShare,
  optimalPlan,
  plannerBlowUpTime,
  plannerPlan,
  planPath,
  priceOfAnarchy,
  priceOfAnarchyInChips,
  priceOfAnarchyWithoutTraining,
} from '../../../src/theory/index.ts';
import { labsOf } from './labsOf.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

describe('nashPlan(…)', () => {
  /** N, σ, c, K0, T0, t_f, case, K and t*_N as printed. */
  test.each([
    [2, 0.5, 1, 1, 1, 1.2, 'grow', 6.04964746441, 2.293626],
    [2, 1, 1, 1, 1, 1.2, 'region', 11.0784513991, 1.896196],
    [3, 0.6, 1, 5, 1, 0.45, 'train-grow', 13.570851771, 1.052036],
    [2, 0.8, 2, 1, 1, 0.55, 'grow', 5.94172799905, 0.938463],
    [4, 0.3, 0.5, 3, 1, 1.3, 'region', 19.1936252984, 2.918152],
    [2, 0.5, 1, 8, 1, 0.1, 'grow', 9.29467394183, 1.040767],
    [2, 0.5, 1, 3, 1, 0.35, 'grow', 5.07137654514, 1.570355],
    [2, 0.5, 1, 0.15, 1, 2.8, 'region', 12.5370436968, 3.558373],
    [5, 0.4, 1, 0.5, 0.5, 1.6, 'grow', 4.00223445715, 2.650864],
    [2, 1, 1, 1, 0.5, 1.5, 'region', 6.44414163051, 2.410693],
  ])(
    'N = %d, σ = %d, c = %d, K0 = %d, T0 = %d, t_f = %d: %s, K = %d',
    (N, sigma, c, K0, T0, horizon, name, K, t) => {
      const plan = nashPlan({ N, sigma, c, K0, T0, horizon });
      expect(relative(plan.K, K)).toBeLessThan(2e-11);
      expect(Math.abs(plan.blowUpTime - t)).toBeLessThan(5.1e-7);
      // The table names A1 "q0" where the training arc is too short to print.
      if (name !== 'train-grow') expect(plan.case).toBe(name);
    },
  );

  /** K per lab at a share of t*_P, from K0 = 1, T0 = ½, c = 1. */
  test.each([
    [2, 0.5, 0.5, 3.6053723, 1.05117],
    [2, 0.5, 0.7, 9.7242944, 1.082586],
    [2, 0.5, 0.85, 36.216503, 1.162717],
    [2, 1, 0.5, 3.4514437, 1.16214],
    [2, 1, 0.7, 8.765816, 1.271055],
    [2, 1, 0.85, 28.696747, 1.553045],
    [4, 0.5, 0.5, 3.5560089, 1.187396],
    [4, 0.5, 0.7, 7.7207784, 1.51913],
    [4, 0.5, 0.85, 22.3152, 2.102399],
    [8, 0.5, 0.5, 4.7535491, 1.058906],
    [8, 0.5, 0.7, 8.8679897, 1.576694],
    [8, 0.5, 0.85, 14.474406, 3.863954],
    [2, 1, 0.9, 53.81877, 100.2765 / 53.81877],
    [2, 1, 0.98, 321.95037, 2506.9126 / 321.95037],
    [2, 1, 0.995, 605.96354, 40110.601 / 605.96354],
  ])('N = %d, σ = %d at %d·t*_P: K = %d, price of anarchy %d', (N, sigma, part, K, anarchy) => {
    const start = { N, sigma, c: 1, K0: 1, T0: 0.5 };
    const horizon = part * plannerBlowUpTime(start);
    expect(relative(nashPlan({ ...start, horizon }).K, K)).toBeLessThan(3e-8);
    expect(relative(priceOfAnarchyInChips({ ...start, horizon }), anarchy)).toBeLessThan(6e-7);
  });

  test('K·(t*_N − t_f)^((1+c)/c) tends to the growth constant', () => {
    const start = { N: 2, sigma: 1, c: 1, K0: 1, T0: 1 };
    const end = nashBlowUpTime(start);
    const product = (part: number): number =>
      nashPlan({ ...start, horizon: part * end }).K * (end - part * end) ** 2;
    for (const [part, expected] of [
      [0.8, 5.343893024],
      [0.9, 5.343862792],
      [0.95, 5.343862774],
      [0.99, 5.343862774],
    ])
      expect(Math.abs(product(part!) - expected!)).toBeLessThan(5.1e-10);
    expect(Math.abs(nashGrowthConstant(start) - 5.343862774)).toBeLessThan(5.1e-10);
    expect(relative(nashGrowthConstant({ N: 1, c: 1 }), 4 * Math.E)).toBeLessThan(1e-15);
    expect(relative(nashGrowthConstant({ N: 2, sigma: 1e-6, c: 1 }), 4 * Math.E)).toBeLessThan(1e-5);
  });

  const games = fc.record({
    start: starts(0.2, 1, 1e3),
    N: fc.integer({ min: 2, max: 20 }),
    sigma: fc.oneof(uniform(0.01, 1), fc.constantFrom(1, 1e-6)),
    a: logUniform(0.2, 5),
    b: logUniform(0.2, 5),
    part: uniform(0.01, 0.98),
  });

  test('its path starts at the start, ends at K, is continuous and moves as its own shares say', () => {
    fc.assert(
      fc.property(games, uniform(0.02, 0.98), ({ start, part, ...rest }, when) => {
        const input = { ...start, ...rest };
        const m = 1 + rest.sigma * (rest.N - 1);
        const plan = nashPlan({ ...input, horizon: part * nashBlowUpTime(input) });
        expect(nashPath(plan, 0)).toMatchObject({ K: start.K0, T: start.T0 });
        expect(relative(nashPath(plan, plan.horizon).K, plan.K)).toBeLessThan(1e-10);
        expect(plan.arcs[0]?.start ?? 0).toBe(0);
        for (const [i, arc] of plan.arcs.entries()) {
          expect(plan.arcs[i + 1]?.start ?? plan.horizon).toBe(arc.end);
          // The step around a time inside the arc, where nothing switches.
          const t = arc.start + when * (arc.end - arc.start);
          const h = 1e-4 * Math.min(t - arc.start, arc.end - t);
          fc.pre(h > 1e-7 * plan.horizon);
          const [before, at, after] = [t - h, t, t + h].map((x) => nashPath(plan, x));
          const dK = (after!.K - before!.K) / (2 * h);
          const dT = (after!.T - before!.T) / (2 * h);
          const scale = input.a * at!.K * (m * at!.T) ** start.c;
          // Differences over 1e-4 of the arc: h² and rounding/h.
          expect(Math.abs(dK - (1 - at!.q) * scale)).toBeLessThan(1e-5 * scale + 1e-13 * (at!.K / h));
          expect(Math.abs(dT - input.b * at!.q * at!.K)).toBeLessThan(
            1e-5 * input.b * at!.K + 1e-13 * (at!.T / h),
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('the planner has more chips and blows up sooner; Nash beats nobody training', () => {
    fc.assert(
      fc.property(games, ({ start, part, ...rest }) => {
        const input = { ...start, ...rest };
        const horizon = part * plannerBlowUpTime(input);
        const nash = nashPlan({ ...input, horizon });
        expect(plannerPlan({ ...input, horizon }).K).toBeGreaterThan(nash.K * (1 - 1e-11));
        expect(priceOfAnarchy(input)).toBeGreaterThan(1 - 1e-14);
        const idle =
          start.K0 * Math.exp(input.a * ((1 + rest.sigma * (rest.N - 1)) * start.T0) ** start.c * horizon);
        expect(nash.K).toBeGreaterThan(idle * (1 - 1e-11));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('without spillover it is each lab’s own optimum, and close to it for a little', () => {
    for (const horizon of [0.3, 1, 2, 2.9, 3.5]) {
      const start = { K0: 1.5, T0: 1, c: 1 };
      const own = optimalPlan({ ...start, horizon });
      const alone = nashPlan({ ...start, N: 7, horizon });
      expect([alone.K, alone.blowUpTime]).toEqual([own.K, own.blowUpTime]);
      const t = Math.min(horizon, 0.9 * own.blowUpTime);
      expect(relative(nashPath(alone, t).K, planPath(own, t).K)).toBeLessThan(1e-13);
      // First order in σ.
      if (own.K < 1e6)
        expect(relative(nashPlan({ ...start, N: 2, sigma: 1e-7, horizon }).K, own.K)).toBeLessThan(1e-5);
    }
    expect(nashBlowUpTime({ K0: 1, T0: 1, c: 1, N: 3 })).toBe(minimalBlowUpTime({ K0: 1, T0: 1, c: 1 }));
  });

  test('price of anarchy from nothing is the closed form, from any start between', () => {
    for (const [c, m] of [
      [0.5, 3],
      [1, 2],
      [2, 10],
    ] as const) {
      const labs = { ...labsOf(m), c };
      const bare = priceOfAnarchyWithoutTraining(labs);
      expect(relative(priceOfAnarchy({ ...labs, K0: 3, T0: 0 }), bare)).toBeLessThan(1e-14);
    }
    expect(() => priceOfAnarchyInChips({ N: 2, sigma: 1, c: 1, K0: 1, T0: 1, horizon: 9 })).toThrow(
      /^horizon: /,
    );
  });

  test('blows up at t*_N riding z* at q_N', () => {
    const start = { N: 3, sigma: 0.5, c: 1, K0: 2, T0: 0.5 };
    const plan = nashPlan({ ...start, horizon: Number.POSITIVE_INFINITY });
    expect(plan).toMatchObject({ case: 'blowup', K: Number.POSITIVE_INFINITY });
    const { K, T, q } = nashPath(plan, 0.9 * plan.blowUpTime);
    expect(q).toBe(nashShare(start));
    expect(relative(K / (2 * T) ** 2, nashRatio(start))).toBeLessThan(1e-13);
    expect(nashPath(plan, plan.blowUpTime).K).toBe(Number.POSITIVE_INFINITY);
    const before = nashPath(plan, plan.blowUpTime * (1 - 1e-9));
    // T̂^(−c) = m·q_N·z*·(time left).
    const left = 2 * q * nashRatio(start) * plan.blowUpTime * 1e-9;
    expect(relative(2 * before.T, 1 / left)).toBeLessThan(1e-6);
  });
});
