import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { Simulation } from '../../core/simulation.ts';
import {
  benchmarksOf,
  comparison,
  groupBenchmarksOf,
  summariseEconomy,
  watchesOf,
} from '../../measure/index.ts';
import { refusal } from '../../scenario/index.ts';
import { version } from '../../version.ts';
import { compareCsv } from '../compareCsv.ts';
import { type Compared, compareText } from '../compareText.ts';
import { openCsv } from '../csvFile.ts';
import { conclude, follow } from '../follow.ts';
import { addScenario, changed, type ScenarioOptions } from '../scenarioOptions.ts';
import { readScenario } from '../source.ts';

interface Options extends ScenarioOptions {
  csv?: string;
  json?: boolean;
}

async function compare(source: string, options: Options): Promise<void> {
  if (options.csv === '-' && options.json)
    throw refusal('--csv', '"-" together with --json', 'one of the two on stdout: give --csv a file');
  const scenario = changed(await readScenario(source), options);
  const simulation = new Simulation(await loadCore(), scenario);
  const benchmarks = benchmarksOf(simulation);
  const groups = simulation.economies.map((economy, _, [base]) => groupBenchmarksOf(economy, base));
  const watches = watchesOf(simulation, benchmarks);
  const csv = options.csv === undefined ? null : await openCsv(options.csv);
  const signal = await follow(simulation, watches, null);

  const economies = simulation.economies.map(
    (economy, index): Compared => ({
      name: economy.name,
      summary: summariseEconomy(economy, benchmarks[index], watches[index]),
      comparisons: comparison(watches[index], groups[index]),
    }),
  );
  await csv?.write(compareCsv(simulation, economies));
  await csv?.close();
  const identity = { seed: scenario.seed, coreHash: simulation.core.hash, version };
  const out = options.csv === '-' ? process.stderr : process.stdout;
  if (options.json) {
    const whole = economies.map(({ name, summary, comparisons }) => ({
      name,
      status: summary.status,
      measures: summary.watched?.measures,
      lorenz: summary.watched?.lorenz,
      comparisons,
    }));
    const interrupted = signal.aborted ? { interrupted: true } : {};
    out.write(`${JSON.stringify({ scenario, ...identity, economies: whole, ...interrupted }, null, 2)}\n`);
  } else out.write(compareText(scenario, identity, economies));
  conclude(simulation, signal, options.json === true);
}

export function addCompare(program: Command): void {
  addScenario(
    program
      .command('compare')
      .description('run a scenario and set all labs, and each group, beside every benchmark that applies'),
  )
    .option('--csv <file>', 'the comparisons as CSV, one row a benchmark; - for stdout')
    .option('--json', 'as JSON: every economy’s measures and comparisons; null where unknown or infinite')
    .addHelpText(
      'after',
      `
A benchmark is a path of K from the same start: the optimum, a planner, an equilibrium, a constant split. Where one does not
apply, its reason is given instead. Delay is how much later the labs had their chips than the benchmark; a group is compared
as if it were alone, with its own start and nothing from the others.

Examples:
  turnpike compare commons --until 6
  turnpike compare figure-1 --until 2.5 --json
  turnpike compare fragmented --csv fragmented.csv

Exit codes: as for turnpike run.`,
    )
    .action(compare);
}
