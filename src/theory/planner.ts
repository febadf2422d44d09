import { refusal } from './domain.ts';
import type { Start } from './economy.ts';
import { type Labs, readLabs } from './labs.ts';
import { optimalPlan, type Plan } from './optimalPlan.ts';
import { minimalBlowUpTime } from './turnpike.ts';

/** K0 and T0 of each one of N identical labs (not the totals). */
export type LabStart = Start & Labs;

/**
 * One lab's part of the planner's plan for N identical labs whose chips stay where they are: optimalPlan() with
 * a·m^c, m = 1+σ(N−1). Its turnpike is b·c·m·K = a·T̂^(1+c), T̂ = m·T, still at q = c/(1+2c). K is one lab's;
 * the objective ΣK_i is N times it. Source: derived here: Pontryagin for the planner: exact for σ = 0 and σ = 1, for σ between
 * locally optimal and never beaten by a nonlinear program from other starts. Domain: as optimalPlan(), and N ≥
 * 1, 0 ≤ σ ≤ 1.
 */
export function plannerPlan(input: LabStart & { readonly horizon: number }): Plan {
  return optimalPlan({ ...asOne(input), horizon: input.horizon });
}

/** The planner's least blow-up time, t*_P: minimalBlowUpTime() with a·m^c. Source and domain as plannerPlan(). */
export function plannerBlowUpTime(input: LabStart): number {
  return minimalBlowUpTime(asOne(input));
}

/** The planner's share of K as if the lab were alone, a·m^c. */
function asOne(input: LabStart): Start {
  const { m } = readLabs(input);
  const { K0, T0, c, a = 1, b = 1 } = input;
  if (typeof c !== 'number' || typeof a !== 'number') return { K0, T0, c, a, b };
  return { K0, T0, c, a: a > 0 ? a * m ** c : a, b };
}

/**
 * The planner's plan when chips may move between the labs: all go to one, which starts from N·K0 chips and from
 * what it and the others trained, T̂0 = m·T0, and trains with b instead of b·m/N of the same total spread out.
 * K is the total, T the T̂ of that lab. Source: derived here: Pontryagin for the planner. Domain as plannerPlan().
 */
export function concentratedPlan(input: LabStart & { readonly horizon: number }): Plan {
  return optimalPlan({ ...concentrated(input), horizon: input.horizon });
}

/** Its blow-up time: 1.42885 against plannerBlowUpTime() 1.99321 for N = 5, σ = 0.2, K0 = T0 = c = 1. */
export function concentratedBlowUpTime(input: LabStart): number {
  return minimalBlowUpTime(concentrated(input));
}

function concentrated(input: LabStart): Start {
  const { m, N } = readLabs(input);
  const { K0, T0, c, a = 1, b = 1 } = input;
  if (typeof K0 !== 'number') throw refusal('K0', K0, 'a finite number above 0');
  if (typeof T0 !== 'number') throw refusal('T0', T0, 'a finite number, 0 or more');
  return { K0: N * K0, T0: m * T0, c, a, b };
}
