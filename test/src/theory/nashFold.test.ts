import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nashGrowthConstant, nashPath, nashPlan } from '../../../src/theory/index.ts';
import { boundaries, improve, middles, type Response } from './bestResponse.ts';
import { labsOf } from './labsOf.ts';
import { logUniform, SEED, uniform } from './random.ts';

describe('where equilibria fold back (c > 1, large m)', () => {
  const start = { N: 10, sigma: 1, c: 2, K0: 0.15, T0: 0.1 };

  test('for c ≤ 1 and two labs K rises without bound towards t*_N', () => {
    fc.assert(
      fc.property(uniform(0.2, 1), logUniform(1.01, 1000), (c, m) => {
        const plan = nashPlan({ ...labsOf(m), c, K0: 1, T0: 1, horizon: 1e-3 });
        expect(plan.lastHorizon).toBe(plan.blowUpTime);
        expect(nashGrowthConstant({ ...labsOf(m), c })).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 100 },
    );
    for (const c of [1.5, 3, 5]) expect(nashGrowthConstant({ N: 2, sigma: 1, c })).toBeGreaterThan(0);
  });

  test('beyond, finite equilibria outlive t*_N, and K jumps at lastHorizon', () => {
    const { blowUpTime, lastHorizon } = nashPlan({ ...start, horizon: 1 });
    expect(lastHorizon).toBeGreaterThan(1.02 * blowUpTime);
    expect(nashGrowthConstant(start)).toBeNaN();
    expect(nashPlan({ ...start, horizon: lastHorizon * (1 - 1e-9) }).K).toBeLessThan(100);
    expect(nashPlan({ ...start, horizon: lastHorizon * (1 + 1e-9) }).case).toBe('blowup');
  });

  test('a finite plan past t*_N is an equilibrium: the best response to it gains nothing', () => {
    const { blowUpTime, lastHorizon } = nashPlan({ ...start, horizon: 1 });
    const horizon = 0.05 * blowUpTime + 0.95 * lastHorizon;
    const plan = nashPlan({ ...start, horizon });
    const times = boundaries(
      plan.arcs.map((arc) => arc.start),
      horizon,
    );
    const problem: Response = { ...start, times, spill: (t) => 9 * nashPath(plan, Math.min(t, horizon)).T };
    const own = middles(times).map((t) => nashPath(plan, t).q);
    for (const shares of [own, own.map(() => 0.5), own.map(() => 0.05)]) {
      const { J } = improve(problem, shares, 500);
      expect(Math.expm1(J - Math.log(plan.K))).toBeLessThan(1e-6);
      expect(J).toBeGreaterThan(Math.log(plan.K) - 1e-3);
    }
  });
});
