import { economiesOf } from '../../scenario/economies.ts';
import type { Scenario } from '../../scenario/types.ts';
import { type Quantity, quantities } from './quantities.ts';

/** Names of the groups of each economy: the base, then the variants. */
export function groupsOf(scenario: Scenario): string[][] {
  return economiesOf(scenario).map(({ groups }) => groups.map(({ name }) => name));
}

/** A quantity of one group, and where that group stands in each economy; −1 where it does not. */
export interface GroupQuantity {
  quantity: Quantity;
  group: string;
  places: readonly number[];
}

/** `groups.NAME.K` as a quantity of that group; null if it names none. groups: names of the groups of each economy. */
export function groupQuantity(name: string, groups: readonly (readonly string[])[]): GroupQuantity | null {
  if (!name.startsWith('groups.')) return null;
  const known = [...new Set(groups.flat())];
  for (const group of known) {
    const head = `groups.${group}.`;
    const quantity = name.startsWith(head) && quantities.find(({ id }) => id === name.slice(head.length));
    if (quantity) return { quantity, group, places: groups.map((names) => names.indexOf(group)) };
  }
  return null;
}

/** Every name of a group's quantity, for messages. */
export function groupQuantityNames(groups: readonly (readonly string[])[]): string[] {
  return [...new Set(groups.flat())].flatMap((group) => quantities.map(({ id }) => `groups.${group}.${id}`));
}
