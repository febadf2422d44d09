import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { Simulation } from '../../core/simulation.ts';
import { benchmarksOf, csvHeader, csvRow, summarise, watchesOf } from '../../measure/index.ts';
import { refusal } from '../../scenario/index.ts';
import { openCsv } from '../csvFile.ts';
import { conclude, follow } from '../follow.ts';
import { runText } from '../runText.ts';
import { addScenario, changed, type ScenarioOptions } from '../scenarioOptions.ts';
import { readScenario } from '../source.ts';

interface Options extends ScenarioOptions {
  csv?: string;
  json?: boolean;
}

async function run(source: string, options: Options): Promise<void> {
  if (options.csv === '-' && options.json)
    throw refusal('--csv', '"-" together with --json', 'one of the two on stdout: give --csv a file');
  const scenario = changed(await readScenario(source), options);
  const simulation = new Simulation(await loadCore(), scenario);
  const benchmarks = benchmarksOf(simulation);
  const watches = watchesOf(simulation, benchmarks);
  const csv = options.csv === undefined ? null : await openCsv(options.csv);
  const signal = await follow(
    simulation,
    watches,
    csv && {
      begin: () => csvHeader(simulation),
      row: (row) => {
        const measured = watches[row.economy].measured();
        return csvRow(simulation, { ...row, measured }, benchmarks[row.economy]);
      },
      write: (text) => csv.write(text),
    },
  );
  await csv?.close();

  const summary = summarise(simulation, benchmarks, watches);
  const outcome = signal.aborted ? { ...summary, interrupted: true } : summary;
  const out = options.csv === '-' ? process.stderr : process.stdout;
  out.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : runText(summary));
  conclude(simulation, signal, options.json === true);
}

export function addRun(program: Command): void {
  addScenario(program.command('run').description('run a scenario to its end and say what became of it'))
    .option('--csv <file>', 'record every tick; - for stdout (the summary then goes to stderr)')
    .option(
      '--json',
      'the summary as JSON: scenario, seed, core hash, t, K, T, q, V, …, measures, benchmarks, and every variant',
    )
    .addHelpText(
      'after',
      `
Examples:
  turnpike run figure-1
  turnpike run figure-1 --set economy.c=1.5 --set groups.labs.rule.q=0.3 --until 2 --json
  turnpike run commons --seed 7 --csv commons.csv
  echo '{"economy": {"c": 2}}' | turnpike run -

Exit codes: 0 done (a located blow-up before --until is an end like another), 1 the run turned non-finite,
2 bad input, 130 interrupted (Ctrl-C keeps what was recorded).`,
    )
    .action(run);
}
