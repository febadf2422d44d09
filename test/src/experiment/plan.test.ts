import { describe, expect, test } from 'vitest';
import { Identity } from '../../../src/experiment/identity.ts';
import { Plan } from '../../../src/experiment/plan.ts';
import { applyAll } from '../../../src/scenario/index.ts';
import { experimentOf } from './sample.ts';

const planOf = (given: object) => new Plan(experimentOf(given));
const pointsOf = (plan: Plan) =>
  Array.from({ length: plan.runs }, (_, run) => plan.run(run)).map(({ values }) => values);

const c = { path: 'economy.c', kind: 'list', values: [1, 2] };

describe('a plan', () => {
  test('crosses lists and ranges, the last one fastest', () => {
    const plan = planOf({ factors: [c, { path: 'economy.s', kind: 'range', from: 0.2, to: 0.6, steps: 3 }] });
    expect(plan.runs).toBe(6);
    expect(pointsOf(plan)).toEqual([
      [1, 0.2],
      [1, 0.4],
      [1, 0.6],
      [2, 0.2],
      [2, 0.4],
      [2, 0.6],
    ]);
  });

  test('has a range with both its ends exactly, and between them equal steps or equal ratios', () => {
    const values = (scale: string) =>
      pointsOf(
        planOf({ factors: [{ path: 'economy.c', kind: 'range', from: 0.1, to: 3, steps: 7, scale }] }),
      ).map(([value]) => value as number);
    for (const scale of ['linear', 'log']) {
      const levels = values(scale);
      expect([levels[0], levels[6]]).toEqual([0.1, 3]);
      const steps = levels
        .slice(1)
        .map((x, i) => (scale === 'log' ? Math.log(x / levels[i]) : x - levels[i]));
      // Rounding of numbers near 1: a few 1e-16.
      for (const step of steps) expect(step).toBeCloseTo(steps[0], 14);
    }
  });

  test('crosses the points of a design with the lists', () => {
    const factors = [
      c,
      { path: 'economy.s', kind: 'uniform', min: 0.2, max: 0.6 },
      { path: 'groups.labs.rule.q', kind: 'choice', values: [0.1, 0.2, 0.3] },
    ];
    const plan = planOf({ factors, design: { type: 'latinHypercube', n: 6, seed: 3 } });
    const points = pointsOf(plan);
    expect(points.length).toBe(12);
    expect(points.map(([value]) => value)).toEqual(Array.from({ length: 12 }, (_, i) => 1 + (i % 2)));
    for (let i = 0; i < 12; i += 2) expect(points[i].slice(1)).toEqual(points[i + 1].slice(1));
    // One in each of six strata, so two of each of three choices.
    const choices = points.map(([, , q]) => q).sort();
    expect(choices).toEqual([0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.3, 0.3, 0.3, 0.3]);
  });

  test('has as many points as its design says', () => {
    const factors = ['economy.s', 'economy.c'].map((path) => ({ path, kind: 'uniform', min: 0.5, max: 1 }));
    const size = (design: object) => planOf({ factors, design }).points;
    expect(size({ type: 'saltelli', n: 8 })).toBe(32);
    expect(size({ type: 'saltelli', n: 8, secondOrder: true })).toBe(48);
    expect(size({ type: 'morris', n: 5 })).toBe(15);
    expect(size({ type: 'sobol', n: 16, skip: 16 })).toBe(16);
  });

  test('without factors is one point', () => {
    const plan = planOf({ replications: { count: 4 } });
    expect([plan.points, plan.runs]).toEqual([1, 4]);
  });

  test('gives every point the same seeds with common random numbers, and every run its own without', () => {
    const seeds = (commonRandomNumbers: boolean) => {
      const plan = planOf({ factors: [c], replications: { count: 3, seed: 10, commonRandomNumbers } });
      return Array.from({ length: 6 }, (_, run) => plan.run(run).seed);
    };
    expect(seeds(true)).toEqual([10, 11, 12, 10, 11, 12]);
    expect(seeds(false)).toEqual([10, 11, 12, 13, 14, 15]);
  });

  test('makes the scenario of a run: its parameters, its seed, its end', () => {
    const experiment = experimentOf({
      factors: [c, { path: 'clock.h', name: 'h', kind: 'list', values: [0.01, 0.02] }],
      stop: { ticks: 30 },
    });
    const plan = new Plan(experiment);
    const changes = [
      { path: 'economy.c', value: 2 },
      { path: 'clock.h', value: 0.02 },
      { path: 'clock.until', value: 0.6 },
      { path: 'seed', value: 1 },
    ];
    expect(plan.scenario(plan.run(3))).toEqual(applyAll(experiment.scenario, changes));
    expect(plan.parameters(plan.run(3))).toEqual({ 'economy.c': 2, h: 0.02 });
  });

  test('has no run beyond its last', () => {
    expect(() => planOf({}).run(1)).toThrow('run: got 1');
  });
});

test('the key of a run tells parameters, seeds, cores and experiments apart', () => {
  const keys = new Set<string>();
  const given = { factors: [c], replications: { count: 3 } };
  for (const [experiment, core] of [
    [experimentOf(given), 'a'],
    [experimentOf(given), 'b'],
    [experimentOf({ ...given, stop: { ticks: 3 } }), 'a'],
  ] as const) {
    const plan = new Plan(experiment);
    const identity = new Identity(experiment, core);
    for (let run = 0; run < plan.runs; run++) keys.add(identity.key(plan.run(run)));
  }
  expect(keys.size).toBe(18);
});
