import { approachFrom } from './approach.ts';

/**
 * Which arcs the optimal plan has: train (A) or grow (B) first; 0: growing only; 1: train, then grow, never
 * reaching the turnpike; 2: approach, turnpike, harvest.
 */
export type PlanCase = 'A0' | 'A1' | 'A2' | 'B0' | 'B2' | 'blowup';

/**
 * The relation between a horizon t and the most that ln(K/K0) = L can be at it, a = b = 1, read in both
 * directions.
 * On the turnpike's branch, with z = c/(1+c)·(L − ln(K_a/K0) − 1),
 *   t = t_a + T_a^(−c)·[1 + (1+c)/c·(1 − e^(−z))]:
 * a sum of positive terms, so that t keeps its digits where t* minus what remains would not.
 */
export interface BestGrowth {
  readonly L: number;
  readonly time: number;
  readonly case: PlanCase;
  /**
   * e^(−z): T_s^(−c) in units of T_a^(−c), T_s the stock at which the last arc starts. 1 in the other cases.
   */
  readonly leave: number;
}

/** The most growth by time t. */
export function bestGrowthAt(t: number, k: number, T: number, c: number): BestGrowth {
  const p = 1 + c;
  const approach = approachFrom(k, T, c);
  const done = (L: number, name: PlanCase, leave = 1): BestGrowth => ({ L, time: t, case: name, leave });
  if (approach.above && t > T / (c * k) && t <= approach.time + approach.pace) {
    const stock = (c * (T + k * t)) / p;
    return done(stock ** p / (c * k), 'A1');
  }
  if (t <= approach.time + approach.pace) return done(T ** c * t, approach.above ? 'A0' : 'B0');
  const leave = 1 - (c / p) * ((t - approach.time) / approach.pace - 1);
  if (leave <= 0) return done(Number.POSITIVE_INFINITY, 'blowup', 0);
  const z = -Math.log(leave);
  return done(approach.logGrowth + 1 + (p / c) * z, approach.above ? 'A2' : 'B2', leave);
}

/** The least time to grow by e^L. */
export function bestTimeTo(L: number, k: number, T: number, c: number): BestGrowth {
  const p = 1 + c;
  const approach = approachFrom(k, T, c);
  const done = (time: number, name: PlanCase, leave = 1): BestGrowth => ({ L, time, case: name, leave });
  if (L <= 0) return done(0, approach.above ? 'A0' : 'B0');
  const beyond = L - approach.logGrowth - 1;
  if (beyond <= 0) {
    if (!approach.above) return done(L * approach.pace, 'B0');
    if (L * c * k <= T ** p) return done(L / T ** c, 'A0');
    const stock = (c * k * L) ** (1 / p);
    return done((stock - T) / k + stock / (c * k), 'A1');
  }
  const z = (c / p) * beyond;
  const time = approach.time + approach.pace * (1 - (p / c) * Math.expm1(-z));
  if (L === Number.POSITIVE_INFINITY) return done(time, 'blowup', 0);
  return done(time, approach.above ? 'A2' : 'B2', Math.exp(-z));
}
