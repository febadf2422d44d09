import { describe, expect, test } from 'vitest';
import {
  flow,
  labProductivity,
  nashBlowUpTime,
  nashPath,
  nashPlan,
  plannerBlowUpTime,
  plannerPlan,
  planPath,
} from '../../../src/theory/index.ts';
import { boundaries, improve, middles, type Response, value } from './bestResponse.ts';

const CASES = [2, 3, 5].flatMap((N) => [0, 0.3, 1].map((sigma) => ({ N, sigma })));

describe('no lab gains by deviating from the path-taking equilibrium', () => {
  test.each(
    CASES.flatMap((labs) => [
      { ...labs, c: 1, T0: 0.5 },
      { ...labs, c: 0.6, T0: 1.5 },
    ]),
  )('N = $N, σ = $sigma, c = $c', ({ N, sigma, c, T0 }) => {
    const start = { N, sigma, c, K0: 1, T0 };
    const horizon = 0.85 * nashBlowUpTime(start);
    const plan = nashPlan({ ...start, horizon });
    expect(plan.case).toBe('region');
    const times = boundaries(
      plan.arcs.map((arc) => arc.start),
      horizon,
    );
    const problem: Response = { times, spill: (t) => sigma * (N - 1) * nashPath(plan, t).T, c, K0: 1, T0 };
    const own = middles(times).map((t) => nashPath(plan, t).q);
    // Its own shares, held constant over each piece, come within the pieces' coarseness of its K…
    expect(value(problem, own)).toBeGreaterThan(Math.log(plan.K) - 2e-3);
    // …and what the optimiser makes of them, and of a flat start, is never above it.
    const best = [own, times.slice(1).map(() => 0.3)].map((q) => improve(problem, q, 400).J);
    for (const J of best) expect(Math.expm1(J - Math.log(plan.K))).toBeLessThan(1e-6);
    expect(Math.max(...best)).toBeGreaterThan(Math.log(plan.K) - 1e-4);
  });
});

describe('the same optimiser finds what there is to gain', () => {
  test.each(CASES.filter(({ sigma }) => sigma > 0))(
    'against labs on the planner’s path: N = $N, σ = $sigma',
    ({ N, sigma }) => {
      const start = { N, sigma, c: 1, K0: 1, T0: 0.5 };
      const horizon = 0.85 * plannerBlowUpTime(start);
      const plan = plannerPlan({ ...start, horizon });
      const times = boundaries(
        plan.arcs.map((arc) => arc.start),
        horizon,
      );
      const problem: Response = {
        times,
        spill: (t) => sigma * (N - 1) * planPath(plan, Math.min(t, horizon)).T,
        c: 1,
        K0: 1,
        T0: 0.5,
      };
      const { J } = improve(
        problem,
        middles(times).map((t) => planPath(plan, t).q),
        300,
      );
      expect(Math.expm1(J - Math.log(plan.K))).toBeGreaterThan(5e-3);
    },
  );

  test.each(CASES)('against labs that all train half: N = $N, σ = $sigma', ({ N, sigma }) => {
    const a = labProductivity({ N, sigma, c: 1 });
    const half = { K0: 1, T0: 1, c: 1, a, q: 0.5 };
    const horizon = 1.2 / a;
    const times = boundaries([], horizon);
    const spill = (t: number): number => sigma * (N - 1) * flow({ ...half, t }).T;
    const { J } = improve(
      { times, spill, c: 1, K0: 1, T0: 1 },
      times.slice(1).map(() => 0.5),
      300,
    );
    expect(Math.exp(J) / flow({ ...half, t: horizon }).K).toBeGreaterThan(1.1);
  });
});
