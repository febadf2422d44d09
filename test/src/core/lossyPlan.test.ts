import { describe, expect, it } from 'vitest';
import { arcChips, arcShare, depreciationPlan } from '../../../src/theory/index.ts';
import { relative, simulate } from './harness.ts';

describe('the turnpike rule with depreciation', () => {
  it('on the singular curve plays its share: from c/(1+2c) with lasting training to c/(1+c) with short-lived', () => {
    for (const [c, delta, rho, T] of [
      [1, 0, 0.1, 1],
      [1, 0, 1, 1],
      [1, 0, 10, 1],
      [0.5, 0.1, 0.3, 2],
      [2, 0.2, 0.1, 1.3],
    ]) {
      const y = T ** c;
      const K0 = arcChips({ c, delta, rho, y });
      const simulation = simulate({
        clock: { h: 1e-4, until: 1e-4 },
        economy: { c, delta, rho },
        groups: [{ K0, T0: T, rule: { type: 'turnpike' } }],
      });
      simulation.advance(1);
      // A tick's drift along the curve moves the share by some h of itself.
      expect(Math.abs(simulation.economies[0].groups[0].q[0] - arcShare({ c, delta, rho, y }))).toBeLessThan(
        2e-4,
      );
    }
  });

  it('plans through a tick in which it would blow up', () => {
    const simulation = simulate({
      clock: { h: 5, until: 5 },
      economy: { rho: 0.1 },
      groups: [{ K0: 50, T0: 3, rule: { type: 'turnpike' } }],
    });
    simulation.run();
    const [economy] = simulation.economies;
    expect(economy.status).toBe('blow-up');
    const [q] = economy.groups[0].q;
    expect(q).toBeGreaterThan(0);
    expect(q).toBeLessThan(1);
  });

  it.each([
    // c, δ, ρ, K₀, T₀, t_f: plans that train or serve up to the curve, ride it and harvest.
    [1, 0.1, 0.05, 5, 1, 1.2],
    [0.5, 0.2, 0, 0.3, 1, 5],
    [2, 0, 0.3, 1, 1, 1.5],
    [1, 0.3, 0.3, 2, 1, 2],
  ])(
    'steered to t_f it comes near the optimum: c = %f, δ = %f, ρ = %f, K₀ = %f',
    (c, delta, rho, K0, T0, tf) => {
      const best = depreciationPlan({ c, delta, rho, K0, T0, horizon: tf }).K;
      const lost = (n: number) => {
        const simulation = simulate({
          clock: { h: tf / n, until: tf },
          economy: { c, delta, rho },
          groups: [{ K0, T0, rule: { type: 'turnpike', horizon: tf } }],
        });
        simulation.run();
        return 1 - simulation.economies[0].observation().K / best;
      };
      // Without losses 80 averaged ticks lose 6e-6 and 20 lose 3e-4; walking the path costs no more than that again.
      expect(lost(80)).toBeLessThan(1e-4);
      expect(lost(20)).toBeLessThan(2e-3);
      expect(lost(80)).toBeGreaterThan(-1e-9);
    },
  );

  it('is the plan without losses in the limit of none', () => {
    const q = (delta: number) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 0.05 },
        economy: { delta },
        groups: [{ K0: 3, rule: { type: 'turnpike' } }],
      });
      simulation.advance(1);
      return simulation.economies[0].groups[0].q[0];
    };
    expect(relative(q(1e-9), q(0))).toBeLessThan(1e-6);
  });
});
