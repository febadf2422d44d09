import { describe, expect, test } from 'vitest';
import { benchmarksOf, measureTable, summarise, watchAll, watchesOf } from '../../../src/measure/index.ts';
import { rowsOf } from '../core/harness.ts';
import { alone, runnerOf } from './runnerOf.ts';
import { wanderers } from './sample.ts';

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
