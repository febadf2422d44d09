import { isObject } from './shorthands.ts';
import type { Distribution, Group, Scenario } from './types.ts';
import { parseScenario } from './validate.ts';

/** Writing a scenario with no more words than it needs. */

/** Part of a scenario, as parseScenario accepts it. */
export type Part = Record<string, unknown>;

const same = (x: unknown, y: unknown) => JSON.stringify(x) === JSON.stringify(y);

/** The keys of `value` that differ from `from`; sections by their own keys, lists whole. */
function differences(value: object, from: object): Part {
  const found: Part = {};
  for (const [key, mine] of Object.entries(value)) {
    const theirs = (from as Part)[key];
    if (same(mine, theirs)) continue;
    found[key] = isObject(mine) && isObject(theirs) ? differences(mine, theirs) : mine;
  }
  return found;
}

/** What `differences` left out, put back. */
export function completed(changes: Part, from: object): Part {
  const found: Part = { ...from };
  for (const [key, mine] of Object.entries(changes)) {
    const theirs = Object.hasOwn(from, key) ? (from as Part)[key] : undefined;
    const value = isObject(mine) && isObject(theirs) ? completed(mine, theirs) : mine;
    Object.defineProperty(found, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return found;
}

const shortDistribution = (d: Distribution | null) => (d?.distribution === 'constant' ? d.value : d);

/** A group without what it shares with the default group; a rule without its default parameters. */
function shortGroup(group: Group): Part {
  const { type } = group.rule;
  const [plain] = parseScenario({ groups: [{ rule: { type } }] }).groups;
  const [fallback] = parseScenario({}).groups;
  const found = differences(group, plain);
  const rule = found.rule ? { type, ...(found.rule as object) } : { type };
  if (type === fallback.rule.type && !found.rule) delete found.rule;
  else found.rule = rule;
  for (const key of ['K0', 'T0', 'cHat'] as const)
    if (key in found) found[key] = shortDistribution(group[key]);
  return found;
}

/** The shortest part of the scenario from which `completed` and parseScenario make it again, given `from`. */
export function shortened(scenario: Scenario, from: Scenario): Part {
  const found = differences(scenario, from);
  if (found.groups) found.groups = scenario.groups.map(shortGroup);
  if (found.variants)
    found.variants = scenario.variants.map(({ from, ...rest }) => (from ? { from, ...rest } : rest));
  return found;
}
