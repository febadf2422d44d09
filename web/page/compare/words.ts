import type { Group, Scenario } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { labelWords, valueWords } from '../format/changes.ts';
import { listText } from '../format/words.ts';
import { differences } from '../state/differences.ts';
import { valueAt } from '../state/scenario.ts';

/** One thing that two scenarios do not have in common, in words. */
export interface Difference {
  what: string;
  a: string;
  b: string;
}

/** What stands in place of a value that a scenario has not. */
const none = '–';

const told = (path: string, value: unknown): string => (value === undefined ? none : valueWords(path, value));

/** Numbers with no more digits than are read. */
const rounded = (text: string): string => text.replace(/\d+\.\d{5,}/g, (long) => quantityText(Number(long)));

/** A group that only one of two scenarios has. */
function groupWords(group: Group): string {
  const { count, rule, K0, T0 } = group;
  const labs = count === 1 ? 'one lab' : `${count.toLocaleString('en')} labs`;
  const stocks = `K₀ = ${valueWords('groups.*.K0', K0)}, T₀ = ${valueWords('groups.*.T0', T0)}`;
  return `${labs}: ${valueWords('groups.*.rule', rule)}; ${rounded(stocks)}`;
}

function betweenGroups(a: Group, b: Group, owner: string): Difference[] {
  const of = (groups: Group): Scenario => ({ groups }) as unknown as Scenario;
  return differences(of(a), of(b)).map((path) => {
    const own = path.replace(/^groups\./, '');
    const general = `groups.*.${own}`;
    const [before, after] = [a, b].map((group) => valueAt(of(group), path));
    return {
      what: owner + labelWords(general, a.rule.type),
      a: told(general, before),
      b: told(general, after),
    };
  });
}

/** Groups belong together by name, or because each scenario has only one. */
function groupDifferences(a: readonly Group[], b: readonly Group[]): Difference[] {
  if (a.length === 1 && b.length === 1) return betweenGroups(a[0], b[0], '');
  const ownerOf = (name: string) => (Math.max(a.length, b.length) > 1 ? `${name}: ` : '');
  const inA = a.flatMap((group) => {
    const same = b.find(({ name }) => name === group.name);
    if (same) return betweenGroups(group, same, ownerOf(group.name));
    return [{ what: `Group ${group.name}`, a: groupWords(group), b: none }];
  });
  const onlyInB = b.filter(({ name }) => !a.some((group) => group.name === name));
  return [
    ...inA,
    ...onlyInB.map((group) => ({ what: `Group ${group.name}`, a: none, b: groupWords(group) })),
  ];
}

const variantWords = ({ variants }: Scenario): string =>
  variants.length === 0 ? 'none' : listText(variants.map(({ name }) => name));

/** Everything that two scenarios do not have in common but for their names, titles and the seed, which is one for both. */
export function differencesInWords(a: Scenario, b: Scenario): Difference[] {
  const parts = ({ economy, clock, units }: Scenario) => ({ economy, clock, units }) as Scenario;
  const parameters = differences(parts(a), parts(b)).map((path) => ({
    what: labelWords(path),
    a: told(path, valueAt(a, path)),
    b: told(path, valueAt(b, path)),
  }));
  const variants =
    JSON.stringify(a.variants) === JSON.stringify(b.variants)
      ? []
      : [{ what: 'Variants', a: variantWords(a), b: variantWords(b) }];
  return [...groupDifferences(a.groups, b.groups), ...parameters, ...variants];
}
