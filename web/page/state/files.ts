import {
  mostCharacters,
  parseScenario,
  parseScenarioText,
  ScenarioError,
} from '../../../src/scenario/index.ts';
import { notice } from './run.ts';
import { open } from './scenario.ts';

/** Opens a scenario file, or a result that this page or the command line saved, which holds its scenario. */
export async function openFile(file: File): Promise<void> {
  try {
    if (file.size > mostCharacters * 4) {
      notice.value = refused(file.name, [
        `It has ${file.size.toLocaleString('en')} bytes; a scenario has far fewer.`,
      ]);
      return;
    }
    open(scenarioOf(await file.text()));
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

function scenarioOf(text: string) {
  const saved = savedScenario(text);
  return saved === undefined ? parseScenarioText(text) : parseScenario(saved);
}

/** The scenario inside a saved result; undefined if the text is not one. */
function savedScenario(text: string): unknown {
  if (text.length > mostCharacters) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isResult =
      typeof value === 'object' && value !== null && 'scenario' in value && 'coreHash' in value;
    return isResult ? value.scenario : undefined;
  } catch {
    return undefined; // parseScenarioText says where it is broken
  }
}
