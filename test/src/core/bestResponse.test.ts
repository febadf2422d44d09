import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nashPath, nashPlan, nashShare } from '../../../src/theory/index.ts';
import { firstSplit } from './firstSplit.ts';
import { rowsOf, simulate } from './harness.ts';

const log = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

describe('a lab with nobody to respond to', () => {
  const state = fc.tuple(log(0.1, 4), log(0.01, 100), log(0.1, 10), log(0.01, 10), log(1e-3, 0.3));

  it('rides the turnpike, or looks as far ahead as a receding horizon, or steers to the end as the turnpike does', () => {
    fc.assert(
      fc.property(state, fc.boolean(), ([cHat, K0, T0, H, h], wears) => {
        const economy = wears ? { delta: 0.1, rho: 0.2, sigma: 0.5 } : { sigma: 0.5 };
        const split = (rule: object) => firstSplit({ h, economy, group: { K0, T0, cHat, rule } });
        expect(split({ type: 'bestResponse' })).toBe(split({ type: 'turnpike' }));
        expect(split({ type: 'bestResponse', horizon: H })).toBe(
          split({ type: 'recedingHorizon', horizon: H }),
        );
        expect(split({ type: 'bestResponse', end: H })).toBe(split({ type: 'turnpike', horizon: H }));
        expect(split({ type: 'bestResponse', horizon: H, end: 2 * H })).toBe(
          split({ type: 'recedingHorizon', horizon: H }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('so do many labs that share nothing, and, nearly, labs that share next to nothing', () => {
    fc.assert(
      fc.property(state, fc.boolean(), ([cHat, K0, T0, H, h], wears) => {
        const losses = wears ? { delta: 0.1, rho: 0.2 } : {};
        const split = (sigma: number, type: string) => {
          const group = { count: 2, K0, T0, cHat, rule: { type, horizon: H } };
          return firstSplit({ h, economy: { ...losses, sigma }, group });
        };
        const alone = split(0, 'recedingHorizon');
        expect(split(0, 'bestResponse')).toBe(alone);
        // With losses both walk their path, by steps of different length.
        const tolerance = wears ? 5e-3 : 1e-5;
        expect(Math.abs(split(1e-7, 'bestResponse') - alone)).toBeLessThan(tolerance);
      }),
      { numRuns: 40 },
    );
  });
});

describe('in a commons it is the Nash plan with the others’ training given, averaged over the tick', () => {
  it.each([
    // N, σ, c, K0, T0, horizon as a part of the blow-up time
    [2, 1, 1, 1, 0.5, 0.85],
    [5, 0.3, 0.6, 1, 1.5, 0.85],
    [3, 0.5, 2, 5, 0.1, 0.6],
    [3, 0.5, 2, 0.01, 1, 0.99],
    [10, 1, 1, 0.7, 0.1, 0.99],
    [10, 1, 1, 0.7, 0.1, 0.3],
  ])('N = %d, σ = %d, c = %d, K₀ = %d, T₀ = %d, up to %d t*', (N, sigma, c, K0, T0, part) => {
    const start = { N, sigma, c, K0, T0 };
    const horizon = part * nashPlan({ ...start, horizon: Number.POSITIVE_INFINITY }).blowUpTime;
    const plan = nashPlan({ ...start, horizon });
    const h = horizon / 50;
    for (const tick of [0, 10, 25, 40, 45, 48, 49]) {
      const t = tick * h;
      const { K, T } = nashPath(plan, t);
      const rule = { type: 'bestResponse', horizon: horizon - t };
      const got = firstSplit({ h, economy: { sigma, c }, group: { count: N, K0: K, T0: T, rule } });
      // Midpoint rule; where a switch falls into the tick it is off by up to half a point's weight.
      const points = 200;
      let mean = 0;
      for (let i = 0; i < points; i++) mean += nashPath(plan, t + (h * (i + 0.5)) / points).q / points;
      const hasSwitch = plan.arcs.some(({ start: s }) => s > t && s < t + h);
      expect(Math.abs(got - mean), `tick ${tick}`).toBeLessThan(hasSwitch ? 2.5e-3 : 1e-6);
    }
  });

  it.each([
    [2, 0.236],
    [10, 0.079],
  ])('without an end labs settle on q_N: m = %d, %d', (N, published) => {
    const simulation = simulate({
      clock: { h: 0.02, until: 6 },
      economy: { sigma: 1 },
      groups: [{ count: N, rule: { type: 'bestResponse' }, K0: 0.5, T0: 0.5 }],
    });
    const rows = rowsOf(simulation);
    const settled = rows.filter(({ t }) => t > 0.8 * (simulation.economies[0].blowUpTime as number));
    expect(settled.length).toBeGreaterThan(3);
    for (const { q } of settled) {
      expect(Math.abs(q - nashShare({ N, sigma: 1, c: 1 }))).toBeLessThan(1e-9);
      expect(q).toBeCloseTo(published, 3);
    }
  });

  it('unlike labs: each on its saddle, m = T̂/T, trains q_N of its own m', () => {
    const T = [0.3, 0.1, 0.03];
    const [c, sigma] = [1, 0.5];
    const effective = T.map((own) => own + sigma * (0.43 - own));
    const m = effective.map((That, i) => That / T[i]);
    const saddle = m.map((x) => (x + Math.sqrt(x * x + 4 * c * (1 + c) * x)) / (2 * (1 + c) * x));
    const share = m.map((x) => (2 * c) / (x + 2 * c + Math.sqrt((x + 2 * c) ** 2 + 4 * c * c * (x - 1))));
    const simulation = simulate({
      clock: { h: 0.01, until: 0.01 },
      economy: { sigma, c },
      groups: T.map((T0, i) => ({
        name: `lab ${i}`,
        K0: (saddle[i] * effective[i] ** (1 + c)) / c,
        T0,
        rule: { type: 'bestResponse' },
      })),
    });
    simulation.advance(1);
    simulation.economies[0].groups.forEach(({ q }, i) => {
      expect(Math.abs(q[0] - share[i])).toBeLessThan(1e-12);
    });
    // Who has less of its own rides more.
    expect(share[0]).toBeGreaterThan(share[1]);
    expect(share[1]).toBeGreaterThan(share[2]);
  });
});

describe('whatever the state and the market', () => {
  it('splits lie in [0, 1]', () => {
    fc.assert(
      fc.property(
        fc.record({
          sigma: fc.constantFrom(0, 0.3, 1),
          contest: fc.constantFrom('output', 'quality'),
          theta: fc.constantFrom(0, 0.5, 1, 3, 50),
          elasticity: fc.constantFrom(null, 0.5, 1.1, 5, 90, 1000),
          delta: fc.constantFrom(0, 0.5),
          rho: fc.constantFrom(0, 2),
          s: fc.constantFrom(0, 1),
        }),
        fc.array(fc.tuple(log(1e-6, 1e6), log(1e-3, 1e3), log(0.1, 4)), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(null, 0.1, 3),
        log(1e-3, 1),
        (economy, labs, horizon, h) => {
          const simulation = simulate({
            clock: { h, until: h },
            economy,
            groups: labs.map(([K0, T0, cHat], i) => ({
              name: `lab ${i}`,
              K0,
              T0,
              cHat,
              rule: { type: 'bestResponse', horizon },
            })),
          });
          // Decided and recorded before the tick's flow, which may blow up.
          simulation.advance(1, 1);
          for (const { q } of simulation.economies[0].groups) {
            expect(q[0]).toBeGreaterThanOrEqual(0);
            expect(q[0]).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
