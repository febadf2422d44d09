import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  envelope,
  minimalBlowUpTime,
  optimalPlan,
  optimalSplit,
  planPath,
} from '../../../src/theory/index.ts';
import { problems, relative, SEED, uniform } from './random.ts';

describe('planPath(plan, t)', () => {
  test('starts at the start, ends at the plan’s K, and never rises above the envelope', () => {
    fc.assert(
      fc.property(problems(0.9), uniform(0, 1), ({ start, a, b, part }, when) => {
        const input = { ...start, a, b };
        const plan = optimalPlan({ ...input, horizon: part * minimalBlowUpTime(input) });
        expect(planPath(plan, 0).K).toBe(start.K0);
        expect(relative(planPath(plan, plan.horizon).K, plan.K)).toBeLessThan(2e-12);
        const t = when * plan.horizon;
        expect(planPath(plan, t).K).toBeLessThanOrEqual(envelope(input, t) * (1 + 2e-12));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('the feedback law plays the plan', () => {
    fc.assert(
      fc.property(problems(), uniform(0.001, 0.999), ({ start, a, b, part }, when) => {
        const input = { ...start, a, b };
        const plan = optimalPlan({ ...input, horizon: part * minimalBlowUpTime(input) });
        const t = when * plan.horizon;
        // Within rounding of a switch either side may be right.
        fc.pre(
          plan.arcs.every(
            ({ start: s, end }) => Math.abs(t - s) + Math.abs(t - end) > (end - s) * (1 - 1e-9),
          ),
        );
        fc.pre(plan.arcs.every(({ start: s }) => Math.abs(t - s) > 1e-9 * plan.horizon || s === 0));
        const { K, T, q } = planPath(plan, t);
        expect(optimalSplit({ K, T, timeToGo: plan.horizon - t, c: start.c, a, b })).toBe(q);
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  test('is Infinity at the blow-up and refuses times beyond the horizon', () => {
    const plan = optimalPlan({ K0: 1, T0: 1, c: 1, horizon: 5 });
    expect(planPath(plan, 3)).toMatchObject({ K: Number.POSITIVE_INFINITY, q: 1 / 3 });
    expect(() => planPath(plan, 5.1)).toThrow(new RangeError('t: got 5.1; allowed: a number from 0 to 5'));
  });

  test('at a switch the later control counts, at the horizon the last', () => {
    const plan = optimalPlan({ K0: 10, T0: 1, c: 1, horizon: 0.3 });
    const cut = plan.arcs[1]!.start;
    expect(planPath(plan, cut).q).toBe(0);
    expect(planPath(plan, cut * 0.999).q).toBe(1);
    expect(planPath(plan, 0.3).q).toBe(0);
  });
});
