import { describe, expect, test } from 'vitest';
import { runnerOf } from './runnerOf.ts';

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
