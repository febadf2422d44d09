import type { PlannerProblem } from '../../../../src/theory/index.ts';

/**
 * The planner's economy written down a second time, as plainly as it is stated and in q, for tests: chips of one
 * lab at the horizon under shares held for equal times, by classical Runge–Kutta steps in (ln K, T).
 */
export function chipsUnder(
  problem: PlannerProblem & { readonly horizon: number },
  shares: readonly number[],
  stepsEach = 40,
): number {
  const { K0, T0, c = 1, a = 1, b = 1, s = 1, w = 1, delta = 0, rho = 0, k1 = 0, f = 0, gp = 0 } = problem;
  const { k2 = Infinity, Tmax = Infinity, epsilon = Infinity, Yref = Infinity } = problem;
  const { F = Infinity, gF = 0, phi = 0, N = 1, sigma = 0 } = problem;
  const rates = (t: number, L: number, T: number, q: number): [number, number] => {
    const K = Math.exp(L);
    let That = Math.min(T * (1 + sigma * (N - 1)), Tmax);
    let I = w * (1 - q) * K;
    That = Math.min(That, k2 === Infinity ? Infinity : k2 * I);
    I = k1 === 0 ? I : Math.min(I, That / k1);
    const Y = N * a * I * That ** c;
    const R = epsilon === Infinity || Y <= Yref ? Y : Math.min(Y, Yref * (Y / Yref) ** (1 - 1 / epsilon));
    const spend = s * R + f * N * K;
    const short = spend / (F * Math.exp(gF * t));
    const price = Math.exp(-gp * t) * Math.max(1, short ** (1 / (1 + phi)));
    return [spend / (price * N * K) - delta, b * q * K - rho * T];
  };
  let L = Math.log(K0);
  let T = T0;
  const dt = problem.horizon / (shares.length * stepsEach);
  for (const [i, q] of shares.entries()) {
    for (let j = 0; j < stepsEach; j++) {
      const t = (i * stepsEach + j) * dt;
      const [l1, t1] = rates(t, L, T, q);
      const [l2, t2] = rates(t + dt / 2, L + (dt / 2) * l1, T + (dt / 2) * t1, q);
      const [l3, t3] = rates(t + dt / 2, L + (dt / 2) * l2, T + (dt / 2) * t2, q);
      const [l4, t4] = rates(t + dt, L + dt * l3, T + dt * t3, q);
      L += (dt / 6) * (l1 + 2 * l2 + 2 * l3 + l4);
      T += (dt / 6) * (t1 + 2 * t2 + 2 * t3 + t4);
    }
  }
  return Math.exp(L);
}

/** Problems that between them have every mechanism on, alone and together. */
export const MIXED: readonly [name: string, problem: PlannerProblem & { readonly horizon: number }][] = [
  ['losses', { K0: 1, T0: 1, c: 1, delta: 0.2, rho: 0.1, horizon: 2.5 }],
  ['cone', { K0: 1, T0: 1, c: 1, k1: 0.5, horizon: 2.5 }],
  ['cone, training abundant', { K0: 0.1, T0: 1, c: 0.8, k1: 0.2, k2: 4, horizon: 4 }],
  ['breakdown', { K0: 2, T0: 1, c: 1, Tmax: 2.5, horizon: 2 }],
  ['demand', { K0: 1, T0: 1, c: 1, epsilon: 3, Yref: 0.5, horizon: 4 }],
  ['demand that pays no more', { K0: 1, T0: 1, c: 1, epsilon: 0.8, Yref: 0.5, horizon: 4 }],
  ['fab', { K0: 1, T0: 1, c: 1, F: 3, gF: 0.4, phi: 0.5, horizon: 4 }],
  ['rationing', { K0: 1, T0: 1, c: 1, F: 3, gF: 0.4, horizon: 4 }],
  ['prices and funding', { K0: 1, T0: 1, c: 1.5, F: 5, phi: 1, gp: 0.2, f: 0.3, s: 0.8, horizon: 2 }],
  [
    'nearly everything',
    {
      ...{ K0: 1, T0: 1, c: 1, a: 1.2, b: 0.9, s: 0.9, w: 0.8, delta: 0.1, rho: 0.2, k1: 0.3, k2: 4 },
      ...{ epsilon: 3, Yref: 0.5, F: 5, gF: 0.3, phi: 1, gp: 0.1, f: 0.1, N: 2, sigma: 0.5, horizon: 4 },
    },
  ],
];
