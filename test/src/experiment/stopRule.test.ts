import { describe, expect, test } from 'vitest';
import { runnerOf } from './runnerOf.ts';

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
