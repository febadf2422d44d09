import {
  mostCharacters,
  parseScenario,
  parseScenarioText,
  ScenarioError,
} from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { compareWith } from './beside.ts';
import { notice } from './run.ts';
import { open, openLinked } from './scenario.ts';

/**
 * Opens a scenario file, or a result that this page or the command line saved, which holds its scenario; or two of them that
 * were saved side by side.
 */
export const openFile = (file: File): Promise<void> =>
  read(file, ([first, second]) => (second ? openLinked(first, second) : open(first)));

/** Opens what a file holds beside the chosen scenario. */
export const openFileBeside = (file: File): Promise<void> => read(file, ([first]) => compareWith(first));

async function read(file: File, show: (scenarios: readonly Scenario[]) => void): Promise<void> {
  try {
    if (file.size > mostCharacters * 4) {
      notice.value = refused(file.name, [
        `It has ${file.size.toLocaleString('en')} bytes; a scenario has far fewer.`,
      ]);
      return;
    }
    show(scenariosIn(await file.text()));
    notice.value = null;
  } catch (error) {
    notice.value = refused(
      file.name,
      error instanceof ScenarioError
        ? error.problems.map(({ path, got, allowed }) => `${path}: got ${got}; allowed: ${allowed}`)
        : [String(error)],
    );
  }
}

const refused = (name: string, lines: readonly string[]) => ({
  kind: 'error' as const,
  title: `“${name}” was not opened. Nothing was changed.`,
  lines,
});

/** The scenario of a text, or the two of one that holds two sides. ScenarioError for what is none. */
export function scenariosIn(text: string): Scenario[] {
  const value = jsonIn(text);
  if (value === undefined) return [parseScenarioText(text)];
  if ('sides' in value && Array.isArray(value.sides) && value.sides.length === 2)
    return value.sides.map((side: unknown) => parseScenario(isResult(side) ? side.scenario : side));
  return [isResult(value) ? parseScenario(value.scenario) : parseScenarioText(text)];
}

/** A saved result holds its scenario. */
const isResult = (value: unknown): value is { scenario: unknown } =>
  typeof value === 'object' && value !== null && 'scenario' in value && 'coreHash' in value;

/** undefined if the text is no JSON object, or too long: parseScenarioText says where it is broken. */
function jsonIn(text: string): object | undefined {
  if (text.length > mostCharacters) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
