import { refusal, ScenarioError } from './errors.ts';
import { marketProblems } from './marketChecks.ts';
import { type Issue, problemsOf } from './problems.ts';
import { groupsAllowed, mostGroups, mostVariants, scenarioType, variantsAllowed } from './schema/scenario.ts';
import { expandShorthands, isObject } from './shorthands.ts';
import type { Scenario } from './types.ts';
import { valueText } from './words.ts';

/** Before anything is looked at one by one, so that a hostile list of millions costs nothing. */
function refuseTooMany(input: unknown): void {
  if (!isObject(input)) return;
  const { groups, variants } = input;
  if (Array.isArray(groups) && groups.length > mostGroups)
    throw refusal('groups', valueText(groups), groupsAllowed);
  if (Array.isArray(variants) && variants.length > mostVariants)
    throw refusal('variants', valueText(variants), variantsAllowed);
}

/** A scenario with its defaults, its variants' changes taken as they are. ScenarioError with every problem. */
export function parseBase(input: unknown): Scenario {
  refuseTooMany(input);
  const raw = expandShorthands(input);
  const result = scenarioType.safeParse(raw);
  if (result.success) {
    const scenario = result.data as unknown as Scenario;
    const problems = marketProblems(scenario);
    if (problems.length > 0) throw new ScenarioError(problems);
    return scenario;
  }
  throw new ScenarioError(problemsOf(result.error.issues as Issue[], raw));
}
