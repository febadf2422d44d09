import { describe, expect, test } from 'vitest';
import {
  concentratedBlowUpTime,
  concentratedPlan,
  fragmentationPenalty,
  minimalBlowUpTime,
  plannerBlowUpTime,
  plannerPlan,
  planPath,
} from '../../../src/theory/index.ts';
import { relative } from './random.ts';

const one = { K0: 1, T0: 1, c: 1 };

describe('the planner of N labs', () => {
  /** N, σ, c, K0, t_f, t*_P, K of one lab (T0 = 1). */
  test.each([
    [2, 0.5, 1, 1, 1.2, 2.2703, 6.327672443],
    [2, 0.9, 1, 1, 1.2, 1.9168, 11.13902158],
    [2, 0.5, 2, 1, 0.5, 1.1635, 3.080270499],
    [2, 0.3, 0.5, 2, 2, 3.6233, 26.39729491],
    [3, 0.5, 1, 2, 0.8, 1.5, 11.09502787],
    [2, 0.5, 1, 5, 0.5, 1.2606, 12.53077868],
    [2, 0.1, 2, 0.3, 1.3, 2.6458, 1.446326937],
  ])(
    'chips fixed: N = %d, σ = %d, c = %d, K0 = %d, t_f = %d: t* = %d, K = %d',
    (N, sigma, c, K0, horizon, t, K) => {
      const start = { N, sigma, c, K0, T0: 1 };
      expect(Math.abs(plannerBlowUpTime(start) - t)).toBeLessThan(5.1e-5);
      expect(relative(plannerPlan({ ...start, horizon }).K, K)).toBeLessThan(2e-9);
    },
  );

  test('its turnpike is c·m·K = T̂^(1+c), at c/(1+2c)', () => {
    const plan = plannerPlan({ N: 4, sigma: 0.5, c: 0.7, K0: 3, T0: 0.2, horizon: 1, a: 1.5, b: 0.8 });
    const arc = plan.arcs.find(({ control }) => control === 'turnpike')!;
    const { K, T, q } = planPath(plan, (arc.start + arc.end) / 2);
    const m = 2.5;
    expect(relative(0.7 * m * 0.8 * K, 1.5 * (m * T) ** 1.7)).toBeLessThan(1e-13);
    expect(q).toBe(0.7 / 2.4);
  });

  /** N, σ, concentrated t*, symmetric t*, t_f, K_tot of both (K0 = T0 = 1 per lab, c = 1). */
  test.each([
    [2, 0, 2.3284271247, 3, 22.283667, 11.584553],
    [2, 0.5, 2.0785220238, 2.2703100721, 27.96422, 21.807745],
    [5, 0.2, 1.428854382, 1.9932148138, 59.174694, 30.629424],
    [5, 0.8, 1.0144597948, 1.055972506, 117.39302, 108.21762],
    [10, 0.1, 1.0749110641, 1.9167652032, 104.56032, 41.771605],
  ])('chips movable: N = %d, σ = %d blow up at %d instead of %d', (N, sigma, conc, sym, Kconc, Ksym) => {
    const start = { ...one, N, sigma };
    expect(Math.abs(concentratedBlowUpTime(start) - conc)).toBeLessThan(5.1e-11);
    expect(Math.abs(plannerBlowUpTime(start) - sym)).toBeLessThan(5.1e-11);
    const horizon = 0.7 * concentratedBlowUpTime(start);
    expect(relative(concentratedPlan({ ...start, horizon }).K, Kconc)).toBeLessThan(5e-8);
    expect(relative(N * plannerPlan({ ...start, horizon }).K, Ksym)).toBeLessThan(5e-8);
  });

  test('one lab, or all spilt, is the single lab', () => {
    expect(plannerBlowUpTime({ ...one, N: 1, sigma: 0.3 })).toBe(3);
    expect(concentratedBlowUpTime({ ...one, N: 1 })).toBe(3);
    // σ = 1: N labs with totals (1, 1).
    const split = { K0: 0.2, T0: 0.2, c: 1, N: 5, sigma: 1 };
    expect(relative(plannerBlowUpTime(split), minimalBlowUpTime(one))).toBeLessThan(1e-15);
    expect(fragmentationPenalty({ ...one, q: 0.4, N: 5, sigma: 1 })).toBe(1);
  });
});
