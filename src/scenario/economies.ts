import type { EconomySpec, Scenario } from './types.ts';
import { applyVariant } from './variants.ts';

const specOf = (name: string, { clock, economy, groups }: Scenario): EconomySpec => ({
  name,
  clock,
  economy,
  groups,
});

/** The economies that run side by side: 'base', then each variant with its changes applied. */
export function economiesOf(scenario: Scenario): EconomySpec[] {
  const variants = scenario.variants.map((variant) => specOf(variant.name, applyVariant(scenario, variant)));
  return [specOf('base', scenario), ...variants];
}
