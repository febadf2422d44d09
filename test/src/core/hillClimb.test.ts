import { describe, expect, it } from 'vitest';
import { simulate } from './harness.ts';

/** Splits of one lab, tick by tick, for as long as a tick is short against growth: h·T^c < 0.1. */
function splits(c: number, K0: number, T0: number, rule: object, noise = 0): number[] {
  const h = 0.01;
  const simulation = simulate({
    clock: { h, until: 1000 },
    economy: { c },
    groups: [{ K0, T0, noise, rule: { type: 'hillClimb', ...rule } }],
  });
  const [lab] = simulation.economies[0].groups;
  const taken: number[] = [];
  while (simulation.isRunning && h * lab.T[0] ** c < 0.1) {
    simulation.step();
    taken.push(lab.q[0]);
  }
  return taken;
}

const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const late = (values: number[]) => values.slice(values.length >> 1);

/** c, K₀ as a multiple of the turnpike's, first split; T₀^c = 0.1, so that a run has 700 to 8,000 ticks. */
const starts = [0.5, 1, 2, 3].flatMap((c) =>
  [
    [0.1, 0.9],
    [1, 0],
    [1, 0.5],
    [10, 0.05],
    [10, 1],
  ].map(([multiple, q]) => {
    const T0 = 0.1 ** (1 / c);
    return { c, multiple, q, T0, K0: (multiple * T0 ** (1 + c)) / c };
  }),
);

describe('hill climb', () => {
  it.each(starts)(
    'on K·T^c finds the turnpike: c = $c, K₀ $multiple times its K, q₀ = $q',
    ({ c, K0, T0, q }) => {
      const taken = splits(c, K0, T0, { q });
      expect(Math.abs(mean(late(taken)) - c / (1 + 2 * c))).toBeLessThan(0.04);
    },
  );

  it.each(starts)(
    'on K alone falls to 0: c = $c, K₀ $multiple times the turnpike’s, q₀ = $q',
    ({ c, K0, T0, q }) => {
      const taken = late(splits(c, K0, T0, { q, yardstick: 'chips' }));
      // It never stops trying: from 0 it steps up, finds growth worse, and comes back.
      expect(Math.max(...taken)).toBeLessThanOrEqual(0.05);
      expect(mean(taken)).toBeLessThan(0.02);
    },
  );

  it.each([0.02, 0.1, 0.2])('finds it with steps of %f too', (step) => {
    expect(Math.abs(mean(late(splits(1, 0.01, 0.1, { step }))) - 1 / 3)).toBeLessThan(0.04);
  });

  it('finds it although the hand trembles', () => {
    expect(Math.abs(mean(late(splits(1, 0.01, 0.1, {}, 0.03))) - 1 / 3)).toBeLessThan(0.04);
  });

  it('moves by one step a tick, upward first, and stays in [0, 1]', () => {
    const taken = splits(1, 0.1, 0.1, { q: 0.5, step: 0.25 });
    expect(taken.slice(0, 2)).toEqual([0.5, 0.75]);
    for (let i = 1; i < taken.length; i++) expect([0, 0.25]).toContain(Math.abs(taken[i] - taken[i - 1]));
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...taken)).toBeLessThanOrEqual(1);
  });

  it.each([
    // Chips that decay, and training that makes nothing cheaper beyond T = 0.5.
    [{ Tmax: 0.5, delta: 0.1 }],
    // Output that sells for less and less: revenue and output drift apart.
    [{ elasticity: 1.5 }],
    // Money from outside, and a fab that cannot keep up.
    [{ f: 0.05, F: 0.1, gF: 0.2 }],
  ])('on K alone falls to 0 in other markets too: %j', (economy) => {
    const simulation = simulate({
      clock: { h: 0.02, until: 20 },
      economy,
      groups: [{ K0: 0.1, T0: 0.3, rule: { type: 'hillClimb', yardstick: 'chips' } }],
    });
    const taken: number[] = [];
    while (simulation.isRunning) {
      simulation.step();
      taken.push(simulation.economies[0].groups[0].q[0]);
    }
    expect(mean(late(taken))).toBeLessThan(0.03);
  });
});
