import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/scenario/index.ts';
import { simulate } from './harness.ts';

describe('execution noise', () => {
  it('is N(0, noise) around what the rule wants, anew each tick', () => {
    const count = 50_000;
    const simulation = simulate({
      clock: { h: 0.01, until: 0.03 },
      groups: [{ count, noise: 0.04, rule: { type: 'fixed', q: 0.5 } }],
    });
    const taken: number[][] = [];
    while (simulation.isRunning) {
      simulation.step();
      taken.push(simulation.economies[0].groups[0].q.map((q) => (q - 0.5) / 0.04) as never);
    }
    const product = (one: ArrayLike<number>, two: ArrayLike<number>) =>
      Array.from(one, (x, i) => x * two[i]).reduce((sum, x) => sum + x, 0) / count;
    const ones = new Float64Array(count).fill(1);
    for (const tick of taken) {
      // Five standard errors of mean and variance.
      expect(Math.abs(product(tick, ones))).toBeLessThan(5 / Math.sqrt(count));
      expect(Math.abs(product(tick, tick) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    }
    expect(Math.abs(product(taken[0], taken[1]))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(product(taken[1], taken[2]))).toBeLessThan(5 / Math.sqrt(count));
  });

  it.each(rules.map(({ id }) => id))('leaves every q of %s inside [0, 1], however large it is', (type) => {
    const simulation = simulate({
      clock: { h: 0.02, until: 0.4 },
      economy: { sigma: 0.1 },
      groups: [{ count: 50, K0: 0.3, T0: 0.5, noise: 1, rule: { type } }],
    });
    while (simulation.isRunning) {
      simulation.step();
      for (const q of simulation.economies[0].groups[0].q) {
        expect(q).toBeGreaterThanOrEqual(0);
        expect(q).toBeLessThanOrEqual(1);
      }
    }
    expect(simulation.economies[0].status).toBe('finished');
  });

  it('is the group’s own: one group’s noise moves no other lab', () => {
    const still = { name: 'still', count: 3, rule: { type: 'fixed', q: 0.3 } };
    const simulation = simulate({
      clock: { h: 0.05, until: 0.5 },
      groups: [{ name: 'shaky', count: 3, noise: 0.2, rule: { type: 'fixed', q: 0.3 } }, still],
    });
    simulation.run();
    const [shaky, calm] = simulation.economies[0].groups;
    expect(new Set(calm.q)).toEqual(new Set([0.3]));
    expect(new Set(shaky.q).size).toBe(3);
  });

  it('does not add up over ticks for rules that go on from their own split', () => {
    // An imitator that meets nobody means to stay where it started, for 200 ticks.
    const simulation = simulate({
      clock: { h: 0.001, until: 0.2 },
      groups: [{ count: 500, noise: 0.01, rule: { type: 'imitate', q: 0.5, rate: 0 } }],
    });
    simulation.run();
    const most = Math.max(...simulation.economies[0].groups[0].q.map((q) => Math.abs(q - 0.5)));
    expect(most).toBeLessThan(0.06);
  });
});
