import { describe, expect, it } from 'vitest';
import { relative, simulate } from './harness.ts';

describe('a fork', () => {
  // The lab at T₀ = 1 earns less than its chips cost: its place goes to a copy of the other, on that one's ladder.
  const scenario = {
    clock: { h: 0.05, until: 2 },
    economy: { techniques: 'mcts', omega: 1, s: 0.5, credit: 0, entry: 1000 },
    groups: [{ count: 2, T0: { distribution: 'list', values: [1, 10] } }],
  };
  const run = (set: object) => {
    const simulation = simulate({ ...scenario, variants: [{ name: 'fork', from: 0.5, set }] });
    simulation.run();
    return simulation.economies.map((economy) => economy.hash());
  };

  it('goes on with the ladders that labs stand on by then', () => {
    const [base, fork] = run({});
    expect(fork).toBe(base);
  });

  it('that has other techniques climbs them from T₀', () => {
    const [base, fork] = run({ 'economy.techniques': 'pruning' });
    expect(fork).not.toBe(base);
    const [lone, same] = (() => {
      const simulation = simulate({
        clock: { h: 0.05, until: 3 },
        groups: [{ name: 'lab' }],
        variants: [{ name: 'fork', from: 1, set: { 'economy.techniques': 'pruning' } }],
      });
      simulation.run();
      return simulation.economies.map(({ groups }) => groups[0].K[0]);
    })();
    // T = tan(t/4 + π/4) is below T₀·10 until t = 2.75, and pruning's slope is 1 = c: so far nothing differs but its top.
    expect(same).toBeLessThan(lone);
    const K = (T: number) => 1 + (T ** 2 - 1) / 2;
    expect(relative(same, K(10) * Math.exp(5 * (3 - 4 * (Math.atan(10) - Math.PI / 4))))).toBeLessThan(1e-10);
  });
});
