import { describe, expect, test } from 'vitest';
import { controlCurve } from '../../../src/theory/controlCurve.ts';
import {
  controlTakingPath,
  controlTakingPlan,
  nashPath,
  nashPlan,
  optimalPlan,
  plannerBlowUpTime,
  plannerPlan,
} from '../../../src/theory/index.ts';
import { boundaries, middles } from './bestResponse.ts';
import { relative } from './random.ts';
import { rungeKutta } from './rungeKutta.ts';

const start = { c: 1, K0: 1, T0: 0.5 };

describe('the control-taking equilibrium, numerical', () => {
  /** s: z, ā, w, q along the backward curve, as printed. */
  test.each([
    [
      2,
      0.5,
      1,
      [
        [0.1, 0.93284, 0.14061],
        [1, 0.85221, 0.27026],
        [4, 0.77875, 0.29257],
        [12, 0.69496, 0.32183],
        [20, 0.673438, 0.330492],
      ],
    ],
    [
      2,
      1,
      1,
      [
        [0.1, 0.92351, 0.07891],
        [1, 0.74668, 0.21838],
        [4, 0.58139, 0.2857],
        [12, 0.50529, 0.32984],
        [15, 0.501939, 0.332045],
      ],
    ],
    [
      3,
      0.5,
      2,
      [
        [0.1, 0.92046, 0.08438],
        [1, 0.74063, 0.28177],
        [4, 0.62123, 0.33419],
        [12, 0.51964, 0.38735],
        [15, 0.509752, 0.393603],
      ],
    ],
    [
      5,
      0.3,
      0.5,
      [
        [0.1, 0.92801, 0.06367],
        [1, 0.82348, 0.14882],
        [4, 0.73373, 0.1647],
        [12, 0.56305, 0.2066],
        [28, 0.465383, 0.244756],
      ],
    ],
  ] as [number, number, number, [number, number, number][]][])(
    'its curve, N = %d, σ = %d, c = %d',
    (N, sigma, c, table) => {
      const curve = controlCurve({ N, sigma, m: 1 + sigma * (N - 1) }, c);
      for (const [s, z, q] of table) {
        const index = curve.points.findLastIndex((p) => p.s <= s);
        const at = curve.at(index, s);
        // Five digits printed, six from s = 15 on.
        const digits = s >= 15 ? 5.5e-7 : 5.5e-6;
        expect(Math.abs(at.z - z)).toBeLessThan(digits);
        expect(Math.abs(at.q - q)).toBeLessThan(digits);
      }
    },
  );

  /** K per lab at a share of t*_P, K0 = 1, T0 = ½, c = 1. */
  test.each([
    [2, 0.5, 0.5, 3.6056624],
    [2, 0.5, 0.7, 9.788238],
    [2, 0.5, 0.85, 37.831651],
    [2, 1, 0.5, 3.4518672],
    [2, 1, 0.7, 8.9609157],
    [2, 1, 0.85, 33.601452],
    [4, 0.5, 0.7, 7.7781344],
    [4, 0.5, 0.85, 24.717113],
    [8, 0.5, 0.85, 14.475401],
    [2, 1, 0.9, 73.686178],
    [2, 1, 0.95, 286.47702],
    [2, 1, 0.98, 1757.397],
    [2, 1, 0.99, 6983.9294],
    [2, 1, 0.995, 27843.172],
  ])('N = %d, σ = %d at %d·t*_P: K = %d', (N, sigma, part, K) => {
    const input = { ...start, N, sigma };
    const horizon = part * plannerBlowUpTime(input);
    expect(relative(controlTakingPlan({ ...input, horizon }).K, K)).toBeLessThan(3e-8);
  });

  test.each([
    [2, 1, 1, 0.5, 1.5, 0.08054, 0.85343, 6.502237084],
    [2, 1, 1, 1, 1.3, 0.57031, 0.8754, 15.07736854],
    [2, 0.5, 0.15, 1, 2.8, 1.69465, 2.3349, 12.56626389],
    [3, 0.6, 2, 0.5, 1.2, 0.12867, 0.80593, 17.50444842],
  ])(
    'N = %d, σ = %d, K0 = %d, T0 = %d, t_f = %d: arcs end at %d and %d, K = %d',
    (N, sigma, K0, T0, horizon, t1, ts, K) => {
      const plan = controlTakingPlan({ N, sigma, c: 1, K0, T0, horizon });
      expect(relative(plan.K, K)).toBeLessThan(1e-9);
      expect(Math.abs(plan.arcs[0]!.end - t1)).toBeLessThan(5.1e-6);
      expect(Math.abs(plan.arcs[1]!.end - ts)).toBeLessThan(5.1e-6);
    },
  );

  test('lies between path-taking and the planner, and agrees with the first where nobody could respond', () => {
    for (const [N, sigma] of [
      [2, 0.5],
      [3, 0.3],
      [4, 1],
    ] as const) {
      const input = { ...start, N, sigma, a: 1.5, b: 0.8 };
      const end = plannerBlowUpTime(input);
      for (const part of [0.1, 0.6, 0.9]) {
        const horizon = part * end;
        const control = controlTakingPlan({ ...input, horizon });
        const path = nashPlan({ ...input, horizon });
        expect(control.K).toBeGreaterThanOrEqual(path.K * (1 - 1e-10));
        expect(plannerPlan({ ...input, horizon }).K).toBeGreaterThan(control.K * (1 - 1e-10));
        if (path.case !== 'region') expect([control.K, control.case]).toEqual([path.K, path.case]);
      }
    }
  });

  test('its path is continuous, moves as its shares say and ends at K', () => {
    const plan = controlTakingPlan({ ...start, N: 2, sigma: 1, horizon: 1.5, a: 1.1, b: 0.9 });
    const [first, region] = plan.arcs as [(typeof plan.arcs)[0], (typeof plan.arcs)[0]];
    const from = controlTakingPath(plan, first.end);
    const f = (t: number, [K, T]: readonly number[]): number[] => {
      const { q } = controlTakingPath(plan, Math.min(t, region.end * (1 - 1e-15)));
      return [1.1 * (1 - q) * K! * 2 * T!, 0.9 * q * K!];
    };
    const y = rungeKutta(f, [from.K, from.T], region.start, region.end, 40);
    const to = controlTakingPath(plan, region.end);
    expect(relative(y[0]!, to.K)).toBeLessThan(1e-6);
    expect(relative(y[1]!, to.T)).toBeLessThan(1e-6);
    expect(relative(controlTakingPath(plan, 1.5).K, plan.K)).toBeLessThan(1e-13);
    expect(controlTakingPath(plan, 0)).toMatchObject({ K: 1, T: 0.5, q: 1 });
  });

  test('no lab gains by deviating when the others keep their controls', () => {
    const [N, sigma, horizon] = [2, 1, 1.5];
    const plan = controlTakingPlan({ ...start, N, sigma, horizon });
    const times = boundaries(
      plan.arcs.map((arc) => arc.start),
      horizon,
    );
    const shares = middles(times).map((t) => controlTakingPath(plan, t).q);
    /** ln K of the deviator; the other keeps its shares and lives off both. */
    const value = (q: readonly number[]): number => {
      let y = [0, start.T0, 0, start.T0];
      for (const [i, share] of q.entries()) {
        const f = (_: number, [k, T, l, S]: readonly number[]): number[] => {
          const pool = T! + S!;
          return [
            (1 - share) * pool,
            share * Math.exp(k!),
            (1 - shares[i]!) * pool,
            shares[i]! * Math.exp(l!),
          ];
        };
        y = rungeKutta(f, y, times[i]!, times[i + 1]!, 2);
      }
      return y[0]!;
    };
    const own = value(shares);
    // Steepest ascent over all pieces from the equilibrium, and over blocks away from it.
    let best = own;
    let q = [...shares];
    let eta = 5;
    for (let round = 0; round < 40; round++) {
      const gradient = q.map((v, i) => {
        const d = v < 0.5 ? 1e-6 : -1e-6;
        return (value(q.with(i, v + d)) - value(q)) / d;
      });
      const tried = q.map((v, i) => Math.min(1, Math.max(0, v + eta * gradient[i]!)));
      const J = value(tried);
      if (J > best) [best, q, eta] = [J, tried, eta * 1.5];
      else eta /= 3;
    }
    // What 60 pieces can gain on averaged shares; with 250 pieces: 2.7e-6, falling like the piece squared.
    expect(best - own).toBeLessThan(2e-5);
    // Averaging shares over pieces moves both labs' K.
    expect(Math.abs(own - Math.log(plan.K))).toBeLessThan(1e-4);
    const wrong = shares.map((v) => Math.min(1, v * 0.5));
    expect(own - value(wrong)).toBeGreaterThan(1e-3);
  });

  test('without spillover it is the optimum; beyond the planner’s blow-up it blows up', () => {
    const alone = controlTakingPlan({ ...start, N: 4, horizon: 2 });
    expect(alone.K).toBe(optimalPlan({ ...start, horizon: 2 }).K);
    const input = { ...start, N: 2, sigma: 1 };
    const end = plannerBlowUpTime(input);
    const plan = controlTakingPlan({ ...input, horizon: end * 1.1 });
    expect(plan).toMatchObject({ case: 'blowup', K: Number.POSITIVE_INFINITY, blowUpTime: end });
    const { K, T, q } = controlTakingPath(plan, 0.9 * end);
    expect(q).toBe(1 / 3);
    expect(relative(2 * K, (2 * T) ** 2)).toBeLessThan(1e-13);
  });

  test('folds back for many labs: finite equilibria outlive the planner’s blow-up', () => {
    const input = { ...start, N: 8, sigma: 0.5 };
    const { blowUpTime, lastHorizon } = controlTakingPlan({ ...input, horizon: 0.5 });
    expect(lastHorizon).toBeGreaterThan(1.03 * blowUpTime);
    expect(controlTakingPlan({ ...input, horizon: blowUpTime * 1.02 }).K).toBeLessThan(1e3);
    expect(controlTakingPlan({ ...input, horizon: lastHorizon * 1.001 }).case).toBe('blowup');
  });

  test('refuses a spillover too weak to integrate, and a horizon too close to the blow-up', () => {
    const input = { ...start, N: 2, horizon: 1 };
    expect(() => controlTakingPlan({ ...input, sigma: 1e-3 })).toThrow(/^sigma: /);
    const end = plannerBlowUpTime({ ...start, N: 2, sigma: 1 });
    expect(() => controlTakingPlan({ ...input, sigma: 1, horizon: end * (1 - 1e-9) })).toThrow(/^horizon: /);
    expect(nashPath(nashPlan({ ...input, sigma: 1 }), 0).K).toBe(1);
  });
});
