import { nonNegative, refusal } from './domain.ts';
import { type Commons, readCommons } from './nash.ts';
import { regionOf, remainder } from './nashClock.ts';
import { nashBlowUpTime, nashPlan } from './nashPlan.ts';
import { type LabStart, plannerBlowUpTime, plannerPlan } from './planner.ts';

/**
 * The price of anarchy in time: t*_N : t*_P, labs that free-ride on z* against the planner with chips fixed to
 * labs. From 1 (m = 1); priceOfAnarchyWithoutTraining() at T0 = 0. Source: derived here: open-loop game, others' paths given. Domain: as
 * nashPlan(); dimensionless.
 */
export function priceOfAnarchy(input: LabStart): number {
  return nashBlowUpTime(input) / plannerBlowUpTime(input);
}

/**
 * The price of anarchy in chips at a horizon: the planner's K over that of the path-taking equilibrium, 1 or
 * more, → Infinity as the horizon tends to the planner's blow-up. Source: derived here: open-loop game, others' paths given.
 * Domain: as nashPlan(), horizon before plannerBlowUpTime(); dimensionless.
 */
export function priceOfAnarchyInChips(input: LabStart & { readonly horizon: number }): number {
  const end = plannerBlowUpTime(input);
  const horizon = nonNegative('horizon', input.horizon);
  if (horizon >= end) throw refusal('horizon', horizon, `a number below the planner's blow-up time, ${end}`);
  return plannerPlan(input).K / nashPlan(input).K;
}

/**
 * C in K(t_f) → C·(t*_N − t_f)^(−(1+c)/c), in base units (a = b = 1), from any start: (e/c)·(−ρ₀)^((1+c)/c), ρ₀
 * of nashClock.ts. 5.343862774 for c = 1, m = 2; the planner's (m = 1) is (e/c)·((1+c)/c)^((1+c)/c). NaN where
 * the equilibria fold back (NashPlan.lastHorizon) and K does not diverge towards t*_N.
 * Source: derived here: open-loop game, others' paths given (measured). Domain: as nashShare().
 */
export function nashGrowthConstant(input: Commons): number {
  const constants = readCommons(input);
  const { c, nu } = constants;
  const region = regionOf(constants);
  const left = nu === 0 ? (1 + c) / c : region.alpha < 1 ? -remainder(region) : Number.NaN;
  return left > 0 ? (Math.E / c) * left ** ((1 + c) / c) : Number.NaN;
}
