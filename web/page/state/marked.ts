import { computed } from '@preact/signals';
import { shadesOf } from '../../render/marks.ts';
import { economies } from './scenario.ts';

/** The shades that tell apart economies which share a rule, as the renderers draw them. */
export const shades = computed(() =>
  shadesOf(
    economies.value.flatMap(({ groups }, economy) =>
      groups.map(({ rule }) => ({ rule: rule.type, economy })),
    ),
  ),
);

/** The rules that run, each once, in the order of the groups: what colours stand for. */
export function rulesRunning(): string[] {
  return [...new Set(economies.value.flatMap(({ groups }) => groups.map(({ rule }) => rule.type)))];
}

/** The rule that colours an economy's line: its groups' one rule, or none where they differ. */
export function ruleOfEconomy(economy: number): string | null {
  const types = new Set(economies.value[economy]?.groups.map(({ rule }) => rule.type));
  return types.size === 1 ? [...types][0] : null;
}
