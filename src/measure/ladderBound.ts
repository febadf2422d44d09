import { rungsOf } from '../scenario/rungs.ts';
import type { EconomySpec, Group } from '../scenario/types.ts';

/** Slope of the first and steepest rung of a group's technique ladder; null where its quality is T̂^c. */
export function steepestRung(group: Group, economy: EconomySpec['economy']): number | null {
  const techniques = group.techniques ?? economy.techniques;
  if (techniques === null) return null;
  const [first] = rungsOf(techniques, group.techniqueScale ?? economy.techniqueScale);
  return first.slope;
}

/**
 * The least a' with a·G(T) ≤ a'·T^c for a lab of the group that starts at T0, whatever T it reaches: a itself for G = T^c. A
 * ladder that is nowhere steeper than c and has G(T0) = T0^c₁ is worth most beside T^c at T0: a' = a·T0^(c₁ − c). Should its
 * T fall, its G stays below G(T0), and what it is compared with has at least T0.
 */
export function productivityBound(group: Group, economy: EconomySpec['economy'], T0: number): number {
  const a = group.a ?? economy.a;
  const slope = steepestRung(group, economy);
  return slope === null ? a : a * T0 ** (slope - (group.c ?? economy.c));
}
