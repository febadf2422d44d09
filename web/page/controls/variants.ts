import type { Scenario } from '../../../src/scenario/types.ts';

/** Do two paths name the same value? Groups go by name, index or * in a variant, by index in a control. */
function isSame(path: string, written: string, groups: readonly string[]): boolean {
  const [head, group, ...rest] = path.split('.');
  if (head !== 'groups') return path === written;
  const at = rest.join('.');
  return ['*', group, groups[Number(group)]].some((key) => written === `groups.${key}.${at}`);
}

/** A name such as 'σ 0.25' needs no value after it; an object is too long for one. */
const isTold = (name: string, value: unknown): boolean =>
  typeof value === 'object' || name.includes(String(value));

/** The variants that give this value another one, each with the value it sets. */
export function variantsChanging({ variants, groups }: Scenario, path: string): string[] {
  const names = groups.map(({ name }) => name);
  return variants.flatMap(({ name, set }) =>
    Object.entries(set)
      .filter(([written]) => isSame(path, written, names))
      .map(([, value]) => (isTold(name, value) ? name : `${name} (${String(value)})`)),
  );
}
