import { Simulation } from '../../../src/core/index.ts';
import { Runner } from '../../../src/experiment/runner.ts';
import { core } from '../core/harness.ts';
import { experimentOf } from './sample.ts';

/** A runner of an experiment given in short. */
export const runnerOf = (given: object) => new Runner(core, experimentOf(given));

/** The planned scenario of a run in a simulation of its own. */
export const alone = (runner: Runner, run: number) =>
  new Simulation(core, runner.plan.scenario(runner.plan.run(run)));
