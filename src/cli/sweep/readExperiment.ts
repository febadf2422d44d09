import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Experiment } from '../../experiment/types.ts';
import { experimentJson, isLink, parseExperiment } from '../../experiment/validate.ts';
import { parseScenarioText, presets, refusal } from '../../scenario/index.ts';
import { didYouMean } from '../../scenario/near.ts';

function readText(source: string): Promise<string> {
  if (source === '-') return text(process.stdin);
  return readFile(source, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such file' : error.message;
    throw refusal('experiment', `"${source}" (${why})`, 'a JSON file, or - for stdin');
  });
}

/** A scenario named by its file, beside the experiment's; presets, links and scenarios are left as they are. */
async function withScenario(input: unknown, folder: string): Promise<unknown> {
  if (typeof input !== 'object' || input === null) return input;
  const { scenario } = input as { scenario?: unknown };
  const names = presets.map(({ name }) => name);
  if (typeof scenario !== 'string' || isLink(scenario) || names.includes(scenario)) return input;
  const read = await readFile(resolve(folder, scenario), 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such preset or file' : error.message;
    throw refusal(
      'scenario',
      `"${scenario}" (${why})`,
      `a preset (${names.join(', ')}), a link from the page, a scenario file, or a scenario${didYouMean(scenario, names)}`,
    );
  });
  return { ...input, scenario: parseScenarioText(read) };
}

/** The experiment in a file, or in what comes on stdin for `-`. */
export async function readExperiment(source: string): Promise<Experiment> {
  const input = experimentJson(await readText(source));
  return parseExperiment(await withScenario(input, source === '-' ? '.' : dirname(source)));
}
