import { parseBase } from './base.ts';
import { type Problem, refusal, ScenarioError } from './errors.ts';
import { jsonFault } from './json-fault.ts';
import { mostLabs } from './table/group.ts';
import type { Scenario } from './types.ts';
import { applyVariant, writtenOut } from './variants.ts';
import { numberText } from './words.ts';

/** A scenario file may have this many characters. */
export const mostCharacters = 10_000_000;

const labsOf = (scenario: Scenario) => scenario.groups.reduce((sum, group) => sum + group.count, 0);

function refuseTooManyLabs(labs: number, economies: number): void {
  if (labs <= mostLabs) return;
  const got = `${numberText(labs)} labs in ${economies === 1 ? 'one economy' : `${economies} economies`}`;
  throw refusal('groups.*.count', got, `at most ${numberText(mostLabs)} labs over all economies`);
}

/**
 * A complete scenario from anything: defaults are filled and shorthands written out. `{}` is one lab.
 * It is refused whole, by a ScenarioError with every problem found: those of the scenario itself, or, once it is
 * legal, those of its variants.
 */
export function parseScenario(input: unknown): Scenario {
  const scenario = parseBase(input);
  let labs = labsOf(scenario);
  refuseTooManyLabs(labs, 1);
  const problems: Problem[] = [];
  const variants = scenario.variants.map((variant, i) => {
    try {
      const applied = applyVariant(scenario, variant);
      labs += labsOf(applied);
      refuseTooManyLabs(labs, i + 2);
      return writtenOut(variant, applied);
    } catch (error) {
      if (!(error instanceof ScenarioError) || labs > mostLabs) throw error;
      problems.push(...error.problems);
      return variant;
    }
  });
  if (problems.length) throw new ScenarioError(problems);
  return { ...scenario, variants };
}

/** The same from the text of a JSON file. */
export function parseScenarioText(text: string): Scenario {
  if (text.length > mostCharacters)
    throw refusal(
      'scenario',
      `${numberText(text.length)} characters`,
      `at most ${numberText(mostCharacters)}`,
    );
  let input: unknown;
  try {
    input = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw refusal('scenario', jsonFault(text), 'a JSON object');
  }
  return parseScenario(input);
}
