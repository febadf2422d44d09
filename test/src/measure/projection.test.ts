import { describe, expect, it } from 'vitest';
import { benchmarksOf, projectedBlowUp } from '../../../src/measure/index.ts';
import { relative, simulate } from '../core/harness.ts';

describe('projected blow-up', () => {
  it('of labs that keep their split is the located one, from any tick on', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 4 },
      economy: { c: 0.8 },
      groups: [
        { name: 'x', rule: { type: 'fixed', q: 0.3 } },
        { name: 'y', K0: 0.5, rule: { type: 'fixed', q: 0.6 } },
      ],
    });
    simulation.step();
    const early = projectedBlowUp(simulation.economies[0]);
    simulation.advance(20);
    const late = projectedBlowUp(simulation.economies[0]);
    simulation.run();
    const located = simulation.economies[0].blowUpTime as number;
    expect(relative(early, located)).toBeLessThan(1e-9);
    expect(relative(late, located)).toBeLessThan(1e-9);
  });

  it('with spillover is exact for labs that grow alike', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 6 },
      economy: { sigma: 0.4 },
      groups: [{ count: 7, K0: 1 / 7, T0: 1 / 7, rule: { type: 'fixed', q: 0.4 } }],
    });
    simulation.step();
    const projected = projectedBlowUp(simulation.economies[0]);
    simulation.run();
    expect(relative(projected, simulation.economies[0].blowUpTime as number)).toBeLessThan(1e-9);
  });

  it('of unlike labs that share everything is the located one', () => {
    const simulation = simulate({
      clock: { h: 0.05, until: 6 },
      economy: { sigma: 1 },
      groups: [0.1, 0.4, 0.8].map((q) => ({
        name: `q ${q}`,
        count: 20,
        K0: 1 / 60,
        T0: 1 / 60,
        rule: { type: 'fixed', q },
      })),
    });
    simulation.step();
    const projected = projectedBlowUp(simulation.economies[0]);
    simulation.run();
    const located = simulation.economies[0].blowUpTime as number;
    // Everything is shared, so one clock serves all: exact but for the quadrature's 97 nodes.
    expect(relative(projected, located)).toBeLessThan(1e-7);
    expect(projected).toBeGreaterThan(benchmarksOf(simulate(simulation.scenario))[0].blowUpTime);
  });

  it('is infinite where nobody trains or nobody serves, and under frictions the formula does not know', () => {
    for (const scenario of [
      { groups: [{ rule: { type: 'fixed', q: 0 } }] },
      { groups: [{ rule: { type: 'fixed', q: 1 } }] },
      { economy: { delta: 0.1 } },
    ]) {
      const simulation = simulate(scenario);
      simulation.step();
      expect(projectedBlowUp(simulation.economies[0])).toBe(Number.POSITIVE_INFINITY);
    }
  });
});
