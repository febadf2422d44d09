import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { calibrate, refusal } from '../../scenario/index.ts';
import { numberOf } from '../options.ts';
import { print, printJson, shown, table, wrap } from '../output.ts';

interface Options {
  out?: string;
  name?: string;
  c?: number;
  json?: boolean;
}

async function readCsv(source: string): Promise<string> {
  if (source === '-') return text(process.stdin);
  return readFile(source, 'utf8').catch((error: Error) => {
    throw refusal('csv', `"${source}" (${error.message})`, 'a file that can be read, or - for stdin');
  });
}

async function run(source: string, { out, name, c, json }: Options): Promise<void> {
  const options = { ...(name === undefined ? {} : { name }), ...(c === undefined ? {} : { c }) };
  const { scenario, derivations, notes } = calibrate(await readCsv(source), options);
  if (out !== undefined)
    await writeFile(out, `${JSON.stringify(scenario, null, 2)}\n`).catch((error: Error) => {
      throw refusal('--out', `"${out}" (${error.message})`, 'a file that can be written');
    });
  if (json) return printJson({ scenario, derivations, notes });
  for (const lab of new Set(derivations.map((derivation) => derivation.lab))) {
    const own = derivations.filter((derivation) => derivation.lab === lab);
    const rows = own.map(({ quantity, value, unit, how }) => [quantity, shown(value), unit, how]);
    print(
      `${lab}\n${table(
        ['  quantity', 'value', 'unit', 'how'],
        rows.map(([first, ...rest]) => [`  ${first}`, ...rest]),
      )}`,
    );
  }
  print(`${notes.map((note) => `- ${wrap(note, '  ').trimStart()}`).join('\n')}\n`);
  print(
    out === undefined
      ? 'Keep the scenario with --out FILE, then: turnpike run FILE'
      : `The scenario is in ${out}; run it with: turnpike run ${out}`,
  );
}

export function addCalibrate(program: Command): void {
  program
    .command('calibrate')
    .description('from year-end data of labs to a scenario, every derived number with how it was derived')
    .argument('<csv>', 'a file with the columns lab, date, h100e_median; - for stdin')
    .option('--out <file>', 'write the scenario to this file')
    .option('--name <name>', "the scenario's name")
    .option('--c <x>', 'the exponent c of all labs', numberOf('--c'))
    .option('--json', 'as JSON: scenario, derivations, notes')
    .addHelpText(
      'after',
      `
Example:
  turnpike calibrate labs.csv --out labs.json
  turnpike run labs.json`,
    )
    .action(run);
}
