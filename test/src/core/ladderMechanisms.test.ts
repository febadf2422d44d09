import { describe, expect, it } from 'vitest';
import { relative, rowsOf, simulate } from './harness.ts';
import { lab } from './oneLab.ts';

describe('a technique ladder among other mechanisms', () => {
  const growth = (economy: object, group: object = {}) => {
    const [before, last] = rowsOf(lab(economy, group, { until: 4 })).slice(-2);
    return Math.log(last.K / before.K) / 0.05 / 0.5;
  };

  it('is climbed by T̂: after T_max', () => {
    // 10^1.6 at the end of MCTS, then overtraining's slope up to T_max = 60.
    const G = 10 ** 1.6 * (60 / 10 ** 1.6) ** (0.7 / 1.2);
    expect(relative(growth({ techniques: 'mcts,scaling-policy', Tmax: 60 }), G)).toBeLessThan(1e-10);
  });

  it('is what a contest on quality compares', () => {
    const simulation = simulate({
      clock: { h: 1e-7, until: 1 },
      economy: { theta: 2, contest: 'quality', sigma: 1 },
      // T̂ = 50 for both: 10^1.6·(50/10^1.6)^0.58 = 45.5 against 10·49 at the top of pruning.
      groups: [
        { name: 'x', T0: 1, techniques: 'mcts,scaling-policy', rule: { type: 'fixed', q: 0 } },
        { name: 'y', T0: 49, techniques: 'pruning', rule: { type: 'fixed', q: 0.9 } },
      ],
    });
    simulation.step();
    const { groups, revenue } = simulation.economies[0].observation();
    const x = 10 ** 1.6 * (50 / 10 ** 1.6) ** (0.7 / 1.2);
    expect(groups[0].revenue / revenue).toBeCloseTo(x ** 2 / (x ** 2 + 50 ** 2), 6);
  });

  it('is what rivals see of one another: on its first rung they respond as to T^c', () => {
    const run = (economy: object) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 1 },
        economy: { contest: 'quality', ...economy },
        groups: [
          { count: 3, T0: { distribution: 'list', values: [0.5, 1, 2] }, rule: { type: 'bestResponse' } },
        ],
      });
      simulation.run();
      const [{ K, q }] = simulation.economies[0].groups;
      return [...K, ...q];
    };
    expect(run({ techniques: 'mcts' })).toEqual(run({ c: 1 }));
    // Where the rungs have no length labs are judged by T₀ for ever, and respond to that.
    expect(run({ techniques: 'mcts', Tperfect: 0.1 })).not.toEqual(run({ c: 1 }));
  });

  it('is climbed by Euler’s steps too', () => {
    const simulation = lab({ techniques: 'mcts' }, { T0: 1 }, { method: 'euler', h: 0.5, until: 6 });
    const rows = rowsOf(simulation);
    let [K, T] = [1, 1];
    for (const row of rows.slice(1)) {
      const G = Math.min(T, 10 ** 1.6);
      [K, T] = [K + 0.25 * K * G, T + 0.25 * K];
      expect(relative(row.K, K)).toBeLessThan(1e-13);
      expect(relative(row.T, T)).toBeLessThan(1e-13);
    }
    expect(T).toBeGreaterThan(10 ** 1.6);
  });

  it('a newcomer climbs its model’s ladder: without spread the two never part', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 2.2 },
      economy: { techniques: 'mcts', omega: 1, s: 0.5, credit: 0, entry: 1000, entrySpread: 0 },
      // The lab at T₀ = 1 earns less than its chips cost and leaves; that at 10 stays, and is copied.
      groups: [{ count: 2, T0: { distribution: 'list', values: [1, 10] } }],
    });
    const [{ K, T }] = simulation.economies[0].groups;
    simulation.step();
    simulation.step();
    expect(T[0]).toBe(T[1]);
    simulation.run();
    expect(T[0]).toBeGreaterThan(10 ** 2.6);
    expect([K[0], T[0]]).toEqual([K[1], T[1]]);
  });
});
