import { describe, expect, test } from 'vitest';
import {
  coneOptimum,
  contestPlan,
  type DirectOptimum,
  depreciationPlan,
  directOptimum,
  minimalBlowUpTime,
  optimalPlan,
  optimalPlanWithCap,
  type PlannerProblem,
  plannerPlan,
  rationedFlow,
} from '../../../../src/theory/index.ts';
import { relative } from '../random.ts';
import { rungeKutta } from '../rungeKutta.ts';
import { chipsUnder, MIXED } from './market.ts';

function computed(problem: PlannerProblem & { readonly horizon: number }, cells = 64): DirectOptimum {
  const optimum = directOptimum(problem, { cells });
  if (optimum === null) throw new Error('no optimum');
  return optimum;
}

/** |Δ ln K| from a closed form is below the bar, and no more than the optimum says of itself. */
function expectClose(optimum: DirectOptimum, K: number): void {
  const off = Math.log(optimum.KAtHorizon / K);
  expect(Math.abs(off)).toBeLessThan(1e-6);
  // Cut cells do not gain alike from halving; 1e-9: what is left below the tolerances of the solver.
  expect(Math.abs(off)).toBeLessThan(3 * (optimum.error + optimum.integration + optimum.promise) + 1e-9);
  // Reached by a control, so not above the optimum.
  expect(off).toBeLessThan(1e-9 + optimum.integration);
}

