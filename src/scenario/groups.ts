import { itemAt } from './assign.ts';
import { rules } from './rules.ts';
import { mostGroups } from './schema/scenario.ts';
import type { Group, Scenario, Variant } from './types.ts';
import { parseScenario } from './validate.ts';

/**
 * Groups added, removed, moved and renamed. Variants follow: their changes go on naming the group they were made for,
 * whatever its place and name. Results are legal scenarios; ScenarioError, and the given one is as it was, if they cannot be.
 */

const longestName = 60;

/** May another group be added? */
export function hasRoom({ groups }: Scenario): boolean {
  return groups.length < mostGroups;
}

/** `wanted` where no group has that name, else 'wanted 2', 'wanted 3' … */
export function freshGroupName({ groups }: Scenario, wanted: string): string {
  const taken = new Set(groups.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let n = 2; ; n++) {
    const ending = ` ${n}`;
    const name = `${stem.slice(0, longestName - ending.length).trimEnd()}${ending}`;
    if (!taken.has(name)) return name;
  }
}

const withGroups = (scenario: Scenario, groups: readonly unknown[]): Scenario =>
  parseScenario({ ...scenario, groups, variants: scenario.variants.map((v) => byName(v, scenario)) });

/** A copy behind the group it is a copy of. */
export function duplicateGroup(scenario: Scenario, index: number): Scenario {
  const group = scenario.groups[index];
  const copy = { ...group, name: freshGroupName(scenario, group.name) };
  return withGroups(scenario, scenario.groups.toSpliced(index + 1, 0, copy));
}

/** One lab with the stocks and values of the last group, under the first rule that nobody has yet. */
export function addGroup(scenario: Scenario): Scenario {
  const last = scenario.groups[scenario.groups.length - 1];
  const taken = new Set(scenario.groups.map(({ rule }) => rule.type));
  const rule = rules.find(({ id }) => !taken.has(id)) ?? rules[0];
  const name = freshGroupName(scenario, rule.label.toLowerCase());
  const added = { ...last, ...firstOfLists(last), name, count: 1, rule: { type: rule.id } };
  return withGroups(scenario, [...scenario.groups, added]);
}

/** What a list says of its first lab, for a group that has only one. */
function firstOfLists(group: Group): Partial<Group> {
  const entries = (['K0', 'T0', 'cHat'] as const).flatMap((key) => {
    const given = group[key];
    return given?.distribution === 'list'
      ? [[key, { distribution: 'constant', value: given.values[0] }] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/** The group at `index` at another place. */
export function moveGroup(scenario: Scenario, index: number, to: number): Scenario {
  const groups = scenario.groups.toSpliced(index, 1);
  return withGroups(scenario, groups.toSpliced(to, 0, scenario.groups[index]));
}

/** The group under another name. */
export function renameGroup(scenario: Scenario, index: number, name: string): Scenario {
  const { groups, variants } = scenario;
  const renamed = groups.map((group, i) => (i === index ? { ...group, name } : group));
  const follow = (path: string): string => {
    const at = groupIn(path, scenario);
    return at?.index === index ? joined(name, at.rest) : path;
  };
  const moved = variants.map((variant) => ({ ...variant, set: rekeyed(variant.set, follow) }));
  return parseScenario({ ...scenario, groups: renamed, variants: moved });
}

export interface Removal {
  readonly scenario: Scenario;
  /** Changes that went with the group, by the variant that made them. */
  readonly dropped: readonly { variant: string; paths: readonly string[] }[];
  /** Variants that changed nothing else, and so went too. */
  readonly variants: readonly string[];
}

/** The scenario without a group, and without what variants changed of it alone. There must be another group. */
export function removeGroup(scenario: Scenario, index: number): Removal {
  const groups = scenario.groups.toSpliced(index, 1);
  const dropped: { variant: string; paths: string[] }[] = [];
  const gone: string[] = [];
  const variants = scenario.variants.flatMap((variant) => {
    const named = byName(variant, scenario);
    const paths = Object.keys(named.set).filter((path) => groupIn(path, scenario)?.index === index);
    if (paths.length === 0) return [named];
    dropped.push({ variant: variant.name, paths });
    const set = Object.fromEntries(Object.entries(named.set).filter(([path]) => !paths.includes(path)));
    if (Object.keys(set).length > 0) return [{ ...named, set }];
    gone.push(variant.name);
    return [];
  });
  return { scenario: parseScenario({ ...scenario, groups, variants }), dropped, variants: gone };
}

/** The base's group that a path leads into; null for other paths, for all groups (*), and for names that only a variant gives. */
function groupIn(path: string, { groups }: Scenario): { index: number; rest: string } | null {
  if (!path.startsWith('groups.')) return null;
  return itemAt(
    groups.map(({ name }) => name),
    path.slice('groups.'.length),
  );
}

const joined = (name: string, rest: string): string =>
  rest === '' ? `groups.${name}` : `groups.${name}.${rest}`;

const rekeyed = (set: Variant['set'], rename: (path: string) => string): Variant['set'] =>
  Object.fromEntries(Object.entries(set).map(([path, value]) => [rename(path), value]));

/** The variant with groups called by name, so that a place may change. */
function byName(variant: Variant, scenario: Scenario): Variant {
  const named = (path: string): string => {
    const at = groupIn(path, scenario);
    return at ? joined(scenario.groups[at.index].name, at.rest) : path;
  };
  return { ...variant, set: rekeyed(variant.set, named) };
}
