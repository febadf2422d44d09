import { computed } from '@preact/signals';
import { chosenSide, type SideState } from './sides.ts';

/** The shades of the chosen side. */
export const shades = computed(() => chosenSide.value.shades.value);

/** The rules that run, each once, in the order of the groups: what colours stand for. */
export function rulesRunning(of: SideState = chosenSide.value): string[] {
  return [...new Set(of.economies.value.flatMap(({ groups }) => groups.map(({ rule }) => rule.type)))];
}

/** The rule that colours an economy's line: its groups' one rule, or none where they differ. */
export function ruleOfEconomy(economy: number, of: SideState = chosenSide.value): string | null {
  const types = new Set(of.economies.value[economy]?.groups.map(({ rule }) => rule.type));
  return types.size === 1 ? [...types][0] : null;
}
