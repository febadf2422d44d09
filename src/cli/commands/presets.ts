import type { Command } from 'commander';
import { presets } from '../../scenario/index.ts';
import { print, printJson, wrap } from '../output.ts';

export function addPresets(program: Command): void {
  program
    .command('presets')
    .description('list the presets, each with one sentence on what to look for')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  turnpike presets')
    .action(({ json }: { json?: boolean }) => {
      if (json) return printJson(presets.map(({ name, title, lookFor }) => ({ id: name, title, lookFor })));
      const width = Math.max(...presets.map(({ name }) => name.length));
      const entries = presets.map(
        ({ name, title, lookFor }) =>
          `${name.padEnd(width)}  ${title}\n${wrap(lookFor, ' '.repeat(width + 2))}\n`,
      );
      print(`${entries.join('')}\nRun one with: turnpike run ${presets[0].name}`);
    });
}
