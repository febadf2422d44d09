import { describe, expect, it } from 'vitest';
import { contestPath, contestPlan, contestShare, contestTurnpikeShare } from '../../../src/theory/index.ts';
import { firstSplit } from './firstSplit.ts';
import { rowsOf, simulate } from './harness.ts';

const contests = [
  { on: 'output', N: 2, theta: 2, epsilon: 5, c: 1 },
  { on: 'quality', N: 2, theta: 1, epsilon: 5, c: 1 },
  { on: 'output', N: 1, theta: 1, epsilon: 5, c: 1 },
  { on: 'output', N: 3, theta: 1.2, epsilon: 10 / 3, c: 1 },
  { on: 'output', N: 5, theta: 1.1, epsilon: 2.5, c: 2 },
  { on: 'quality', N: 2, theta: 1, epsilon: 50, c: 1 },
  { on: 'output', N: 2, theta: 1, epsilon: 1.3, c: 1 },
] as const;

describe('in a contest it is the open-loop equilibrium, others’ output or quality given', () => {
  describe.each(contests)(
    'on $on, N = $N, θ = $theta, ε = $epsilon, c = $c',
    ({ on, N, theta, epsilon, c }) => {
      const economy = { c, contest: on, theta, elasticity: epsilon };
      const market = { on, N, theta, kappa: 1 - 1 / epsilon, c };
      /** Y_ref^(1−κ), by which the market's revenue differs from the theory's: total output in the first tick. */
      const scale = (K: number, T: number, q: number) => (N * (1 - q) * K * T ** c) ** (1 / epsilon);

      it.each([
        [2, null],
        [2, 1],
        [2, 0.3],
        [0.3, null],
        [0.3, 2],
        [20, 1],
      ])('at a state: K = %d, T = 1, H = %s', (K, horizon) => {
        const group = { count: N, K0: K, T0: 1, rule: { type: 'bestResponse', horizon } };
        const got = firstSplit({ h: 1e-6, economy, group });
        const state = { ...market, K, T: 1, a: scale(K, 1, got) };
        // The theory cannot shoot at a path on which labs train all but 1e-6 for long.
        if (got > 1 - 1e-4) return;
        const expected = contestShare({ ...state, timeToGo: horizon ?? Number.POSITIVE_INFINITY });
        // Runge–Kutta's steps in the core; splits answer ε times as strongly as prices.
        expect(Math.abs(got - expected)).toBeLessThan(1e-6 * Math.max(4, epsilon));
      });

      it('averaged over a tick', () => {
        const h = 0.05;
        const group = { count: N, K0: 2, T0: 1, rule: { type: 'bestResponse', horizon: 1 } };
        const got = firstSplit({ h, economy, group });
        const plan = contestPlan({ ...market, K0: 2, T0: 1, a: scale(2, 1, got), horizon: 1 });
        let mean = 0;
        for (let i = 0; i < 50; i++) mean += contestPath(plan, (h * (i + 0.5)) / 50).q / 50;
        expect(Math.abs(got - mean)).toBeLessThan(1e-5);
      });
    },
  );

  it.each([
    ['output', 2, 2, 0.289],
    ['quality', 2, 1, 0.65],
    ['output', 1, 1, 0.4],
  ] as const)('on %s, N = %d, θ = %d, κ = 0.8, c = 1: mid-path %d', (contest, count, theta, published) => {
    const simulation = simulate({
      clock: { h: 0.02, until: 12 },
      economy: { contest, theta, elasticity: 5 },
      groups: [{ count, rule: { type: 'bestResponse' } }],
    });
    const rows = rowsOf(simulation);
    const blowUp = simulation.economies[0].blowUpTime as number;
    const middle = rows.filter(({ t }) => t > 0.5 * blowUp && t < 0.9 * blowUp);
    expect(middle.length).toBeGreaterThan(50);
    const expected = contestTurnpikeShare({ on: contest, N: count, theta, kappa: 0.8, c: 1 });
    expect(Math.abs(expected - published)).toBeLessThan(5e-4);
    for (const { q } of middle) expect(Math.abs(q - published)).toBeLessThan(0.01);
    // And the further, the nearer.
    expect(Math.abs(middle[middle.length - 1].q - expected)).toBeLessThan(1e-4);
  });

  it.each([
    // κ = 1: c/(c + η(1+c)), η = 1/N + θ(N−1)/N.
    ['output', 3, 0.5, 0, 3 / 7],
    // With c_e = c(1 + θ(N−1)) and e = 1/N: c_e·(1−q)² = q·(1+c)/N − c·q·(1−q), here q² − 4q + 2 = 0.
    ['quality', 2, 1, 0, 2 - Math.SQRT2],
  ] as const)('perfectly elastic demand, on %s, N = %d, θ = %d', (contest, count, theta, sigma, expected) => {
    const simulation = simulate({
      clock: { h: 0.02, until: 12 },
      economy: { contest, theta, sigma },
      groups: [{ count, rule: { type: 'bestResponse' } }],
    });
    const rows = rowsOf(simulation);
    const blowUp = simulation.economies[0].blowUpTime as number;
    for (const { t, q } of rows)
      if (t > 0.8 * blowUp) expect(Math.abs(q - expected), `t = ${t}`).toBeLessThan(2e-4);
  });

  it('a larger lab has more of the market to lose and less to win', () => {
    // On output: own elasticity κψ + θ(1−χ) falls with its share where θ > κ, so it trains more.
    const simulation = simulate({
      clock: { h: 0.01, until: 0.01 },
      economy: { theta: 1.5, elasticity: 5 },
      groups: [{ count: 2, K0: { distribution: 'list', values: [2, 1] }, rule: { type: 'bestResponse' } }],
    });
    simulation.advance(1);
    const [large, small] = simulation.economies[0].groups[0].q;
    expect(large).toBeGreaterThan(small);
  });

  it('where more output brings no more revenue a lab alone splits the period’s compute', () => {
    const group = { rule: { type: 'bestResponse' } };
    for (const elasticity of [0.5, 1])
      expect(firstSplit({ h: 0.05, economy: { elasticity, c: 2 }, group })).toBe(2 / 3);
  });

  it('chips and training that wear out are counted, with an end and without', () => {
    const split = (rho: number, horizon: number | null) =>
      firstSplit({
        h: 0.02,
        economy: { theta: 2, elasticity: 5, rho },
        group: { count: 2, K0: 2, rule: { type: 'bestResponse', horizon } },
      });
    for (const horizon of [null, 1]) {
      // The path found by bisection with next to no loss is the one found without.
      expect(Math.abs(split(1e-9, horizon) - split(0, horizon))).toBeLessThan(1e-5);
      expect(Math.abs(split(0.3, horizon) - split(0, horizon))).toBeGreaterThan(5e-3);
    }
  });
});
