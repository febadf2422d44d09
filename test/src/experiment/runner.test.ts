import { describe, expect, test } from 'vitest';
import { Simulation } from '../../../src/core/index.ts';
import { Runner } from '../../../src/experiment/runner.ts';
import { benchmarksOf, measureTable, summarise, watchAll, watchesOf } from '../../../src/measure/index.ts';
import { core, rowsOf } from '../core/harness.ts';
import { experimentOf, wanderers } from './sample.ts';

const runnerOf = (given: object) => new Runner(core, experimentOf(given));

/** The planned scenario of a run in a simulation of its own. */
const alone = (runner: Runner, run: number) =>
  new Simulation(core, runner.plan.scenario(runner.plan.run(run)));

/** One Euler tick carries K from 1e20 beyond the range of doubles. */
const overflowing = {
  clock: { h: 1, until: 400, method: 'euler' },
  economy: { c: 5 },
  groups: [
    {
      name: 'labs',
      rule: { type: 'fixed', q: 0.5 },
      K0: { distribution: 'lognormal', median: 1e20, spread: 1 },
    },
  ],
};

const many = {
  factors: [{ path: 'economy.c', kind: 'range', from: 0.5, to: 1.5, steps: 3 }],
  replications: { count: 2 },
};

describe('a run of a sweep', () => {
  test('has the measures of the same run by itself, whatever ran before it in the same instance', () => {
    const summary = [
      'ticks',
      't',
      'K',
      'T',
      'q',
      'blowUpTime',
      'efficiency',
      'delay',
      'envelope',
      'labs',
      'stateHash',
      'stepError',
      'projectedBlowUpTime',
      'groups.labs.K',
    ];
    const runner = runnerOf({ ...many, measures: { summary } });
    for (const run of [5, 0, 3]) {
      const simulation = alone(runner, run);
      const benchmarks = benchmarksOf(simulation);
      simulation.run();
      const whole = summarise(simulation, benchmarks);
      const { economies, failure } = runner.run(run);
      expect(failure).toBeNull();
      expect(economies.length).toBe(1);
      const { 'groups.labs.K': K, ...values } = economies[0].values;
      expect(whole).toMatchObject(values);
      expect(K).toBe(whole.groups.labs.K);
      expect(economies[0].status).toBe(whole.status);
    }
  });

  test('has the measures of a run that is followed tick by tick, where they are asked for', () => {
    const names = measureTable.map(({ id }) => id);
    const runner = runnerOf({
      ...many,
      scenario: 'figure-1',
      stop: { t: 2.5 },
      measures: { summary: names, series: { every: 10, of: ['growthRate', 'hhi'] } },
    });
    const simulation = alone(runner, 3);
    const [watch] = watchesOf(simulation, benchmarksOf(simulation));
    const growth: number[] = [];
    watchAll(simulation, [watch], ({ tick }) => tick % 10 === 0 && growth.push(watch.look().growth));
    const finite = (x: number) => (Number.isFinite(x) ? x : null);
    const { measures } = watch.measured();
    const [{ values, series }] = runner.run(3).economies;
    expect(values).toEqual(Object.fromEntries(names.map((name, i) => [name, finite(measures[i])])));
    expect([...series!].filter((_, i) => i % 4 === 2)).toEqual(growth);
    expect(values.projectedBlowUp).toBeGreaterThan(2.5);
  });

  test('says which run it was', () => {
    const runner = runnerOf(many);
    expect(runner.run(3)).toMatchObject({
      run: 3,
      point: 1,
      replication: 1,
      seed: 2,
      parameters: { 'economy.c': 1 },
    });
    expect(runner.run(3)).toEqual(runner.run(3));
    expect(runner.run(3).key).not.toBe(runner.run(4).key);
  });

  test.each([1, 7, 50, 1000])('keeps every %i-th tick, the first and the last', (every) => {
    const runner = runnerOf({ measures: { series: { every, of: ['K', 'T', 'q', 'groups.labs.maxK'] } } });
    const rows = rowsOf(alone(runner, 0)).filter(
      ({ tick, status }) => tick % every === 0 || status !== 'running',
    );
    const expected = rows.flatMap((row) => [row.tick, row.t, row.K, row.T, row.q, row.groups[0].maxK]);
    expect([...runner.run(0).economies[0].series!]).toEqual(expected);
  });

  test('has every economy of its scenario, each with its own series', () => {
    const scenario = {
      ...wanderers,
      variants: [{ name: 'slow', set: { 'clock.h': 0.1, 'economy.c': 0.6 } }],
    };
    const runner = runnerOf({
      scenario,
      measures: { summary: ['ticks', 'stateHash'], series: { every: 2, of: ['K'] } },
    });
    const { economies } = runner.run(0);
    expect(economies.map(({ economy, values }) => [economy, values.ticks])).toEqual([
      ['base', 50],
      ['slow', 5],
    ]);
    const simulation = alone(runner, 0);
    simulation.run();
    expect(economies.map(({ values }) => values.stateHash)).toEqual(
      simulation.economies.map((e) => e.hash()),
    );
    const ticks = [...economies[1].series!].filter((_, i) => i % 3 === 0);
    expect(ticks).toEqual([0, 2, 4, 5]);
  });
});

