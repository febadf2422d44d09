import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { SweepFolder } from '../../experiment/node/folder.ts';
import { integerOf } from '../options.ts';
import { type ConductOptions, conductFolder, withFolder } from '../sweep/conductFolder.ts';
import { mostWorkers } from './sweep.ts';

async function run(folder: string, options: ConductOptions): Promise<void> {
  const core = await loadCore();
  await withFolder(
    () => SweepFolder.open(folder, core),
    (opened) => conductFolder(opened, options),
  );
}

export function addResume(program: Command): void {
  program
    .command('resume')
    .description(
      'go on with a sweep that was stopped, killed or out of room; runs that are done are not made again',
    )
    .argument('<folder>', 'the --out of the sweep')
    .option(
      '--workers <n>',
      'threads (default: as many as this machine runs)',
      integerOf('--workers', 1, mostWorkers),
    )
    .option('--queue <redis-url>', 'let turnpike worker processes make the runs')
    .option('--json', 'the outcome as JSON')
    .addHelpText('after', '\nExample:\n  turnpike resume results')
    .action(run);
}
