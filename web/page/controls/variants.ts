import type { Scenario } from '../../../src/scenario/types.ts';

/** Do two paths name the same value? Groups go by name, index or * in a variant, by index in a control. */
function isSame(path: string, written: string, groups: readonly string[]): boolean {
  const [head, group, ...rest] = path.split('.');
  if (head !== 'groups') return path === written;
  const at = rest.join('.');
  return ['*', group, groups[Number(group)]].some((key) => written === `groups.${key}.${at}`);
}

/** The variants that give this value another one, each with what it sets: 'open (σ = 1)' without the symbol. */
export function variantsChanging({ variants, groups }: Scenario, path: string): string[] {
  const names = groups.map(({ name }) => name);
  return variants.flatMap(({ name, set }) =>
    Object.entries(set)
      .filter(([written]) => isSame(path, written, names))
      .map(([, value]) => (typeof value === 'object' ? name : `${name} (${String(value)})`)),
  );
}
