import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  flow,
  minimalBlowUpTime,
  minimalTimePlan,
  optimalPlan,
  optimalSplit,
  type Plan,
  planPath,
  turnpikeChips,
} from '../../../src/theory/index.ts';
import { problems, relative, SEED } from './random.ts';

/** c, K0, T0, horizon, case, K, switching times: direct transcription with 8000 steps agrees to 1e-9. */
const TABLE = [
  [0.5, 1, 1, 4, 'B2', 440.76982848, [Math.LN2, 3.76895]],
  [0.5, 20, 1, 1.8, 'A2', 10790.6908259, [0.18208, 1.72043]],
  [0.5, 20, 1, 0.5, 'A1', 40.3602538823, [0.13333]],
  [0.5, 0.2, 1, 5.5, 'B2', 283.932413928, [Math.LN10, 5.23247]],
  [1, 1, 1, 2.5, 'A2', 43.4925092553, [2.25]],
  [1, 10, 1, 0.3, 'A1', 14.9182469764, [0.1]],
  [1, 10, 1, 0.9, 'A2', 154.936691935, [0.21623, 0.76754]],
  [1, 10, 1, 0.05, 'A0', 10.5127109638, []],
  [1, 0.1, 1, 2, 'B0', 0.738905609893, []],
  [1, 0.1, 1, 4.5, 'B2', 16.8799942842, [Math.LN10, 4.09871]],
  [1, 0.1, 2, 2.5, 'B2', 15.2481501491, [1.84444, 2.07778]],
  [2, 1, 1, 1.5, 'A2', 12.8878267899, [0.25992, 1.27679]],
  [2, 5, 1, 0.5, 'A2', 17.8473537159, [0.23089, 0.32034]],
  [2, 5, 1, 0.25, 'A1', 7.00719804196, [0.1]],
  [2, 0.05, 1, 4, 'B2', 3.47267980386, [Math.LN10, 3.46494]],
  [2, 0.05, 1, 3, 'B0', 1.00427684616, []],
] as const;

describe('optimalPlan(…)', () => {
  test.each(TABLE)(
    'c = %d, K0 = %d, T0 = %d, horizon %d: %s, K = %d',
    (c, K0, T0, horizon, name, K, switches) => {
      const plan = optimalPlan({ K0, T0, c, horizon });
      expect(plan.case).toBe(name);
      // Twelve printed digits.
      expect(relative(plan.K, K)).toBeLessThan(6e-12);
      const found = plan.arcs.slice(1).map(({ start }) => start);
      expect(found.length).toBe(switches.length);
      for (const [i, t] of switches.entries()) expect(Math.abs(found[i]! - t)).toBeLessThan(6e-6);
    },
  );

  test('K0 = T0 = c = 1: a start on the curve rides it at once', () => {
    const early = optimalPlan({ K0: 1, T0: 1, c: 1, horizon: 1 });
    expect(early.case).toBe('A0');
    expect(relative(early.K, Math.E)).toBeLessThan(1e-15);
    const plan = optimalPlan({ K0: 1, T0: 1, c: 1, horizon: 2.5 });
    expect(plan.arcs).toEqual([
      { control: 'turnpike', q: 1 / 3, start: 0, end: 2.25 },
      { control: 'grow', q: 0, start: 2.25, end: 2.5 },
    ]);
    // Printed digits; 4e-7 for the seven of the last.
    for (const [horizon, K] of [
      [1.5, 4.8325010284],
      [2, 10.8731273138],
      [2.9, 1087.3127313836],
      [2.99, 108731.2731383664],
      [2.97, 12081.25],
    ] as const)
      expect(relative(optimalPlan({ K0: 1, T0: 1, c: 1, horizon }).K, K)).toBeLessThan(
        K === 12081.25 ? 4e-7 : 5e-11,
      );
  });

  test('a horizon past the least blow-up time gives Infinity, approach and turnpike', () => {
    for (const horizon of [3, 4, Number.POSITIVE_INFINITY]) {
      const plan = optimalPlan({ K0: 0.5, T0: 2, c: 1, horizon: horizon * 2 });
      expect(plan.case).toBe('blowup');
      expect(plan.K).toBe(Number.POSITIVE_INFINITY);
      expect(plan.arcs.map(({ control }) => control)).toEqual(['grow', 'turnpike']);
      expect(plan.arcs.at(-1)!.end).toBe(plan.blowUpTime);
    }
  });

  test('a horizon of 0 leaves everything as it is', () => {
    for (const K0 of [0.1, 1, 10]) {
      const plan = optimalPlan({ K0, T0: 1, c: 1, horizon: 0 });
      expect(plan.K).toBe(K0);
      expect(plan.arcs).toEqual([]);
      expect(planPath(plan, 0)).toEqual({ K: K0, T: 1, q: 0 });
    }
  });

  test('T0 = 0 trains first at every horizon', () => {
    const plan = optimalPlan({ K0: 1, T0: 0, c: 1, horizon: 1 });
    expect(plan.case).toBe('A1');
    expect(plan.arcs[0]).toEqual({ control: 'train', q: 1, start: 0, end: 0.5 });
    expect(relative(plan.K, Math.exp(0.25))).toBeLessThan(1e-15);
  });
});

