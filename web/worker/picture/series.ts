import type { EconomySpec } from '../../../src/scenario/types.ts';

/** The rule that colours an economy's lines: the one all its groups follow, else none. */
export function ruleOfEconomy({ groups }: EconomySpec): string | null {
  const [first, ...rest] = groups.map((group) => group.rule.type);
  return rest.every((rule) => rule === first) ? first : null;
}

/** A variant's benchmark is drawn only where it differs from all before it: the index of each that is. */
export function distinct<T>(values: readonly T[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const key = JSON.stringify(value);
    if (seen.has(key)) return [];
    seen.add(key);
    return [index];
  });
}
