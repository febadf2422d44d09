import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import type { Row } from '../../core/row.ts';
import { Simulation } from '../../core/simulation.ts';
import { benchmarksOf, csvHeader, csvRow, summarise } from '../../measure/index.ts';
import { assign, valuesAt } from '../../scenario/assign.ts';
import { mostTicks } from '../../scenario/checks.ts';
import { type Assignment, applyAll, parseAssignment, refusal, type Scenario } from '../../scenario/index.ts';
import { openCsv } from '../csvFile.ts';
import { exitAfter, RunFailed } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { integerOf, numberOf } from '../options.ts';
import { Progress } from '../progress.ts';
import { record } from '../record.ts';
import { runText } from '../runText.ts';
import { readScenario } from '../source.ts';

interface Options {
  set?: Assignment[];
  seed?: number;
  until?: number;
  ticks?: number;
  csv?: string;
  json?: boolean;
}

/** The scenario with the command line's changes: --set in order, then --seed, --until and --ticks. */
function changed(scenario: Scenario, { set = [], seed, until, ticks }: Options): Scenario {
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

/** A run that turned non-finite: which lab, which quantity, when. */
function failureOf(simulation: Simulation): RunFailed | null {
  const failed = simulation.economies.find(({ status }) => status === 'failed');
  if (!failed) return null;
  const where = simulation.firstNonFinite(failed.index);
  const what = where ? `${where.quantity} of lab ${where.lab} in group ${where.group}` : 'a quantity';
  return new RunFailed(
    `${failed.name}: ${what} is not finite after tick ${failed.tick} (t = ${failed.t}); the record up to there is kept`,
  );
}

async function run(source: string, options: Options): Promise<void> {
  if (options.csv === '-' && options.json)
    throw refusal('--csv', '"-" together with --json', 'one of the two on stdout: give --csv a file');
  const scenario = changed(await readScenario(source), options);
  const simulation = new Simulation(await loadCore(), scenario);
  const benchmarks = benchmarksOf(simulation);
  const csv = options.csv === undefined ? null : await openCsv(options.csv);
  const progress = new Progress(simulation);
  const { signal, stop } = interruption();
  const keep = async (rows: readonly Row[]): Promise<void> => {
    await csv?.write(rows.map((row) => csvRow(simulation, row, benchmarks[row.economy])).join(''));
    progress.update();
  };
  try {
    await csv?.write(csvHeader(simulation));
    await record(simulation, signal, keep);
  } finally {
    stop();
    progress.stop();
  }
  await csv?.close();

  const summary = summarise(simulation, benchmarks);
  const outcome = signal.aborted ? { ...summary, interrupted: true } : summary;
  const out = options.csv === '-' ? process.stderr : process.stdout;
  out.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : runText(summary));
  if (signal.aborted) {
    process.exitCode = exitAfter(signal.reason);
    if (!options.json) process.stderr.write('turnpike: interrupted; what was recorded is kept\n');
  }
  for (const { name, status, t } of simulation.economies) {
    if (status === 'overflow' && !options.json)
      process.stderr.write(
        `turnpike: ${name}: stopped at t = ${t}, where K leaves the range of numbers without a blow-up\n`,
      );
  }
  const failure = failureOf(simulation);
  if (failure) throw failure;
}

const collect = (text: string, before: Assignment[] = []): Assignment[] => [...before, parseAssignment(text)];

export function addRun(program: Command): void {
  program
    .command('run')
    .description('run a scenario to its end and say what became of it')
    .argument('<scenario>', 'a preset, a JSON file, a link copied from the page, or - for JSON on stdin')
    .option('--set <path=value>', 'change a parameter (may be repeated); see turnpike parameters', collect)
    .option('--seed <n>', 'seed of the random draws', integerOf('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--until <t>', "end of the run, in the scenario's time unit", numberOf('--until'))
    .option('--ticks <n>', 'n ticks of h; with --until, h = until/n', integerOf('--ticks', 1, mostTicks))
    .option('--csv <file>', 'record every tick; - for stdout (the summary then goes to stderr)')
    .option('--json', 'the summary as JSON: scenario, seed, core hash, t, K, T, q, V, …, and every variant')
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
