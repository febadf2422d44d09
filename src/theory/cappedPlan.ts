import { approachFrom, blowUpPaces } from './approach.ts';
import type { PlanCase } from './bestGrowth.ts';
import { type Cap, readCap } from './cap.ts';
import { nonNegative } from './domain.ts';
import { readStart, type Start } from './economy.ts';
import { type Arc, optimalPlan } from './optimalPlan.ts';

export interface CappedPlan {
  /** Chips at the horizon, in K0's unit. */
  readonly K: number;
  readonly horizon: number;
  /** One of optimalPlan()'s where the cap does not bind; 'cap' where it does. */
  readonly case: PlanCase | 'cap';
  readonly arcs: readonly Arc[];
  /** When training reaches the cap and stops; Infinity where it never does. */
  readonly capTime: number;
}

/**
 * The plan that maximises chips at a horizon when training beyond T_max is useless.
 *   optimalPlan() itself while it never trains beyond T_max;
 *   else its approach and turnpike up to T_max at t_c = t_a + ((1+2c)/(a·c))·(T_a^(−c) − T_max^(−c)), then
 *   q = 0: K = (a·T_max^(1+c)/(b·c))·exp(a·T_max^c·(t_f − t_c));
 *   where chips abound, b·c·K0/a ≥ T_max^(1+c): q = 1 until t1 = (T_max − T0)/(b·K0), then q = 0;
 *   T0 ≥ T_max: q = 0 throughout.
 * Source: derived here (bound on T added to Pontryagin's problem; checked there against a nonlinear
 * program).
 *
 * @param input K0 > 0, T0 ≥ 0, c > 0, a, b > 0, Tmax > 0 (Infinity for none); horizon ≥ 0, finite, unit 1/a
 */
export function optimalPlanWithCap(input: Start & Cap & { readonly horizon: number }): CappedPlan {
  const { K0, T0, c, a, b, k } = readStart(input);
  const horizon = nonNegative('horizon', input.horizon);
  const Tmax = readCap(input);
  if (T0 >= Tmax) {
    const arcs: Arc[] = horizon > 0 ? [{ control: 'grow', q: 0, start: 0, end: horizon }] : [];
    return { K: K0 * Math.exp(a * Tmax ** c * horizon), horizon, case: 'cap', arcs, capTime: 0 };
  }
  const { above, onCurve, time: t_a, pace, T: Ta } = approachFrom(k, T0, c);
  const trainsTo = Math.min(Ta, Tmax);
  const direct = above && trainsTo === Tmax;
  const reach = direct ? (Tmax - T0) / k : t_a + blowUpPaces(c) * pace * drop(Ta, Tmax, c);
  const free = optimalPlan({ K0, T0, c, a, b, horizon });
  const capTime = reach / a;
  if (Tmax === Number.POSITIVE_INFINITY || !exceeds(free.arcs, capTime)) {
    const { K, case: name, arcs } = free;
    return { K, horizon, case: name, arcs, capTime: Number.POSITIVE_INFINITY };
  }
  const arcs: Arc[] = [];
  let at = 0;
  const until = (end: number, control: Arc['control'], q: number): void => {
    if (end > at) arcs.push({ control, q, start: at, end });
    at = Math.max(at, end);
  };
  if (!onCurve) until(direct ? capTime : t_a / a, above ? 'train' : 'grow', above ? 1 : 0);
  until(capTime, 'turnpike', c / (1 + 2 * c));
  until(horizon, 'grow', 0);
  const Kc = direct ? K0 : (a * Tmax ** (1 + c)) / (b * c);
  return { K: Kc * Math.exp(a * Tmax ** c * (horizon - capTime)), horizon, case: 'cap', arcs, capTime };
}

/** 1 − (T_a/T_max)^c: how much of the time from T_a to the blow-up the way to T_max takes. */
const drop = (Ta: number, Tmax: number, c: number): number => -Math.expm1(c * Math.log(Ta / Tmax));

/** Whether a plan still trains after T has reached the cap; the last arc with training decides. */
function exceeds(arcs: readonly Arc[], capTime: number): boolean {
  const last = arcs.findLast(({ q }) => q > 0);
  return last !== undefined && last.end > capTime;
}
