import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contest,
  contestElasticities,
  contestExistence,
  contestPath,
  contestPlan,
  contestShare,
  contestStaticShare,
  contestTurnpikeShare,
  optimalSplit,
  revenueExponent,
} from '../../../src/theory/index.ts';
import { relative, SEED, uniform } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

const contest = (on: 'output' | 'quality', N: number, theta: number, kappa: number, c: number): Contest => ({
  on,
  N,
  theta,
  kappa,
  c,
});

describe('turnpike shares of a contest', () => {
  test.each([
    [contest('output', 1, 1, 0.8, 1), 0.4],
    [contest('output', 2, 1, 0.8, 1), 0.3756313936682756],
    [contest('output', 2, 2, 0.8, 1), 0.2894109285506303],
    [contest('quality', 2, 1, 0.8, 1), 0.649731237164971],
    [contest('quality', 2, 2, 0.8, 1), 0.7],
    [contest('output', 1, 1, 0.9, 2), 0.44],
    [contest('output', 3, 1.2, 0.9, 2), 0.39405532891397027],
    [contest('quality', 3, 1.2, 0.9, 2), 0.7850756400732098],
    [contest('output', 1, 1, 0.7, 2), 0.52],
    [contest('output', 2, 3, 0.7, 2), 0.32274555502752156],
    [contest('quality', 2, 3, 0.7, 2), 0.8077861417790231],
  ])('%j: %d', (input, expected) => {
    expect(relative(contestTurnpikeShare(input), expected)).toBeLessThan(2e-15);
  });

  test.each([
    [0.5, [0.25, 0.25, 0.21053, 0.18182, 0.35714, 0.15625]],
    [1, [0.33333, 0.33333, 0.28571, 0.25, 0.45455, 0.21739]],
    [2, [0.4, 0.4, 0.34783, 0.30769, 0.52632, 0.27027]],
  ] as [number, number[]][])('κ = 1, c = %d: c/(c + η(1+c)) = %j', (c, table) => {
    for (const [i, [N, theta]] of [
      [1, 1],
      [2, 1],
      [2, 1.5],
      [2, 2],
      [5, 0.5],
      [5, 2],
    ].entries()) {
      const input = contest('output', N!, theta!, 1, c);
      const share = contestTurnpikeShare(input);
      expect(Math.abs(share - table[i]!)).toBeLessThan(5.1e-6);
      const eta = 1 / N! + (theta! * (N! - 1)) / N!;
      expect(relative(share, c / (c + eta * (1 + c)))).toBeLessThan(1e-15);
      expect(contestElasticities(input).inference).toBeCloseTo(eta, 15);
    }
  });

  test('the only root in (0, 1); planner c(2−κ)/(1+2c); θ lowers it on output and raises it on quality', () => {
    const cases = [
      fc.integer({ min: 2, max: 50 }),
      uniform(0, 4),
      uniform(0.05, 1),
      uniform(0.1, 5),
    ] as const;
    fc.assert(
      fc.property(...cases, (N, theta, kappa, c) => {
        for (const on of ['output', 'quality'] as const) {
          const input = contest(on, N, theta, kappa, c);
          const q = contestTurnpikeShare(input);
          const { inference: e, effectiveExponent: ce } = contestElasticities(input);
          const d = kappa * (1 + c) - 1;
          const value = (x: number): number =>
            (ce * (2 - kappa) - d) * x * x +
            (d - e * (1 + c * kappa) - 2 * ce * (2 - kappa)) * x +
            ce * (2 - kappa);
          expect(Math.abs(value(q))).toBeLessThan(1e-13 * ce * 4 + 1e-13);
          expect(value(0)).toBeGreaterThan(0);
          expect(value(1)).toBeLessThan(0);
          const more = contestTurnpikeShare({ ...input, theta: theta + 0.01 });
          if (on === 'output') expect(more).toBeLessThan(q);
          else expect(more).toBeGreaterThan(q);
        }
        const planner = contestTurnpikeShare(contest('output', 1, theta, kappa, c));
        expect(relative(planner, (c * (2 - kappa)) / (1 + 2 * c))).toBeLessThan(1e-13);
        const same = contestTurnpikeShare(contest('output', N, kappa, kappa, c));
        expect(relative(same, planner)).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('static shares: c/(1+c) on output whatever θ; c_e/(1+c_e) on quality', () => {
    expect(contestStaticShare(contest('output', 5, 3, 0.7, 1))).toBe(0.5);
    expect(contestElasticities(contest('quality', 2, 1, 0.8, 1)).effectiveExponent).toBe(2.25);
    expect(contestStaticShare(contest('quality', 2, 1, 0.8, 1))).toBeCloseTo(2.25 / 3.25, 15);
  });

  test('existence: the table’s second-order conditions, none for N ≥ 3, κ = 1, θ > 1', () => {
    const order = (...[on, N, theta, kappa]: ['output' | 'quality', number, number, number]): number =>
      contestExistence({ on, N, theta, kappa }).secondOrder;
    for (const [theta, soc] of [
      [0.5, -0.09],
      [1, -0.14],
      [1.5, -0.19],
      [2, -0.24],
      [3, -0.34],
    ])
      expect(order('output', 2, theta!, 0.8)).toBeCloseTo(soc!, 14);
    expect(order('output', 3, 1.2, 0.7)).toBeCloseTo(-0.13, 14);
    expect(order('output', 5, 1.1, 0.6)).toBeCloseTo(-0.0976, 14);
    expect(order('quality', 3, 1, 0.7)).toBeCloseTo(-0.07 / 3, 14);
    const verdict = (N: number, theta: number, kappa: number): string =>
      contestExistence({ on: 'output', N, theta, kappa }).verdict;
    expect([verdict(3, 1.01, 1), verdict(3, 0.9, 1), verdict(3, 1, 1)]).toEqual(['none', 'check', 'safe']);
    expect([verdict(2, 1.2, 0.8), verdict(2, 1.1, 0.7), verdict(1, 9, 0.3)]).toEqual([
      'safe',
      'check',
      'safe',
    ]);
  });

  test('serving in pulses pays where revenue per output rises: η > 1', () => {
    for (const [N, theta, kappa] of [
      [2, 1.15, 0.8],
      [2, 1.25, 0.8],
      [2, 2, 0.8],
      [3, 1.2, 0.7],
      [5, 1.05, 0.6],
    ] as const) {
      // Revenue per output against N − 1 rivals that make 1 each, at 1 and at any more.
      const perOutput = (y: number): number =>
        ((y + N - 1) ** kappa * y ** (theta - 1)) / (y ** theta + N - 1) / N ** (kappa - 1);
      const best = Math.max(...Array.from({ length: 200 }, (_, i) => perOutput(1 + 0.01 * (i + 1))));
      const { verdict } = contestExistence({ on: 'output', N, theta, kappa });
      expect(verdict === 'local', `N = ${N}, θ = ${theta}`).toBe(best > 1);
    }
  });

  test('κ of a demand elasticity', () => {
    expect(revenueExponent(5)).toBe(0.8);
    expect(revenueExponent(Number.POSITIVE_INFINITY)).toBe(1);
  });
});

describe('the open-loop path (shooting)', () => {
  /** K and q(0) as printed; K to 7–9 digits, q to 5. */
  test.each([
    [contest('output', 2, 0.5, 0.8, 1), 2, 2.5, 25.0727078, 0.8658],
    [contest('output', 2, 1, 0.8, 1), 2, 2.5, 25.2546539, 0.77735],
    [contest('output', 2, 1.5, 0.8, 1), 2, 2.5, 24.4297303, 0.68067],
    [contest('output', 2, 2, 0.8, 1), 2, 2.5, 23.2059019, 0.57869],
    [contest('output', 2, 3, 0.8, 1), 2, 2.5, 20.5994544, 0.36517],
    [contest('output', 3, 1.2, 0.7, 1), 2, 3, 16.7602963, 0.70291],
    [contest('output', 5, 1.1, 0.6, 2), 1, 2, 3.19494402, 0.71033],
    [contest('quality', 2, 1, 0.8, 1), 2, 2.5, 16.5434861, 0.96783],
    [contest('quality', 2, 2, 0.8, 1), 2, 2.5, 13.1024039, 0.97669],
    [contest('quality', 3, 1, 0.7, 0.5), 4, 3, 13.1123542, 0.96571],
  ])('%j, K0 = %d, t_f = %d: K = %d, q(0) = %d', (input, K0, horizon, K, q) => {
    const plan = contestPlan({ ...input, K0, T0: 1, horizon });
    // The reference, by another shooting code, has about 7 digits (θ = 3: 3e-8 off).
    expect(relative(plan.K, K)).toBeLessThan(3e-8);
    expect(Math.abs(plan.q - q)).toBeLessThan(5.5e-6);
  });

  test('the planner: 25.3508776, as one lab with a·N^(κ−1)', () => {
    const plan = contestPlan({
      ...contest('output', 1, 1, 0.8, 1),
      a: 2 ** -0.2,
      K0: 2,
      T0: 1,
      horizon: 2.5,
    });
    expect(relative(plan.K, 25.3508776)).toBeLessThan(3e-9);
    expect(Math.abs(plan.q - 0.81394)).toBeLessThan(5.5e-6);
  });

  test('its K and T solve the equations of motion for its own shares', () => {
    const input = contest('output', 2, 2, 0.8, 1);
    const plan = contestPlan({ ...input, a: 1.3, b: 0.7, K0: 2, T0: 1, horizon: 2 });
    const f = (t: number, [K, T]: readonly number[]): number[] => {
      const { q } = contestPath(plan, t);
      return [1.3 * 2 ** -0.2 * ((1 - q) * K! * T!) ** 0.8, 0.7 * q * K!];
    };
    const y = rungeKutta(f, [2, 1], 0, 1.5, 60);
    const { K, T } = contestPath(plan, 1.5);
    expect(relative(y[0]!, K)).toBeLessThan(1e-7);
    expect(relative(y[1]!, T)).toBeLessThan(1e-7);
  });

  test.each([
    [contest('output', 2, 2, 0.8, 1), 3.2],
    [contest('quality', 2, 1, 0.8, 1), 4.2],
    [contest('output', 3, 1.2, 0.9, 2), 1.4],
  ])('over a long horizon it rides the turnpike: %j', (input, horizon) => {
    const plan = contestPlan({ ...input, K0: 2, T0: 1, horizon });
    expect(Math.abs(contestPath(plan, 0.72 * horizon).q - contestTurnpikeShare(input))).toBeLessThan(1e-3);
    expect(contestPath(plan, horizon).q).toBe(0);
    const stable = contestShare({ ...input, K: 2, T: 1, timeToGo: Number.POSITIVE_INFINITY });
    expect(Math.abs(stable - plan.q)).toBeLessThan(2e-5);
  });

  test.each([
    [0.5, 1],
    [0.4, 1],
  ])('also where demand prevents a blow-up, κ = %d, c = %d', (kappa, c) => {
    const input = contest('output', 2, 1.5, kappa, c);
    const plan = contestPlan({ ...input, K0: 2, T0: 1, horizon: 40 });
    // ± the power-law start's fading.
    expect(Math.abs(contestPath(plan, 22).q - contestTurnpikeShare(input))).toBeLessThan(1e-3);
  });

  test('as feedback: the share on the way is the share of a plan that starts there', () => {
    const input = contest('output', 2, 2, 0.8, 1);
    const plan = contestPlan({ ...input, K0: 2, T0: 1, horizon: 2.5 });
    for (const t of [0.3, 1.1, 1.9, 2.4]) {
      const { K, T, q } = contestPath(plan, t);
      expect(Math.abs(contestShare({ ...input, K, T, timeToGo: 2.5 - t }) - q)).toBeLessThan(1e-8);
    }
    expect(contestShare({ ...input, K: 2, T: 1, timeToGo: 0 })).toBe(0);
  });

  test.each([0.3, 1, 20])('a horizon without end is the limit of long ones, K = %d', (K) => {
    const input = { ...contest('quality', 2, 1, 0.8, 1), K, T: 1 };
    const far = contestShare({ ...input, timeToGo: 15 });
    // What is left of the end decays by some e^(−15).
    expect(Math.abs(contestShare({ ...input, timeToGo: Number.POSITIVE_INFINITY }) - far)).toBeLessThan(1e-6);
  });

  test('towards κ = θ = 1 it switches where the paper economy’s feedback law does', () => {
    const input = contest('output', 2, 0.999, 0.999, 1);
    for (const [K, T] of [
      [3, 1],
      [0.3, 1],
    ] as const)
      expect(
        Math.abs(contestShare({ ...input, K, T, timeToGo: 1 }) - optimalSplit({ K, T, c: 1, timeToGo: 1 })),
      ).toBeLessThan(1e-3);
  });

  test('refuses κ = 1, where shares are bang–bang', () => {
    const input = { ...contest('output', 2, 1, 1, 1), K0: 1, T0: 1, horizon: 1 };
    expect(() => contestPlan(input)).toThrow(/^kappa: /);
  });
});
