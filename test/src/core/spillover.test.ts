import { describe, expect, it } from 'vitest';
import { blowUpTime } from '../../../src/theory/index.ts';
import { relative, simulate } from './harness.ts';

/** Three unequal labs; their a's differ. */
const three = (c: number, sigma: number, until: number) => ({
  clock: { h: until / 60, until },
  economy: { c, sigma },
  groups: [
    { name: 'first', K0: 1, T0: 1, a: 1, rule: { type: 'fixed', q: 0.4 } },
    { name: 'second', K0: 0.7, T0: 1.3, a: 0.9, rule: { type: 'fixed', q: 0.25 } },
    { name: 'third', K0: 0.4, T0: 0.6, a: 1.2, rule: { type: 'fixed', q: 0.5 } },
  ],
});

describe('spillover', () => {
  it.each([
    // c, σ, t*: reference by an eighth-order integrator in rescaled time (ds = T^c dt).
    [1, 0.3, 2.41022385144774],
    [0.5, 0.1, 4.80400120943915],
    [2, 0.5, 0.92475269112317],
    [1, 0, 3.02299894039036],
  ])('three unequal labs with c = %f, σ = %f blow up at %f', (c, sigma, blowUp) => {
    const simulation = simulate(three(c, sigma, blowUp * 1.05));
    simulation.run();
    // Reported for this method and ε: 4e-13 to 5e-12 (the c = 2 reference itself is good to 5e-12).
    expect(Math.abs((simulation.economies[0].blowUpTime as number) - blowUp)).toBeLessThan(1e-11);
  });

  it('makes N identical labs one lab with a = ((1 + σ(N−1))/N)^c', () => {
    for (const [N, sigma, c, q] of [
      [2, 0, 1, 0.4],
      [3, 0.3, 1, 0.4],
      [5, 0.5, 0.5, 0.25],
      [4, 0.1, 2, 0.5],
      [10, 1, 1, 0.4],
      [130, 0.2, 0.8, 0.3],
    ]) {
      const a = ((1 + sigma * (N - 1)) / N) ** c;
      const expected = blowUpTime({ K0: 1, T0: 1, c, q, a });
      const simulation = simulate({
        clock: { h: expected / 50, until: expected * 1.1 },
        economy: { c, sigma },
        groups: [{ count: N, K0: 1 / N, T0: 1 / N, rule: { type: 'fixed', q } }],
      });
      simulation.run();
      // The fragmentation bar is 1e-8; RE6 at ε = 0.05 gives 1e-12.
      expect(relative(simulation.economies[0].blowUpTime as number, expected)).toBeLessThan(2e-11);
    }
  });

  it('takes 1.54, 2.65 and 13.5 times as long for 2, 5 and 100 labs without any', () => {
    for (const [N, ratio] of [
      [2, 1.539601],
      [5, 2.650557],
      [100, 13.538874],
    ]) {
      const simulation = simulate({
        clock: { h: 0.1, until: 60 },
        groups: [{ count: N, K0: 1 / N, T0: 1 / N, rule: { type: 'fixed', q: 0.5 } }],
      });
      simulation.run();
      // The table has seven digits.
      expect(Math.abs((simulation.economies[0].blowUpTime as number) / Math.PI - ratio)).toBeLessThan(6e-7);
    }
  });

  it('with σ = 0 leaves labs alone: each runs as if it were the only one', () => {
    const group = (name: string, K0: number, q: number) => ({ name, K0, rule: { type: 'fixed', q } });
    const together = simulate({
      clock: { until: 1 },
      groups: [group('one', 1, 0.5), group('two', 0.5, 0.5)],
    });
    const alone = simulate({ clock: { until: 1 }, groups: [group('one', 1, 0.5)] });
    together.run();
    alone.run();
    // The fastest lab sets the substep; here that is the same lab, so the bits are the same too.
    expect(together.economies[0].groups[0].K[0]).toBe(alone.economies[0].groups[0].K[0]);
    expect(together.economies[0].groups[0].T[0]).toBe(alone.economies[0].groups[0].T[0]);
  });

  it('lets a group have its own σ', () => {
    const simulation = simulate({
      clock: { until: 1 },
      groups: [
        { name: 'open', sigma: 0.5 },
        { name: 'closed', sigma: 0 },
      ],
    });
    simulation.run();
    const [open, closed] = simulation.economies[0].groups;
    expect(closed.K[0]).toBeCloseTo(1 / (1 - Math.sin(0.5)), 12);
    expect(open.K[0]).toBeGreaterThan(closed.K[0]);
  });
});
