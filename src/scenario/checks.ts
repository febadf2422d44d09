import type { Clock, Group } from './types.ts';
import { numberText } from './words.ts';

/** Something wrong between fields that are each legal; `path` is relative to the object checked. */
export interface Finding {
  path: (string | number)[];
  /** null: the value at the path. */
  got: string | null;
  allowed: string;
}

/** No run may have more ticks than this. */
export const mostTicks = 10_000_000;

/** A run must end in a countable number of ticks. */
export function checkClock({ h, until }: Clock): Finding[] {
  if (!(h > 0) || until / h <= mostTicks) return [];
  const got = `${h} with clock.until ${until}: ${numberText(Math.ceil(until / h))} ticks`;
  return [
    { path: ['h'], got, allowed: `at most ${numberText(mostTicks)} ticks, so h ≥ ${until / mostTicks}` },
  ];
}

/** A list gives each lab its value; a uniform distribution has its ends in order. */
export function checkGroup(group: Group): Finding[] {
  const found: Finding[] = [];
  for (const key of ['K0', 'T0', 'cHat'] as const) {
    const d = group[key];
    if (d?.distribution === 'uniform' && d.min > d.max)
      found.push({ path: [key, 'max'], got: `${d.max}, below min ${d.min}`, allowed: 'at least min' });
    if (d?.distribution === 'list' && d.values.length !== group.count)
      found.push({
        path: [key, 'values'],
        got: `${numberText(d.values.length)} values for ${numberText(group.count)} labs`,
        allowed: `as many values as the group's count, ${numberText(group.count)}`,
      });
  }
  return found;
}

/** Groups, and variants, are told apart by their names. */
export function checkNames(named: readonly { name: string }[], reserved: readonly string[] = []): Finding[] {
  const taken = new Set(reserved);
  const found: Finding[] = [];
  named.forEach(({ name }, i) => {
    if (taken.has(name))
      found.push({
        path: [i, 'name'],
        got: reserved.includes(name) ? `"${name}", which is the scenario itself` : `"${name}" a second time`,
        allowed: 'a name of its own',
      });
    taken.add(name);
  });
  return found;
}

/** A variant's changes are looked at in `variants.ts`, once the scenario they change is legal. */
export function checkChanges(changes: unknown): Finding[] {
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes)) return [];
  return [{ path: [], got: null, allowed: 'an object of changes: {"economy.c": 1.5}' }];
}