describe('a plan’s arcs', () => {
  test('follow one another from 0 to the horizon', () => {
    fc.assert(
      fc.property(problems(1.2), ({ start, a, b, part }) => {
        const input = { ...start, a, b };
        const {
          arcs,
          horizon,
          case: name,
          blowUpTime,
        } = optimalPlan({
          ...input,
          horizon: part * minimalBlowUpTime(input),
        });
        let at = 0;
        for (const arc of arcs) {
          expect(arc.start).toBe(at);
          expect(arc.end).toBeGreaterThan(arc.start);
          at = arc.end;
        }
        expect(at).toBe(name === 'blowup' ? blowUpTime : horizon);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('played by the exact flow give the plan’s K: the bound is attained', () => {
    fc.assert(
      fc.property(problems(0.9), ({ start, a, b, part }) => {
        const input = { ...start, a, b };
        const plan = optimalPlan({ ...input, horizon: part * minimalBlowUpTime(input) });
        let K0 = start.K0;
        let T0 = start.T0;
        for (const arc of plan.arcs) {
          const after = flow({ K0, T0, c: start.c, q: arc.q, t: arc.end - arc.start, a, b });
          K0 = after.K;
          T0 = after.T;
        }
        // The turnpike magnifies an error on arrival by up to (1+c)/c·t*/(t*−t) = 110.
        expect(relative(K0, plan.K)).toBeLessThan(2e-12);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('the last one multiplies K by exactly e after the turnpike', () => {
    fc.assert(
      fc.property(problems(), ({ start, part }) => {
        const plan = optimalPlan({ ...start, horizon: part * minimalBlowUpTime(start) });
        fc.pre(plan.case === 'A2' || plan.case === 'B2');
        const leave = planPath(plan, plan.arcs.at(-1)!.start);
        expect(relative(plan.K, leave.K * Math.E)).toBeLessThan(3e-12);
        expect(relative(leave.K, turnpikeChips({ T: leave.T, c: start.c }))).toBeLessThan(3e-12);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe('minimalTimePlan(…)', () => {
  test.each([
    [0.5, 1, 100, 3.556664694782],
    [0.5, 20, 30, 0.331411324868],
    [0.5, 20, 500, 1.374095985609],
    [1, 1, 100, 2.67025574586],
    [1, 10, 20, 0.426553769547],
    [1, 10, 1000, 1.060636775224],
    [1, 0.1, 50, 4.836256296675],
    [1, 0.1, 2, 2.995732273554],
    [2, 1, 100, 1.749394228983],
    [2, 5, 8, 0.302521898532],
    [2, 5, 300, 0.728426047676],
    [2, 0.05, 20, 4.55279171594],
    [1, 10, 1e8, 1.164581319813],
    [1, 10, 1e10, 1.164878089642],
    [0.5, 0.2, 1e8, 6.291220268136],
    [0.5, 0.2, 1e10, 6.300136615702],
    [2, 5, 1e8, 0.769487067701],
    [2, 5, 1e10, 0.769495213992],
  ])('c = %d, K0 = %d, T0 = 1, to %d chips: %d (dynamic programming agrees)', (c, K0, target, time) => {
    expect(Math.abs(minimalTimePlan({ K0, T0: 1, c, target }).time - time)).toBeLessThan(6e-13);
  });

  test('is optimalPlan read backwards', () => {
    fc.assert(
      fc.property(problems(0.9), ({ start, a, b, part }) => {
        const input = { ...start, a, b };
        const plan = optimalPlan({ ...input, horizon: part * minimalBlowUpTime(input) });
        fc.pre(plan.K > start.K0 * (1 + 1e-3));
        const back: Plan & { time: number } = minimalTimePlan({ ...input, target: plan.K });
        // ln(K/K0) ≥ 1e-3 is known to ε/1e-3.
        expect(relative(back.time, plan.horizon)).toBeLessThan(1e-12);
        expect(relative(planPath(back, back.horizon).K, plan.K)).toBeLessThan(2e-12);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('takes no time for what is there, and the blow-up time for Infinity', () => {
    const start = { K0: 2, T0: 1, c: 1 };
    expect(minimalTimePlan({ ...start, target: 2 })).toMatchObject({ time: 0, K: 2, arcs: [] });
    expect(minimalTimePlan({ ...start, target: 1 })).toMatchObject({ time: 0, arcs: [] });
    const all = minimalTimePlan({ ...start, target: Number.POSITIVE_INFINITY });
    expect(all.case).toBe('blowup');
    expect(all.time).toBe(minimalBlowUpTime(start));
  });
});

describe('optimalSplit(…)', () => {
  test('is 0 near the end, 1 above the curve, 0 below it, c/(1+2c) on it', () => {
    const on = { K: 4, T: 2, c: 1 };
    expect(optimalSplit({ ...on, timeToGo: 0.5 })).toBe(0);
    expect(optimalSplit({ ...on, timeToGo: 0.51 })).toBe(1 / 3);
    expect(optimalSplit({ ...on, K: 4.1, timeToGo: 10 })).toBe(1);
    expect(optimalSplit({ ...on, K: 3.9, timeToGo: 10 })).toBe(0);
    expect(optimalSplit({ ...on, K: 3.9, timeToGo: Number.POSITIVE_INFINITY, b: 4 / 3.9 })).toBe(1 / 3);
  });
});
