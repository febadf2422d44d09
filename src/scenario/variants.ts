import { assign, valuesAt } from './assign.ts';
import { parseBase } from './base.ts';
import { type Problem, refusal, ScenarioError } from './errors.ts';
import type { Scenario, Variant } from './types.ts';
import { numberText, shorten } from './words.ts';

const mostChanges = 256;

/** A variant shares the scenario's seed, names and units: it may change the rest. So may a factor of an experiment. */
export const changeable = ['clock', 'economy', 'groups'];

function forbidden(path: string): Problem[] {
  if (changeable.includes(path.split('.', 1)[0])) return [];
  const allowed = `a path under ${changeable.join(', ')}`;
  return [{ path: shorten(path), got: 'a change that no variant may make', allowed }];
}

/** Problems of a fork are told at `from`; those of a change at its path. */
const under = (name: string, path: string) =>
  path === 'from' ? `variants.${name}.from` : `variants.${name}.set.${path}`;

/** What the labs are at t = 0 and how time ticks: a fork finds both as the base made them. */
const given = ({ clock, groups }: Scenario): [path: string, value: unknown][] => [
  ['clock.h', clock.h],
  ['groups', groups.length],
  ...groups.flatMap(({ name, count, K0, T0 }, i): [string, unknown][] =>
    Object.entries({ name, count, K0, T0 }).map(([key, value]) => [`groups.${i}.${key}`, value]),
  ),
];

/** A fork starts while both still run, and shares its labs and its ticks with the base. */
function checkFork(base: Scenario, { from }: Variant, applied: Scenario): void {
  const end = Math.min(base.clock.until, applied.clock.until);
  if (from >= end) throw refusal('from', String(from), `a time before the end of the run, ${end}, of both`);
  const values = new Map(given(base));
  const changed = given(applied).filter(
    ([path, value]) => JSON.stringify(values.get(path)) !== JSON.stringify(value),
  );
  if (changed.length === 0) return;
  const allowed =
    'no change to groups, their labs, K0, T0 or clock.h in a variant with from > 0: they are settled by then';
  throw new ScenarioError(
    changed.map(([path]) => ({ path, got: 'another value than the base has', allowed })),
  );
}

/** The scenario (legal but for its variants) with a variant's changes, in order. Problems are told by the variant's name. */
export function applyVariant(scenario: Scenario, variant: Variant): Scenario {
  const at = `variants.${variant.name}.set`;
  const paths = Object.keys(variant.set);
  if (paths.length > mostChanges)
    throw refusal(at, `${numberText(paths.length)} changes`, `at most ${mostChanges}`);
  try {
    const problems = paths.flatMap(forbidden);
    if (problems.length) throw new ScenarioError(problems);
    let raw: unknown = { ...scenario, variants: [] };
    for (const path of paths) raw = assign(raw, path, variant.set[path]);
    const applied = parseBase(raw);
    if (variant.from > 0) checkFork(scenario, variant, applied);
    return applied;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(error.problems.map((p) => ({ ...p, path: under(variant.name, p.path) })));
  }
}

/** The variant with every default of its changes explicit, as found in the scenario they led to. */
export function writtenOut(variant: Variant, applied: Scenario): Variant {
  const explicit = (path: string, given: unknown): unknown => {
    try {
      const [value, ...others] = valuesAt(applied, path);
      const same = others.every((other) => JSON.stringify(other) === JSON.stringify(value));
      return same && value !== undefined ? value : given;
    } catch {
      return given; // a later change of the same variant took the place away
    }
  };
  const set = Object.entries(variant.set).map(([path, given]) => [path, explicit(path, given)]);
  return { name: variant.name, from: variant.from, set: Object.fromEntries(set) };
}