describe('directOptimum(…) against closed forms', () => {
  // Every case of optimalPlan(): A0, A1, A2, B0, B2 and starts on the curve.
  const starts = [0.5, 1, 2].flatMap((c) => [0.1, 1, 10].map((K0) => ({ K0, T0: 1, c })));
  test.each(starts)('without frictions: %j, at 15 to 97 % of the way to the blow-up', (start) => {
    for (const part of [0.15, 0.5, 0.85, 0.97]) {
      const problem = { ...start, horizon: part * minimalBlowUpTime(start) };
      expectClose(computed(problem), optimalPlan(problem).K);
    }
  });

  test('the same problem in other units: a, b, s and w scale it', () => {
    const problem = { K0: 3, T0: 2, c: 0.8, b: 0.7, horizon: 1 };
    const optimum = computed({ ...problem, a: 1.6, s: 0.5, w: 0.9 });
    expectClose(optimum, optimalPlan({ ...problem, a: 1.6 * 0.5 * 0.9 }).K);
  });

  // Values that an interior-point solver of the same problem confirms to 3e-10 (7e-9 the last but one).
  test.each([
    [1, 1, 1, 0.1, 0.05, 5, 1, 1.2, 53.605619829],
    [1, 1, 1, 0.1, 0.05, 0.3, 1.2, 3.5, 21.5472647747],
    [0.5, 2, 0.5, 0.2, 0, 0.3, 1, 3, 96.9271106949],
    [0.5, 2, 0.5, 0.2, 0, 20, 1, 1.5, 40734.1561915],
    [2, 1, 1, 0, 0.3, 1, 1, 1.7, 6.29549183061],
    [2, 1, 3, 0, 0.3, 0.02, 1.5, 1, 0.10860187127],
    [1, 1, 1, 0.2, 0.1, 4, 1, 1.2, 22.3077503794],
    [1, 1, 1, 0.2, 0.1, 0.4, 1, 3, 3.40166550045],
    [1, 1, 1, 0.6, 0.3, 1, 1, 4, 2.19310417225],
    [1, 1, 1, 0.3, 0.6, 1.2, 1, 3, 4.04923382972],
    [1, 1, 1, 0.9, 0.05, 0.9, 1, 3, 1.38840260673],
    [1, 1.5, 0.7, 0.1, 0.2, 10, 1, 0.4, 20.0598583328],
    [0.5, 1, 1, 1.2, 0.1, 3, 1, 2, 2.29909316657],
    [1, 1, 1, 0.5, 0, 1, 1.2, 2, 4.63941629533],
    [1, 1, 1, 0.6, 0.3, 0.6, 0.7, 3, 0.440820143482],
    [1, 1, 1, 0.6, 0.3, 0.3, 0.8, 5, 0.121876217067],
    [2, 1, 1, 0.4, 0.5, 0.5, 0.55, 4, 0.154782947585],
  ])('with losses: c %d, a %d, b %d, δ %d, ρ %d, K0 %d, T0 %d, horizon %d: K = %d', (...row) => {
    const [c, a, b, delta, rho, K0, T0, horizon, K] = row;
    const problem = { c, a, b, delta, rho, K0, T0, horizon };
    expect(relative(depreciationPlan(problem).K, K)).toBeLessThan(6e-12);
    expectClose(computed(problem), K);
  });

  test('models that go stale fast (ρ = 10) up to 95 % of the way to their blow-up at 37.3', () => {
    const problem = { K0: 1, T0: 1, c: 1, rho: 10, horizon: 35.5 };
    expectClose(computed(problem), depreciationPlan(problem).K);
  });

  test.each([
    [1, 1, 2.9, 4],
    [1, 10, 0.9, 5],
    [2, 1, 1.5, 1.6],
    [0.5, 0.2, 6, 3],
    [1, 10, 0.9, 2],
    [2, 5, 0.5, 1.9],
  ])('with a breakdown: c %d, K0 %d, horizon %d, T_max %d', (c, K0, horizon, Tmax) => {
    const problem = { c, K0, T0: 1, horizon, Tmax };
    const optimum = computed(problem);
    expectClose(optimum, optimalPlanWithCap(problem).K);
    // Training ends where it stops to help.
    expect(optimum.T[optimum.cells]! / Tmax).toBeLessThan(1 + 1e-6);
  });

  test.each([
    [0.8, 1, 2, 2.5],
    [0.7, 1, 2, 3],
    [0.6, 2, 1, 2],
    [0.7, 0.5, 4, 3],
  ])('demand that gives way from the first unit: κ %d, c %d, K0 %d, horizon %d', (kappa, c, K0, horizon) => {
    const plan = contestPlan({ on: 'output', N: 1, theta: 1, kappa, c, K0, T0: 1, horizon });
    const Yref = 1e-6;
    const a = Yref ** (-(1 - kappa) / kappa);
    expectClose(computed({ c, K0, T0: 1, horizon, epsilon: 1 / (1 - kappa), Yref, a }), plan.K);
  });

  test('demand that pays no more beyond Y_ref: K rises by Y_ref a year, at ε = 1 and below', () => {
    for (const epsilon of [0.5, 1])
      expectClose(computed({ K0: 1, T0: 1, c: 1, epsilon, Yref: 0.5, horizon: 6 }), 4);
  });

  test('a fab that rations from the first day: K rises by what it makes', () => {
    const fab = { K0: 10, T0: 3, F: 3, gF: 0.4 };
    expectClose(computed({ ...fab, c: 1, horizon: 4 }), rationedFlow({ ...fab, q: 0, t: 4 }).K);
  });

  test.each([
    [2, 0],
    [5, 0.3],
    [3, 1],
  ])('%d labs with spillover %d do what the planner’s closed form says', (N, sigma) => {
    const problem = { K0: 1, T0: 0.5, c: 1, N, sigma, horizon: 0.8 };
    expectClose(computed(problem), plannerPlan(problem).K);
  });

  test('in a cone: the best of all plans that leave the turnpike for I = T/k₁, and leave it at C(c)/k₁', () => {
    const k1 = 0.5;
    // From K = T² = 1 on the turnpike T = 3/(3−t), then K′ = T²/k₁, T′ = K − T/k₁ while K > T/k₁.
    const chips = (Tj: number, horizon: number): number => {
      const leave = 3 - 3 / Tj;
      const flow = (_: number, [K, T]: readonly number[]): number[] => {
        const I = Math.min(K!, T! / k1);
        return [I * T!, K! - I];
      };
      return rungeKutta(flow, [Tj * Tj, Tj], leave, horizon, 2000)[0]!;
    };
    const best = (horizon: number): { Tj: number; K: number } => {
      let [low, high] = [2.01, 3];
      for (let i = 0; i < 60; i++) {
        const third = (high - low) / 3;
        if (chips(low + third, horizon) < chips(high - third, horizon)) low += third;
        else high -= third;
      }
      return { Tj: low, K: chips(low, horizon) };
    };
    for (const horizon of [2.9, 3.05]) {
      const { K, Tj } = best(horizon);
      const optimum = computed({ K0: 1, T0: 1, c: 1, k1, horizon });
      expect(Math.abs(Math.log(optimum.KAtHorizon / K))).toBeLessThan(1e-6);
      // There the share falls from 1/3 to 1 − 1/(k₁·T_j), 0.23 or less.
      const left = optimum.q.findIndex((q) => q < 0.28);
      // The turnpike is flat around its end: to second order it does not matter when it is left.
      expect(Math.abs(optimum.T[left]! / Tj - 1)).toBeLessThan(0.03);
      // The later the horizon, the nearer to where a plan without end leaves.
      expect(Tj).toBeLessThan(coneOptimum(1).C / k1 + 0.01);
    }
  });
});

