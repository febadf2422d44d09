import { expose, transfer } from 'comlink';
import type { Core } from '../../../src/core/core.ts';
import { loadCore } from '../../../src/core/loadWeb.ts';
import { type Experiment, Plan, type RunRecord } from '../../../src/experiment/index.ts';
import { ScenarioError } from '../../../src/scenario/index.ts';
import type { Checked, SweepApi } from '../../shared/sweep/protocol.ts';
import { Conduct } from './conduct.ts';
import { experimentOf } from './experiment.ts';
import { hire } from './hire.ts';
import { measuresOf } from './measures.ts';
import { timeOfRun } from './timing.ts';

/** Conducts sweeps, so that neither their planning nor their results are work for the page's thread. */

/** Runs that come within this time, in milliseconds, are told together. */
const TOGETHER = 100;

let core: Promise<Core> | null = null;
const theCore = (): Promise<Core> => {
  core ??= loadCore(new URL('../../../build/core.wasm', import.meta.url));
  return core;
};

let conduct: Conduct | null = null;
let stop = new AbortController();
let timed: Experiment | null = null;
let timing = new AbortController();

function checked<T>(act: () => T): Checked<T> {
  try {
    return { found: act() };
  } catch (error) {
    if (error instanceof ScenarioError) return { problems: error.problems };
    throw error;
  }
}

function now(): Conduct {
  if (!conduct) throw new Error('no sweep was begun');
  return conduct;
}

const api: SweepApi = {
  async measures(scenario) {
    return measuresOf(scenario);
  },
  async check(setup, scenario) {
    timing.abort();
    timed = null;
    return checked(() => {
      timed = experimentOf(setup, scenario);
      return { runs: new Plan(timed).runs };
    });
  },
  async time(patience) {
    const experiment = timed;
    timing.abort();
    timing = new AbortController();
    return experiment && timeOfRun(experiment, await theCore(), hire, patience, timing);
  },
  async begin(setup, scenario) {
    timing.abort();
    stop.abort();
    const loaded = await theCore();
    return checked(() => {
      conduct = new Conduct(loaded, experimentOf(setup, scenario));
      return conduct.shown;
    });
  },
  async run(workers, tell) {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    const sweep = now();
    let waiting: RunRecord[] = [];
    let last = Number.NEGATIVE_INFINITY;
    let told: unknown = null;
    const flush = () => {
      if (waiting.length > 0) {
        const runs = sweep.packed(waiting);
        const arrays = [runs.runs, runs.statuses, runs.values, runs.regimes];
        told = tell(
          transfer(
            runs,
            arrays.map(({ buffer }) => buffer),
          ),
        );
      }
      waiting = [];
      last = performance.now();
    };
    const timer = setInterval(flush, TOGETHER);
    try {
      await sweep.run({ hire, workers, signal }, (record) => {
        waiting.push(record);
        if (performance.now() - last > TOGETHER) flush();
      });
    } finally {
      clearInterval(timer);
      flush();
      await told; // it goes another way than the answer, which may not overtake it
    }
  },
  async pause() {
    stop.abort();
  },
  async scenarioOf(run) {
    return now().scenarioOf(run);
  },
  csv: () => now().csv(),
  async experiment(setup, scenario) {
    return `${JSON.stringify(experimentOf(setup, scenario), null, 2)}\n`;
  },
};

expose(api);
