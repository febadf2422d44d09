import { describe, expect, it } from 'vitest';
import { simulate } from './harness.ts';

const ln = Math.log;

describe('imitation: Fermi’s pairwise comparison', () => {
  const imitators = 100_000;
  const models = 50_000;
  const h = 0.1;

  it.each([
    // β, μ, yardstick.
    [0, 100, 'output'],
    [3, 100, 'output'],
    [3, 2, 'output'],
    [30, 100, 'output'],
    [10, 100, 'chips'],
    [1e6, 100, 'output'],
  ])('β = %f, μ = %f on %s: 10⁵ draws adopt as often as they should', (intensity, rate, yardstick) => {
    const simulation = simulate({
      seed: 11,
      clock: { h, until: 2 * h },
      groups: [
        { name: 'models', count: models, K0: 0.5, T0: 0.5, rule: { type: 'fixed', q: 0.6 } },
        {
          name: 'imitators',
          count: imitators,
          K0: 0.5,
          T0: 0.5,
          rule: { type: 'imitate', q: 0.2, rate, intensity, mutation: 0, yardstick },
        },
      ],
    });
    simulation.advance(1);
    const [model, imitator] = simulation.economies[0].groups;
    expect(new Set(imitator.q)).toEqual(new Set([0.2]));
    const growth = ({ K, T }: typeof model) =>
      (ln(K[0] / 0.5) + (yardstick === 'output' ? ln(T[0] / 0.5) : 0)) / h;
    const better = growth(model) - growth(imitator);
    simulation.advance(1);
    const adopted = imitator.q.filter((q) => q === 0.6).length;
    expect(imitator.q.filter((q) => q === 0.2).length).toBe(imitators - adopted);
    const p =
      ((1 - Math.exp(-rate * h)) * (models / (models + imitators - 1))) / (1 + Math.exp(-intensity * better));
    // Five standard errors of a binomial count.
    expect(Math.abs(adopted - p * imitators)).toBeLessThanOrEqual(5 * Math.sqrt(p * (1 - p) * imitators));
  });

  it('partners are drawn evenly from the other labs of all groups, never oneself', () => {
    // One imitator a seed meets one of four others, each with a split of its own; β = 0 adopts every second time.
    const seen = new Map<number, number>();
    const seeds = 2000;
    for (let seed = 0; seed < seeds; seed++) {
      const simulation = simulate({
        seed,
        clock: { h: 0.1, until: 0.2 },
        groups: [
          { name: 'a', rule: { type: 'fixed', q: 0.1 } },
          { name: 'b', rule: { type: 'fixed', q: 0.2 } },
          { name: 'me', rule: { type: 'imitate', q: 0.5, rate: 1e6, intensity: 0, mutation: 0 } },
          { name: 'd', rule: { type: 'fixed', q: 0.3 } },
          { name: 'e', rule: { type: 'fixed', q: 0.4 } },
        ],
      });
      simulation.advance(2);
      const [q] = simulation.economies[0].groups[2].q;
      seen.set(q, (seen.get(q) ?? 0) + 1);
    }
    const expected = new Map([
      [0.1, 1 / 8],
      [0.2, 1 / 8],
      [0.3, 1 / 8],
      [0.4, 1 / 8],
      [0.5, 1 / 2],
    ]);
    for (const [q, p] of expected)
      expect(Math.abs((seen.get(q) ?? 0) - p * seeds)).toBeLessThan(5 * Math.sqrt(p * (1 - p) * seeds));
    expect(seen.size).toBe(5);
  });

  it('is simultaneous: two labs can swap their splits, whichever group decides first', () => {
    const ends = new Map<string, number>();
    const seeds = 800;
    for (let seed = 0; seed < seeds; seed++) {
      const rule = { type: 'imitate', rate: 1e6, intensity: 0, mutation: 0 };
      const simulation = simulate({
        seed,
        clock: { h: 0.1, until: 0.2 },
        groups: [
          { name: 'x', rule: { ...rule, q: 0.2 } },
          { name: 'y', rule: { ...rule, q: 0.8 } },
        ],
      });
      simulation.advance(2);
      const key = simulation.economies[0].groups.map((group) => group.q[0]).join();
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    // Each adopts with probability ½ on its own: keep, swap, both 0.2, both 0.8 are as likely.
    expect([...ends.keys()].sort()).toEqual(['0.2,0.2', '0.2,0.8', '0.8,0.2', '0.8,0.8']);
    for (const count of ends.values())
      expect(Math.abs(count - seeds / 4)).toBeLessThan(5 * Math.sqrt((3 / 16) * seeds));
  });

  it('errs with probability ν by a normal step, reflected into [0, 1]', () => {
    const count = 40_000;
    const run = (error: number, q: number) => {
      const simulation = simulate({
        clock: { h: 0.1, until: 0.2 },
        groups: [{ count, rule: { type: 'imitate', q, rate: 1e6, intensity: 0, mutation: 0.3, error } }],
      });
      simulation.advance(2);
      return simulation.economies[0].groups[0].q;
    };
    const q = run(0.05, 0.5);
    const erring = [...q].filter((x) => x !== 0.5);
    // Half of the comparisons are adopted, 0.3 of the copies are off.
    expect(Math.abs(erring.length - 0.15 * count)).toBeLessThan(5 * Math.sqrt(0.15 * 0.85 * count));
    const variance = erring.reduce((sum, x) => sum + (x - 0.5) ** 2, 0) / erring.length;
    expect(Math.abs(variance / 0.0025 - 1)).toBeLessThan(5 * Math.sqrt(2 / erring.length));
    const atEnd = run(1, 0);
    expect(atEnd.every((x) => x >= 0 && x <= 1)).toBe(true);
    expect(atEnd.every((x) => x < 1)).toBe(true);
  });

  it('keeps to itself where there is nobody else, and μ = 0 never looks', () => {
    const rule = { type: 'imitate', q: 0.37, intensity: 0, mutation: 1, error: 1 };
    for (const group of [{ rule: { ...rule, rate: 1e6 } }, { count: 5, rule: { ...rule, rate: 0 } }]) {
      const simulation = simulate({ clock: { h: 0.05, until: 1 }, groups: [group] });
      simulation.run();
      expect(new Set(simulation.economies[0].groups[0].q)).toEqual(new Set([0.37]));
    }
  });

  it('copiers drift to the split that grows faster', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 15 },
      groups: [
        { name: 'good', count: 5, K0: 0.01, T0: 0.1, rule: { type: 'turnpike' } },
        { name: 'bad', count: 5, K0: 0.01, T0: 0.1, rule: { type: 'fixed', q: 0.9 } },
        {
          name: 'copy',
          count: 200,
          K0: 0.01,
          T0: 0.1,
          rule: { type: 'imitate', q: 0.9, intensity: 500, mutation: 0 },
        },
      ],
    });
    simulation.run();
    const q = simulation.economies[0].groups[2].q;
    expect(q.filter((x) => x < 0.5).length / q.length).toBeGreaterThan(0.9);
  });
});
