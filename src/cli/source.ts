import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { decodeLink, parseScenarioText, preset, presets, refusal, type Scenario } from '../scenario/index.ts';
import { didYouMean } from '../scenario/near.ts';

const isLink = (source: string): boolean => source.startsWith('#') || /^https?:\/\//.test(source);

/** The scenario that a word on the command line means: a preset, a link copied from the page, `-` for stdin, or a file. */
export async function readScenario(source: string): Promise<Scenario> {
  const names = presets.map(({ name }) => name);
  if (names.includes(source)) return preset(source);
  if (isLink(source)) return decodeLink(source);
  if (source === '-') return parseScenarioText(await text(process.stdin));
  return parseScenarioText(
    await readFile(source, 'utf8').catch((error: NodeJS.ErrnoException) => refuse(error)),
  );

  function refuse(error: NodeJS.ErrnoException): never {
    const why = error.code === 'ENOENT' ? 'no such preset or file' : error.message;
    throw refusal(
      'scenario',
      `"${source}" (${why})`,
      `a preset (${names.join(', ')}), a JSON file, a link from the page, or - for stdin${didYouMean(source, names)}`,
    );
  }
}