describe('directOptimum(…)', () => {
  /** Numbers in [0, 1) that are the same every time. */
  function* draws(): Generator<number> {
    let state = 12345;
    for (;;) {
      state = (1103515245 * state + 12345) % 2147483648;
      yield state / 2147483648;
    }
  }

  test.each(MIXED)('no random control does better: %s', (_, problem) => {
    const { KAtHorizon } = computed(problem, 32);
    const random = draws();
    const next = (): number => random.next().value as number;
    for (let i = 0; i < 200; i++) {
      // Some near the corners, where optima are.
      const sharp = next() < 0.5 ? 1 : 4;
      const shares = Array.from({ length: 1 + Math.floor(8 * next()) }, () => {
        const x = next();
        return x < 0.5 ? (2 * x) ** sharp / 2 : 1 - (2 - 2 * x) ** sharp / 2;
      });
      const K = chipsUnder(problem, shares, 60);
      // The integrator of the comparison, which does not look for kinks.
      expect(K).toBeLessThan(KAtHorizon * (1 + 1e-5));
    }
  });

  test.each(MIXED)(
    'its shares, held for short times in the economy as stated, lead to its K: %s',
    (_, problem) => {
      const { t, q, KAtHorizon } = computed(problem, 32);
      const parts = 4000;
      const shares = Array.from({ length: parts }, (_, i) => {
        const time = ((i + 0.5) * problem.horizon) / parts;
        const k = t.findIndex((_, j) => t[j + 1]! > time);
        // A cell with a limit in it follows the limit: q is between what it is at both ends.
        return q[k]! + ((q[k + 1]! - q[k]!) * (time - t[k]!)) / (t[k + 1]! - t[k]!);
      });
      // At switches the line between two nodes is not the control; k₂ is met only by turns, never by a mixture.
      const tolerance = problem.k2 === undefined ? 0.02 : 0.2;
      expect(Math.abs(Math.log(chipsUnder(problem, shares, 2) / KAtHorizon))).toBeLessThan(tolerance);
    },
  );

  test('its residual, defect and error are small where nothing rests on a kink', () => {
    for (const [name, problem] of MIXED) {
      if (name === 'breakdown') continue;
      const { residual, defect, error, integration } = computed(problem);
      expect(residual).toBeLessThan(1e-5);
      expect(defect).toBeLessThan(1e-5);
      expect(error).toBeLessThan(1e-5);
      expect(integration).toBeLessThan(1e-6);
    }
  });

  test('a ladder of one rung is a power law; a flat one beyond is a breakdown', () => {
    const start = { K0: 1, T0: 1, horizon: 2.5 };
    const one = { anchor: 0, breakpoints: [Number.POSITIVE_INFINITY], slopes: [1] };
    expectClose(computed({ ...start, ladder: one }), optimalPlan({ ...start, c: 1 }).K);
    const short = { anchor: 0, breakpoints: [Math.log10(2)], slopes: [1] };
    expectClose(computed({ ...start, ladder: short }), optimalPlanWithCap({ ...start, c: 1, Tmax: 2 }).K);
  });

  test('an optimum that blows up before the horizon is none', () => {
    expect(directOptimum({ K0: 1, T0: 1, c: 1, horizon: 3.01 })).toBeNull();
    expect(directOptimum({ K0: 1, T0: 1, c: 1, delta: 0.1, horizon: 6 })).toBeNull();
  });

  const fine = { K0: 1, T0: 1, c: 1, horizon: 1 };
  test.each([
    [{ ...fine, K0: 0 }, 'K0'],
    [{ ...fine, T0: 0 }, 'T0'],
    [{ ...fine, c: -1 }, 'c'],
    [{ K0: 1, T0: 1, horizon: 1 }, 'c'],
    [{ ...fine, horizon: Number.POSITIVE_INFINITY }, 'horizon'],
    [{ ...fine, s: 1.1 }, 's'],
    [{ ...fine, w: 0 }, 'w'],
    [{ ...fine, delta: -1 }, 'delta'],
    [{ ...fine, k1: 2, k2: 1 }, 'k2'],
    [{ ...fine, Tmax: 0 }, 'Tmax'],
    [{ ...fine, epsilon: 0, Yref: 1 }, 'epsilon'],
    [{ ...fine, epsilon: 2 }, 'Yref'],
    [{ ...fine, F: 0 }, 'F'],
    [{ ...fine, phi: -1 }, 'phi'],
    [{ ...fine, f: -1 }, 'f'],
    [{ ...fine, N: 1.5 }, 'N'],
    [{ ...fine, sigma: 2 }, 'sigma'],
    [{ ...fine, ladder: { anchor: 0, breakpoints: [1], slopes: [1] } }, 'c'],
    [{ K0: 1, T0: 1, horizon: 1, ladder: { anchor: 0, breakpoints: [1, 2], slopes: [1, 2] } }, 'ladder'],
  ])('%j is refused by name: %s', (problem, name) => {
    expect(() => directOptimum(problem as never)).toThrow(new RegExp(`^${name}: got .*; allowed: `));
  });

  test.each([
    [{ cells: 4 }, 'cells'],
    [{ rounds: -1 }, 'rounds'],
  ])('options %j are refused by name: %s', (options, name) => {
    expect(() => directOptimum(fine, options)).toThrow(new RegExp(`^${name}: got`));
  });
});
