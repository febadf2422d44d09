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
    return parseBase(raw);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(error.problems.map((p) => ({ ...p, path: `${at}.${p.path}` })));
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
  return { name: variant.name, set: Object.fromEntries(set) };
}
