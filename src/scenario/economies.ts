import type { EconomySpec, Scenario } from './types.ts';
import { applyVariant } from './variants.ts';

const specOf = (name: string, from: number, { clock, economy, groups }: Scenario): EconomySpec => ({
  name,
  from,
  clock,
  economy,
  groups,
});

/** The economies that run side by side: 'base', then each variant with its changes applied. */
export function economiesOf(scenario: Scenario): EconomySpec[] {
  const variants = scenario.variants.map((variant) =>
    specOf(variant.name, variant.from, applyVariant(scenario, variant)),
  );
  return [specOf('base', 0, scenario), ...variants];
}
