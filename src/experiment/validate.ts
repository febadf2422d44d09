import { type Problem, refusal, ScenarioError } from '../scenario/errors.ts';
import { jsonFault } from '../scenario/json-fault.ts';
import { decodeLink } from '../scenario/link.ts';
import { didYouMean } from '../scenario/near.ts';
import { preset, presets } from '../scenario/presets/index.ts';
import { type Issue, problemsOf } from '../scenario/problems.ts';
import type { Scenario } from '../scenario/types.ts';
import { mostCharacters, parseScenario } from '../scenario/validate.ts';
import { numberText, valueText } from '../scenario/words.ts';
import { experimentProblems } from './checks.ts';
import { experimentType, scenarioAllowed } from './schema/experiment.ts';
import type { Experiment } from './types.ts';

/** Is a word that stands for a scenario a link? Else it is a preset's name or a file's. */
export const isLink = (word: string): boolean => word.startsWith('#') || /^https?:\/\//.test(word);

function scenarioOf(given: unknown): Scenario {
  if (typeof given !== 'string') return parseScenario(given);
  if (isLink(given)) return decodeLink(given);
  const names = presets.map(({ name }) => name);
  if (names.includes(given)) return preset(given);
  throw refusal('', valueText(given), `${scenarioAllowed} (${names.join(', ')})${didYouMean(given, names)}`);
}

/** The problems of a part, told by their place in the whole. */
function within<T>(at: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const path = (own: string) => (own === '' || own === at ? at : `${at}.${own}`);
    throw new ScenarioError(error.problems.map((problem) => ({ ...problem, path: path(problem.path) })));
  }
}

/** What the schema leaves: the scenario as given, names and the first seed where there are any. */
type Parsed = Omit<Experiment, 'scenario' | 'factors' | 'replications'> & {
  scenario: unknown;
  factors: (Omit<Experiment['factors'][number], 'name'> & { name?: string })[];
  replications: Omit<Experiment['replications'], 'seed'> & { seed: number | null };
};

/**
 * A complete experiment from anything: defaults are filled and the scenario written out. It is refused whole, by a
 * ScenarioError with every problem found. A scenario's file must have been read before: here a word is a preset or a link.
 */
export function parseExperiment(input: unknown): Experiment {
  const result = experimentType.safeParse(input);
  const problems: Problem[] = result.success
    ? []
    : problemsOf(result.error.issues as Issue[], input, 'experiment');
  let scenario: Scenario | null = null;
  try {
    const given = (input as { scenario?: unknown } | null)?.scenario;
    if (given !== undefined) scenario = within('scenario', () => scenarioOf(given));
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    problems.push(...error.problems);
  }
  if (!result.success || !scenario || problems.length > 0) throw new ScenarioError(problems);
  const parsed = result.data as unknown as Parsed;
  const experiment = {
    ...parsed,
    scenario,
    factors: parsed.factors.map(({ name, ...factor }) => ({ name: name ?? factor.path, ...factor })),
    replications: { ...parsed.replications, seed: parsed.replications.seed ?? scenario.seed },
  } as unknown as Experiment;
  const between = experimentProblems(experiment);
  if (between.length > 0) throw new ScenarioError(between);
  return experiment;
}

/** The JSON of an experiment file, not yet looked at. */
export function experimentJson(text: string): unknown {
  if (text.length > mostCharacters)
    throw refusal(
      'experiment',
      `${numberText(text.length)} characters`,
      `at most ${numberText(mostCharacters)}`,
    );
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw refusal('experiment', jsonFault(text), 'a JSON object');
  }
}
