import { positive, refusal } from './domain.ts';
import { type Commons, readCommons } from './nash.ts';
import { logTraining, type Region, regionOf, timeToGo } from './nashClock.ts';

/** A point of the indifferent region: z* < z ≤ 1. */
export type RegionPoint = Commons & { readonly z: number };

function read(input: RegionPoint): { region: Region; lambda: number; c: number } {
  const constants = readCommons(input);
  const z = positive('z', input.z);
  const { nu, saddle, share, c } = constants;
  if (nu === 0) throw refusal('sigma', input.sigma, 'a number above 0, with N of 2 or more');
  if (!(z <= 1 && z > saddle)) throw refusal('z', z, `a number above z* = ${saddle}, up to 1`);
  return { region: regionOf(constants), lambda: -Math.log1p(-(1 - z) / (nu * z * share)), c };
}

/**
 * T̂(z)/T̂(1) on the way through the region: how much of its final training a lab has when z is what it is,
 *   [((z−z*)/(1−z*))^A1·((z−z₋)/(1−z₋))^A2]^(1/(1+c)), A1 = (1−z*)/(z*−z₋), A2 = −1 − A1.
 * Source: derived here: open-loop game, others' paths given. Domain: σ > 0, N ≥ 2, c > 0, z* < z ≤ 1; dimensionless, up to 1.
 */
export function nashTrainingRatio(input: RegionPoint): number {
  const { region, lambda } = read(input);
  return Math.exp(logTraining(region, lambda));
}

/**
 * Γ(z): the time from z to the horizon, harvest included, in units of T̂(z)^(−c)/a. 1 at z = 1 (the last
 * e-fold); 1/(m·q_N·z*) as z → z*. Source: derived here: open-loop game, others' paths given, an incomplete Beta function, summed as the
 * integral it is (nashClock.ts has both). Domain as nashTrainingRatio().
 */
export function nashTimeToGo(input: RegionPoint): number {
  const { region, lambda } = read(input);
  return timeToGo(region, lambda);
}
