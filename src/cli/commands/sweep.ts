import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { type Shard, SweepFolder, whole } from '../../experiment/node/folder.ts';
import { refusal } from '../../scenario/index.ts';
import { integerOf } from '../options.ts';
import { type ConductOptions, conductFolder, withFolder } from '../sweep/conductFolder.ts';
import { readExperiment } from '../sweep/readExperiment.ts';

export const mostWorkers = 1024;

interface Options extends ConductOptions {
  out: string;
  shard?: Shard;
}

/** `i/n`, with 1 ≤ i ≤ n. */
function shardOf(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw refusal('--shard', JSON.stringify(text), 'i/n, with i from 1 to n');
}

async function run(source: string, { out, shard = whole, ...options }: Options): Promise<void> {
  const experiment = await readExperiment(source);
  const core = await loadCore();
  await withFolder(
    () => SweepFolder.create(out, experiment, core, shard),
    (folder) => conductFolder(folder, options),
  );
}

export function addSweep(program: Command): void {
  program
    .command('sweep')
    .description(
      'make the runs of an experiment and keep every one; the same command goes on where it was stopped',
    )
    .argument('<experiment>', 'a JSON file (turnpike schema --experiment), or - for stdin')
    .requiredOption('--out <folder>', 'where the journal and the results go')
    .option(
      '--workers <n>',
      'threads (default: as many as this machine runs)',
      integerOf('--workers', 1, mostWorkers),
    )
    .option(
      '--shard <i/n>',
      'only part i of n, in a folder of its own; turnpike merge puts them together',
      shardOf,
    )
    .option('--queue <redis-url>', 'let turnpike worker processes make the runs, on any number of hosts')
    .option('--json', 'the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  turnpike sweep experiment.json --out results
  turnpike sweep experiment.json --out part-3 --shard 3/8
  turnpike sweep experiment.json --out results --queue redis://localhost

A failed run is a row with its reason, and stops nothing.
Exit codes: 0 all runs are there, 1 the sweep could not go on, 2 bad input, 130 interrupted (turnpike resume goes on).`,
    )
    .action(run);
}