describe('runs made together', () => {
  const measures = {
    summary: ['ticks', 't', 'K', 'q', 'maxQ', 'delay', 'total.revenue', 'stateHash', 'substeps', 'stepError'],
  };
  const cBy = (values: readonly unknown[]) => [{ path: 'economy.c', kind: 'list', values }];

  test.each([
    ['that differ by seed and by c', { factors: cBy([0.5, 1, 1.5]), replications: { count: 12 } }],
    [
      'with time series',
      {
        replications: { count: 9 },
        measures: { ...measures, series: { every: 7, of: ['K', 'labs', 'groups.labs.q'] } },
      },
    ],
    [
      'some of them with mechanisms',
      { factors: [{ path: 'economy.delta', kind: 'list', values: [0, 0.1, 0, 0.2, 0] }] },
    ],
    [
      'some of them refused',
      {
        factors: [{ path: 'economy.c', kind: 'normal', mean: 1, spread: 3 }],
        design: { type: 'random', n: 30, seed: 1 },
      },
    ],
    [
      'with variants',
      {
        scenario: { ...wanderers, variants: [{ name: 'slow', set: { 'clock.h': 0.1, 'economy.c': 0.6 } }] },
        replications: { count: 5 },
        measures: { summary: ['ticks', 'stateHash'], series: { every: 2, of: ['K'] } },
      },
    ],
    [
      'with forks, which go by themselves',
      {
        scenario: { ...wanderers, variants: [{ name: 'later', from: 0.25, set: { 'economy.c': 1.5 } }] },
        replications: { count: 5 },
      },
    ],
    ['that end by their chips, which go by themselves', { stop: { K: 1.5 }, replications: { count: 4 } }],
    [
      'that are followed, which go by themselves',
      { measures: { summary: ['growthRate'] }, replications: { count: 3 } },
    ],
    [
      'of different length',
      {
        factors: [{ path: 'clock.until', kind: 'list', values: [0.5, 0.2, 3, 0.02] }],
        replications: { count: 6 },
      },
    ],
    ['that fail', { scenario: overflowing, replications: { count: 3 } }],
  ])('%s have the records of each alone', (_, given) => {
    const runner = runnerOf({ measures, ...given });
    const numbers = Array.from({ length: runner.plan.runs }, (__, i) => i).reverse();
    // Twice: the first of the first is made alone, to see what a run takes.
    runner.runFor(numbers, Number.POSITIVE_INFINITY);
    expect(runner.runFor(numbers, 1e9)).toEqual(numbers.map((number) => runner.run(number)));
  });
});

test('a fork is looked at from the tick at which it leaves the base, and ends by itself', () => {
  const scenario = { ...wanderers, variants: [{ name: 'later', from: 0.25, set: { 'economy.c': 1.5 } }] };
  const runner = runnerOf({
    scenario,
    measures: { summary: ['ticks', 'stateHash'], series: { every: 10, of: ['K'] } },
  });
  const { economies, failure } = runner.run(0);
  expect(failure).toBeNull();
  const ticks = economies.map(({ series }) => [...series!].filter((_, i) => i % 3 === 0));
  expect(ticks).toEqual([
    [0, 10, 20, 30, 40, 50],
    [30, 40, 50],
  ]);
  const simulation = alone(runner, 0);
  simulation.run();
  expect(economies.map(({ values }) => values.stateHash)).toEqual(simulation.economies.map((e) => e.hash()));
});

