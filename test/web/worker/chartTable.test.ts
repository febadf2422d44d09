import { describe, expect, it } from 'vitest';
import { chartTableOf } from '../../../web/worker/chartTable.ts';
import { crowd, engineFor, scenario } from './lab.ts';

function finished(of: ReturnType<typeof scenario>) {
  const { engine, clock } = engineFor(of);
  engine.setSpeed(Number.POSITIVE_INFINITY);
  engine.play();
  clock.frames();
  return chartTableOf(engine.run!);
}

describe('the charts as a table', () => {
  it('say what is known before the run has begun', () => {
    const { times, economies } = chartTableOf(engineFor(crowd).engine.run!);
    expect(times).toEqual([0]);
    expect(economies.map(({ name }) => name)).toEqual(['base', 'open']);
    expect(economies[0].K[0]).toBeGreaterThan(0);
    expect(economies[0].q).toEqual([null]);
  });

  it('follow figure 1: K = 1/(1 − sin(t/2)), and V never below it', () => {
    const { times, economies } = finished(scenario({ clock: { h: 0.001, until: 2.5 } }));
    const [{ K, V, q }] = economies;
    times.forEach((t, row) => {
      // Straight in log K between ticks, so between two ticks off by h²·(log K)″/8: 1e-6 and less here.
      expect(K[row]! * (1 - Math.sin(t / 2))).toBeCloseTo(1, 5);
      expect(V[row]!).toBeGreaterThanOrEqual(K[row]! * (1 - 1e-6));
      expect(q[row]).toBe(t === 0 ? null : 0.5);
    });
  });

  it('have round times from 0 to the end, and no more rows than can be read', () => {
    for (const until of [0.1, 0.37, 1, 2.9, 17, 99]) {
      const labs = [{ name: 'still', rule: { type: 'fixed', q: 0 } }];
      const { times } = finished(scenario({ groups: labs, clock: { h: until / 100, until } }));
      expect(times[0]).toBe(0);
      expect(times.at(-1)).toBeCloseTo(until, 9);
      expect(times.length).toBeGreaterThanOrEqual(13);
      expect(times.length).toBeLessThanOrEqual(48);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(new Set(times).size).toBe(times.length);
    }
  });

  it('leave open what an economy did not reach', () => {
    const { times, economies } = finished(
      scenario({
        clock: { h: 0.01, until: 6 },
        variants: [{ name: 'slow', set: { 'economy.s': 0.2 } }],
      }),
    );
    const past = times.findIndex((t) => t > 3.2);
    expect(economies[0].K[past]).toBeNull();
    expect(economies[1].K[past]).toBeGreaterThan(1);
  });
});
