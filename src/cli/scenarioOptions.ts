import type { Command } from 'commander';
import { assign, valuesAt } from '../scenario/assign.ts';
import { mostTicks } from '../scenario/checks.ts';
import { type Assignment, applyAll, type Scenario } from '../scenario/index.ts';
import { assignments, integerOf, numberOf } from './options.ts';

/** What the command line may change of a scenario before it runs. */
export interface ScenarioOptions {
  set?: Assignment[];
  seed?: number;
  until?: number;
  ticks?: number;
}

/** The argument and options of every command that runs a scenario. */
export function addScenario(command: Command): Command {
  return command
    .argument('<scenario>', 'a preset, a JSON file, a link copied from the page, or - for JSON on stdin')
    .option(
      '--set <path=value>',
      'change a parameter (may be repeated); see turnpike parameters',
      assignments,
    )
    .option('--seed <n>', 'seed of the random draws', integerOf('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--until <t>', "end of the run, in the scenario's time unit", numberOf('--until'))
    .option('--ticks <n>', 'n ticks of h; with --until, h = until/n', integerOf('--ticks', 1, mostTicks));
}

/** The scenario with the command line's changes: --set in order, then --seed, --until and --ticks. */
export function changed(scenario: Scenario, { set = [], seed, until, ticks }: ScenarioOptions): Scenario {
  const changes = [...set];
  if (seed !== undefined) changes.push({ path: 'seed', value: seed });
  if (until !== undefined) changes.push({ path: 'clock.until', value: until });
  if (ticks !== undefined) {
    if (until !== undefined) changes.push({ path: 'clock.h', value: until / ticks });
    else {
      const raw = set.reduce<unknown>((document, { path, value }) => assign(document, path, value), scenario);
      const [h] = valuesAt(raw, 'clock.h');
      // An h that is no number is refused below, by its own name.
      if (typeof h === 'number') changes.push({ path: 'clock.until', value: ticks * h });
    }
  }
  return changes.length === 0 ? scenario : applyAll(scenario, changes);
}