describe('a stop rule', () => {
  const growth = {
    scenario: 'figure-1',
    measures: { summary: ['K', 't', 'ticks', 'blowUpTime'], series: { of: ['K'] } },
  };

  test('K ends a run with the first tick that reaches it', () => {
    const runner = runnerOf({ ...growth, stop: { K: 5 } });
    const [{ status, values, series }] = runner.run(0).economies;
    expect(status).toBe('stopped');
    const Ks = [...series!].filter((_, i) => i % 3 === 2);
    expect(values.K).toBe(Ks.at(-1));
    expect(Ks.at(-1)).toBeGreaterThanOrEqual(5);
    expect(Ks.at(-2)).toBeLessThan(5);
    expect(values.blowUpTime).toBeNull();
  });

  test('K ends each economy by itself, while the others go on', () => {
    const scenario = {
      clock: { h: 0.05, until: 2 },
      groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
      variants: [{ name: 'idle', set: { 'groups.lab.rule.q': 0.99 } }],
    };
    const { economies } = runnerOf({ scenario, stop: { K: 3 }, measures: { summary: ['K', 'ticks'] } }).run(
      0,
    );
    expect(economies.map(({ status }) => status)).toEqual(['stopped', 'finished']);
    expect(economies[0].values.K).toBeLessThan(4);
    expect(economies[1].values.ticks).toBe(40);
  });

  test('t and ticks are ends of the clock, and blowUp goes on to the singularity', () => {
    const of = (stop: object) => runnerOf({ ...growth, stop }).run(0).economies[0];
    expect(of({ t: 1 })).toMatchObject({ status: 'finished', values: { t: 1 } });
    expect(of({ ticks: 7 })).toMatchObject({ status: 'finished', values: { ticks: 7 } });
    const { status, values } = runnerOf({
      ...growth,
      scenario: { clock: { until: 1 } },
      measures: {},
      stop: { blowUp: true },
    }).run(0).economies[0];
    expect([status, values.blowUpTime !== null]).toEqual(['blow-up', true]);
  });
});

describe('a failed run is a record', () => {
  test('where drawn parameters are illegal: stage scenario, with the parameter and what is allowed', () => {
    const runner = runnerOf({
      factors: [{ path: 'economy.c', kind: 'normal', mean: 1, spread: 3 }],
      design: { type: 'random', n: 40, seed: 1 },
    });
    const records = Array.from({ length: 40 }, (_, run) => runner.run(run));
    const failed = records.filter(({ failure }) => failure);
    // P(0.05 ≤ c ≤ 5) = 0.53 for N(1, 3).
    expect(failed.length).toBeGreaterThan(5);
    expect(failed.length).toBeLessThan(35);
    for (const { parameters, economies, failure } of failed) {
      expect(economies).toEqual([]);
      expect(failure).toMatchObject({ stage: 'scenario', economy: null, tick: null });
      expect(failure!.reason).toBe(
        `economy.c: got ${parameters['economy.c']}; allowed: a number from 0.05 to 5`,
      );
    }
  });

  test('where a stock turns non-finite: stage run, with economy, tick, lab and quantity; the others of its run are kept', () => {
    // Euler's one step of 1e3 from 1e30 leaves the range of doubles.
    const scenario = {
      clock: { h: 1000, until: 5000, method: 'euler' },
      economy: { c: 5 },
      groups: [{ name: 'giants', count: 2, K0: 1e30, T0: 1e30, rule: { type: 'fixed', q: 0.5 } }],
      variants: [
        {
          name: 'small',
          set: { 'groups.giants.K0': 1e-9, 'economy.a': 1e-6, 'economy.b': 1e-6, 'groups.giants.T0': 1 },
        },
      ],
    };
    const { economies, failure } = runnerOf({ scenario, measures: { summary: ['ticks'] } }).run(0);
    expect(failure).toMatchObject({ stage: 'run', economy: 'base' });
    expect(failure!.tick).toBeGreaterThan(0);
    expect(failure!.reason).toMatch(/^[KT] of lab \d in group giants is not finite after tick \d+/);
    expect(economies.map(({ status }) => status)).toEqual(['failed', 'finished']);
  });

  test('and the next run has an instance that is as good as new', () => {
    const given = {
      factors: [{ path: 'groups.labs.K0', kind: 'list', values: [0.1, 0.2] }],
      measures: { summary: ['stateHash'] },
    };
    const runner = runnerOf(given);
    const fresh = runner.run(1);
    const { scenario } = runner.plan;
    runner.plan.scenario = () => {
      throw new Error('something else');
    };
    expect(runner.run(0).failure).toMatchObject({ stage: 'scenario', reason: 'something else' });
    runner.plan.scenario = scenario;
    expect(runner.run(1)).toEqual(fresh);
  });
});
