import type { Command } from 'commander';
import { flow } from '../../theory/index.ts';
import { addStart, numberOf, type StartOptions, startOf } from '../options.ts';
import { print, printJson, shown, table } from '../output.ts';

interface Options extends StartOptions {
  q: number;
  t: number;
  json?: boolean;
}

/** JSON has no ∞: null stands for it. */
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

export function addFlow(program: Command): void {
  addStart(program.command('flow'))
    .description('the exact chips and training stock after a time at a constant training share')
    .requiredOption('--q <x>', 'training share, 0 to 1', numberOf('--q'))
    .requiredOption('--t <x>', 'time since the start (years when a is per year)', numberOf('--t'))
    .option('--json', 'as JSON; null where a value is infinite')
    .addHelpText(
      'after',
      '\nExample (Figure 1 of the paper economy: K = 1/(1 − sin(t/2)), blow-up at π):\n  turnpike flow --K0 1 --T0 1 --c 1 --q 0.5 --t 2.5',
    )
    .action((options: Options) => {
      const { q, t } = options;
      const { K, T, blowUpTime } = flow({ ...startOf(options), q, t });
      if (options.json)
        return printJson({
          K: finite(K),
          T: finite(T),
          blowUpTime: finite(blowUpTime),
          ...startOf(options),
          q,
          t,
        });
      print(
        table(
          ['t', 'K', 'T', 'blow-up time'],
          [[shown(t), shown(K, 12), shown(T, 12), shown(blowUpTime, 12)]],
        ),
      );
    });
}
