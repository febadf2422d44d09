import { describe, expect, it } from 'vitest';
import { benchmarksOf, measureTable, watchAll, watchesOf } from '../../../src/measure/index.ts';
import { relative, simulate } from '../core/harness.ts';

const valuesOf = (scenario: object): number[] => {
  const simulation = simulate(scenario);
  const watches = watchesOf(simulation, benchmarksOf(simulation));
  watchAll(simulation, watches);
  const measure = measureTable.find(({ id }) => id === 'presentValue')!;
  return watches.map((watch) => measure.of(watch.look()));
};

describe('the present value of payouts', () => {
  // With q = 0 chips grow at g = s·T and pay (1 − s)·T·K, less ω·K.
  const [K0, T0, s, omega, until] = [2, 0.5, 0.6, 0.1, 3];
  const serving = (h: number, r: number) =>
    valuesOf({
      clock: { h, until },
      economy: { s, omega, r },
      groups: [{ K0, T0, rule: { type: 'fixed', q: 0 } }],
    })[0];
  const exact = (r: number) =>
    ((((1 - s) * T0 - omega) * K0) / (s * T0 - r)) * Math.expm1((s * T0 - r) * until);

  it('is the discounted integral of cash, to second order in the tick', () => {
    for (const r of [0.05, 0.7]) {
      const error = relative(serving(0.1, r), exact(r));
      // Discounting a tick's cash at its middle is off by (r·h)²/24 and its slope's share of that.
      expect(error).toBeLessThan(1e-3);
      expect(error / relative(serving(0.05, r), exact(r))).toBeCloseTo(4, 0);
    }
  });

  it('falls as r rises, each group with its own, and counts a fork from its beginning', () => {
    expect(serving(0.1, 0.7)).toBeLessThan(serving(0.1, 0.05));
    const groups = (r: number | null) => [{ K0, T0, r, rule: { type: 'fixed', q: 0 } }];
    const [own] = valuesOf({ clock: { h: 0.1, until }, economy: { s, omega, r: 0.05 }, groups: groups(0.7) });
    expect(own).toBe(serving(0.1, 0.7));
    const [whole, fork] = valuesOf({
      clock: { h: 0.1, until },
      economy: { s, omega, r: 0.05 },
      groups: groups(null),
      variants: [{ name: 'fork', from: 2, set: {} }],
    });
    const before = valuesOf({
      clock: { h: 0.1, until: 2 },
      economy: { s, omega, r: 0.05 },
      groups: groups(null),
    })[0];
    expect(relative(fork, whole - before)).toBeLessThan(1e-12);
  });
});
