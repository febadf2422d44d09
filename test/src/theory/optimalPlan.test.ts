import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averagedSplit,
  envelope,
  flow,
  minimalBlowUpTime,
  minimalTimePlan,
  optimalPlan,
  optimalSplit,
  type Plan,
  planPath,
  turnpikeChips,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

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

/** A random start and a horizon within a share of its least blow-up time. */
const problems = (latest = 0.95) =>
  fc.record({
    start: starts(),
    a: logUniform(0.1, 10),
    b: logUniform(0.1, 10),
    part: fc.oneof(uniform(0.001, latest), logUniform(1e-6, latest)),
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

describe('averagedSplit(…)', () => {
  const plan = { K: 10, T: 1, c: 1, horizon: 0.9 };

  test('averages the arcs a tick covers', () => {
    const t_a = (Math.sqrt(10) - 1) / 10;
    expect(averagedSplit({ ...plan, h: 0.1 })).toBe(1);
    expect(relative(averagedSplit({ ...plan, h: 0.5 }), (t_a + (0.5 - t_a) / 3) / 0.5)).toBeLessThan(1e-15);
  });

  test('counts 0 after the horizon and the turnpike’s share after a blow-up', () => {
    expect(relative(averagedSplit({ ...plan, horizon: 0.3, h: 1 }), 0.1)).toBeLessThan(1e-14);
    expect(averagedSplit({ ...plan, horizon: 0, h: 1 })).toBe(0);
    const endless = averagedSplit({ K: 1, T: 1, c: 1, horizon: Number.POSITIVE_INFINITY, h: 10 });
    expect(relative(endless, 1 / 3)).toBeLessThan(1e-15);
    expect(relative(averagedSplit({ K: 1, T: 1, c: 1, horizon: 5, h: 10 }), 1 / 6)).toBeLessThan(1e-15);
  });

  test('is the average of the path’s q', () => {
    fc.assert(
      fc.property(problems(), logUniform(0.01, 1), ({ start, a, b, part }, tick) => {
        const input = { ...start, a, b };
        const horizon = part * minimalBlowUpTime(input);
        const h = tick * horizon;
        const path = optimalPlan({ ...input, horizon });
        const n = 1000;
        let sum = 0;
        for (let i = 0; i < n; i++) sum += planPath(path, ((i + 0.5) * h) / n).q;
        const average = averagedSplit({ K: start.K0, T: start.T0, c: start.c, a, b, horizon, h });
        // A midpoint sum over two jumps of at most 1.
        expect(Math.abs(average - sum / n)).toBeLessThan(1.5 / n);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('played tick by tick it loses little, and the loss falls with the tick', () => {
    const best = optimalPlan({ K0: 10, T0: 1, c: 1, horizon: 0.9 }).K;
    const losses = [10, 20, 40, 80].map((n) => {
      let K = 10;
      let T = 1;
      const h = 0.9 / n;
      for (let i = 0; i < n; i++) {
        const q = averagedSplit({ K, T, c: 1, horizon: 0.9 - i * h, h });
        ({ K, T } = flow({ K0: K, T0: T, c: 1, q, t: h }));
      }
      return 1 - K / best;
    });
    // Two printed digits of the check table.
    for (const [i, expected] of [3.2e-3, 3.2e-4, 5.3e-5, 5.6e-6].entries())
      expect(losses[i]! / expected).toBeCloseTo(1, 1);
  });
});
