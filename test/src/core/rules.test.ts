import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagedSplit, optimalPlan } from '../../../src/theory/index.ts';
import { relative, simulate } from './harness.ts';

/** First split that a lab decides. */
function firstSplit(scenario: { economy?: object; group: object; h: number }): number {
  const simulation = simulate({
    clock: { h: scenario.h, until: scenario.h },
    economy: scenario.economy ?? {},
    groups: [scenario.group],
  });
  simulation.advance(1);
  return simulation.economies[0].groups[0].q[0];
}

const log = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

describe('the optimal plan, averaged over the tick', () => {
  it('is what the closed form gives: receding horizons, beliefs and states at random', () => {
    fc.assert(
      fc.property(
        log(0.1, 4),
        log(0.01, 100),
        log(0.1, 10),
        log(0.01, 10),
        log(1e-3, 0.3),
        (cHat, K0, T0, horizon, h) => {
          const expected = averagedSplit({ K: K0, T: T0, c: cHat, horizon, h });
          const got = firstSplit({ h, group: { K0, T0, cHat, rule: { type: 'recedingHorizon', horizon } } });
          // Switch times are differences of times up to t* that are divided by h: their rounding grows with t*/h.
          expect(Math.abs(got - expected)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is the turnpike for H = ∞', () => {
    fc.assert(
      fc.property(log(0.1, 4), log(0.01, 100), log(0.1, 10), log(1e-3, 0.3), (cHat, K0, T0, h) => {
        const expected = averagedSplit({ K: K0, T: T0, c: cHat, horizon: Number.POSITIVE_INFINITY, h });
        for (const rule of [{ type: 'turnpike' }, { type: 'recedingHorizon', horizon: null }])
          expect(Math.abs(firstSplit({ h, group: { K0, T0, cHat, rule } }) - expected)).toBeLessThan(1e-10);
      }),
      { numRuns: 200 },
    );
  });

  it('is 0 for a short foresight', () => {
    expect(firstSplit({ h: 0.05, group: { rule: { type: 'recedingHorizon', horizon: 0.01 } } })).toBe(0);
  });

  it.each([
    // Ticks, loss of K against the optimum: K₀ = 10, T₀ = 1, c = 1, t_f = 0.9.
    [10, 3.17e-3],
    [20, 3.18e-4],
    [40, 5.32e-5],
    [80, 5.62e-6],
  ])('steered to t_f in %i ticks it loses no more than %f against the optimum', (n, loss) => {
    const simulation = simulate({
      clock: { h: 0.9 / n, until: 0.9 },
      groups: [{ K0: 10, rule: { type: 'turnpike', horizon: 0.9 } }],
    });
    simulation.run();
    const best = optimalPlan({ K0: 10, T0: 1, c: 1, horizon: 0.9 }).K;
    const lost = 1 - simulation.economies[0].observation().K / best;
    expect(lost).toBeGreaterThan(0);
    // Three digits of the reference.
    expect(lost).toBeLessThan(loss * 1.005);
  });

  it('rides the turnpike of a believed c, not of the true one', () => {
    const simulation = simulate({
      clock: { h: 0.005, until: 1.6 },
      groups: [{ K0: 1, cHat: 2, rule: { type: 'turnpike' } }],
    });
    simulation.run();
    const { K, T, q } = simulation.economies[0].observation();
    // Its curve is ĉK = T^(1+ĉ); staying on it while K really grows at T takes (1 − q)·T = 3q·K/T. First order in h: 5 % at h = 0.02.
    expect(relative((2 * K) / T ** 3, 1)).toBeLessThan(0.02);
    expect(relative(q, 1 / (1 + 1.5 * T))).toBeLessThan(0.02);
  });

  it('counts what spills in: with σ > 0 the curve is cK·b = a·s·T·T̂^c', () => {
    const simulation = simulate({
      clock: { h: 0.01, until: 2 },
      economy: { sigma: 1, s: 0.8 },
      groups: [{ count: 4, K0: 0.3, T0: 0.3, rule: { type: 'turnpike' } }],
    });
    simulation.run();
    const { K, T } = simulation.economies[0].groups[0];
    expect(relative(K[0], 0.8 * T[0] * (4 * T[0]))).toBeLessThan(1e-3);
  });
});

describe('the other rules', () => {
  it('fixed keeps its q; parity takes ĉ/(1+ĉ)', () => {
    expect(firstSplit({ h: 0.1, group: { rule: { type: 'fixed', q: 0.123 } } })).toBe(0.123);
    expect(firstSplit({ h: 0.1, group: { cHat: 3, rule: { type: 'parity' } } })).toBe(0.75);
    expect(firstSplit({ h: 0.1, economy: { c: 0.5 }, group: { rule: { type: 'parity' } } })).toBe(0.5 / 1.5);
  });

  it('random walk moves by volatility·√h a tick and stays in [0, 1]', () => {
    const count = 20_000;
    const simulation = simulate({
      clock: { h: 0.04, until: 0.04 },
      groups: [{ count, rule: { type: 'randomWalk', q: 0.5, volatility: 0.5 } }],
    });
    simulation.advance(1);
    const q = simulation.economies[0].groups[0].q;
    const mean = q.reduce((sum, x) => sum + x, 0) / count;
    const variance = q.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
    // Standard deviation 0.5·0.2 = 0.1; five standard errors of mean (7e-4) and of variance (1e-4).
    expect(Math.abs(mean - 0.5)).toBeLessThan(3.6e-3);
    expect(Math.abs(variance - 0.01)).toBeLessThan(5e-4);
  });

  it('random walk is reflected, never stuck or clamped, at 0 and 1', () => {
    const simulation = simulate({
      clock: { h: 0.01, until: 1 },
      groups: [{ count: 2000, K0: 1e-3, T0: 1e-3, rule: { type: 'randomWalk', q: 0, volatility: 10 } }],
    });
    let least = 1;
    let most = 0;
    while (simulation.isRunning) {
      simulation.step();
      const q = simulation.economies[0].groups[0].q;
      least = Math.min(least, ...q);
      most = Math.max(most, ...q);
    }
    // A clamped walk would sit on the ends; a reflected one meets them with probability 0.
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
  });

  it('turnpike beats parity, parity beats a bad constant, from Figure 1’s start', () => {
    const blowUp = (rule: object) => {
      const simulation = simulate({ clock: { h: 0.05, until: 20 }, groups: [{ rule }] });
      simulation.run();
      return simulation.economies[0].blowUpTime as number;
    };
    const turnpike = blowUp({ type: 'turnpike' });
    expect(Math.abs(turnpike - 3)).toBeLessThan(1e-6);
    expect(Math.abs(blowUp({ type: 'parity' }) - Math.PI)).toBeLessThan(1e-9);
    expect(blowUp({ type: 'fixed', q: 0.9 })).toBeGreaterThan(Math.PI);
  });
});
