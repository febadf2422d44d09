#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { addAnalyse } from './commands/analyse.ts';
import { addCalibrate } from './commands/calibrate.ts';
import { addCompare } from './commands/compare.ts';
import { addFlow } from './commands/flow.ts';
import { addMerge } from './commands/merge.ts';
import { addOptimum } from './commands/optimum.ts';
import { addParameters } from './commands/parameters.ts';
import { addPresets } from './commands/presets.ts';
import { addReproduce } from './commands/reproduce.ts';
import { addResume } from './commands/resume.ts';
import { addRun } from './commands/run.ts';
import { addSchema } from './commands/schema.ts';
import { addStatus } from './commands/status.ts';
import { addSweep } from './commands/sweep.ts';
import { addWorker } from './commands/worker.ts';
import { exit, report } from './failure.ts';
import { endQuietlyOnClosedPipe } from './output.ts';

const program = new Command('turnpike')
  .description(
    'A laboratory for compute economies: labs that train and serve, beside the closed-form optimum.',
  )
  .version(version)
  // Errors come to `report`, which says them once, in words or in JSON.
  .exitOverride()
  .configureOutput({ outputError: () => {} })
  .showSuggestionAfterError();

addPresets(program);
addRun(program);
addCompare(program);
addOptimum(program);
addFlow(program);
addCalibrate(program);
addReproduce(program);
addParameters(program);
addSchema(program);
addSweep(program);
addStatus(program);
addResume(program);
addAnalyse(program);
addMerge(program);
addWorker(program);

program.addHelpText(
  'after',
  `
Examples:
  turnpike presets
  turnpike run figure-1
  turnpike run commons --until 2 --csv commons.csv
  turnpike compare fragmented
  turnpike optimum --K0 1 --T0 1 --c 1 --blowup
  turnpike sweep experiment.json --out results

Exit codes: 0 done, 1 the run failed, 2 bad input.`,
);

endQuietlyOnClosedPipe();
const words = process.argv.slice(2);
try {
  if (words.length > 0) await program.parseAsync();
  else {
    program.outputHelp({ error: true });
    process.exitCode = exit.badInput;
  }
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  process.exitCode = isHelp ? exit.done : report(error, words.includes('--json'));
}
