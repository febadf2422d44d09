import { economies } from './scenario.ts';

/** The rules that run, each once, in the order of the groups: what colours stand for. */
export function rulesRunning(): string[] {
  return [...new Set(economies.value.flatMap(({ groups }) => groups.map(({ rule }) => rule.type)))];
}

/** The rule that colours an economy's line: its groups' one rule, or none where they differ. */
export function ruleOfEconomy(economy: number): string | null {
  const types = new Set(economies.value[economy]?.groups.map(({ rule }) => rule.type));
  return types.size === 1 ? [...types][0] : null;
}
