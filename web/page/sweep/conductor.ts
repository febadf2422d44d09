import { batch } from '@preact/signals';
import { proxy, type Remote, wrap } from 'comlink';
import { sweepParameters } from '../../shared/sweep/parameters.ts';
import type { SweepApi } from '../../shared/sweep/protocol.ts';
import { SweepResults, type SweptRuns } from '../../shared/sweep/results.ts';
import { setupProblems } from '../../shared/sweep/setup.ts';
import { pause as pauseLab, play } from '../lab/session.ts';
import { isPlaying, onChange } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { Pace } from './pace.ts';
import {
  fitSetup,
  forget,
  news,
  offered,
  progress,
  type Shown,
  setup,
  shown,
  trouble,
  verdict,
} from './state.ts';

/** The page's conversation with the worker that conducts sweeps. It lives while the panel is open, and as long as it keeps a sweep. */

/** A field that is being typed in asks for nothing before it has rested for so long, in milliseconds. */
const REST = 400;
/** So long are runs timed, in milliseconds. */
const PATIENCE = 4000;

export const workers = Math.max(1, navigator.hardwareConcurrency || 2);

let worker: Worker | null = null;
let api: Remote<SweepApi> | null = null;

function connect(): Remote<SweepApi> {
  if (api) return api;
  const started = new Worker(new URL('../../worker/sweep/main.ts', import.meta.url), {
    type: 'module',
    name: 'sweep',
  });
  started.addEventListener('error', (event) => {
    if (worker !== started) return;
    end();
    forget();
    trouble.value = `The sweep stopped: ${event.message || 'its worker could not be loaded'}. What it had made is lost.`;
  });
  worker = started;
  api = wrap<SweepApi>(started);
  return api;
}

function end(): void {
  worker?.terminate();
  worker = null;
  api = null;
}

const told = (error: unknown): void => {
  trouble.value = error instanceof Error ? error.message : String(error);
};

/** Counts questions, so that a late answer to an earlier one is not taken for that to the last. */
let asked = 0;

async function ask(): Promise<void> {
  const question = ++asked;
  const [of, wanted] = [scenario.value, setup.value];
  const found = setupProblems(wanted);
  if (found.length > 0) {
    verdict.value = { problems: found, runs: null, each: null };
    return;
  }
  try {
    const conductor = connect();
    const answer = await conductor.check(wanted, of);
    if (question !== asked) return;
    if ('problems' in answer) {
      verdict.value = { problems: answer.problems, runs: null, each: null };
      return;
    }
    const { runs } = answer.found;
    verdict.value = { problems: [], runs, each: null };
    // While a sweep runs its own pace tells more, and there is no core to spare.
    if (progress.value.phase === 'running') return;
    const each = await conductor.time(PATIENCE);
    if (question === asked && each !== null) verdict.value = { problems: [], runs, each };
  } catch (error) {
    told(error);
  }
}

async function askMeasures(): Promise<void> {
  const of = scenario.value;
  try {
    const found = await connect().measures(of);
    if (of === scenario.value) offered.value = found;
  } catch (error) {
    told(error);
  }
}

let pausedLab = false;

/** The live run gives its core to the sweep, and has it back afterwards. */
function holdLab(): void {
  if (!isPlaying.value) return;
  pausedLab = true;
  void pauseLab();
}

/** Lets the live run go on; does it? */
export function releaseLab(): boolean {
  const wasPaused = pausedLab;
  pausedLab = false;
  if (wasPaused && !isPlaying.value) void play();
  return wasPaused;
}

let pace = new Pace();
/** Was it the page that paused, because nobody looks? */
let isHidden = false;
/** What pausing waits for: the runs that are under way. */
let going: Promise<void> = Promise.resolve();

function take(runs: SweptRuns): void {
  const of = shown.value;
  if (!of) return;
  of.results.add(runs);
  const { made: done, failed } = of.results;
  pace.see(performance.now(), done);
  const rate = pace.rate;
  const left = rate === null ? null : ((of.plan.runs - done) / rate) * 1000;
  batch(() => {
    progress.value = { ...progress.value, done, failed, rate, left };
    news.value++;
  });
}

/** Begins anew what the setup says. */
export async function start(): Promise<void> {
  trouble.value = null;
  asked++; // what is being timed makes way
  const [of, wanted] = [scenario.value, setup.value];
  try {
    const answer = await connect().begin(wanted, of);
    if ('problems' in answer) {
      verdict.value = { problems: answer.problems, runs: null, each: null };
      return;
    }
    const plan = answer.found;
    shown.value = {
      setup: wanted,
      scenario: of,
      plan,
      parameters: sweepParameters(of),
      results: new SweepResults(plan),
    };
    progress.value = { phase: 'paused', done: 0, failed: 0, rate: null, left: null };
    await go();
  } catch (error) {
    told(error);
  }
}

/** Makes the runs that are left. */
export function go(): Promise<void> {
  const of = shown.value;
  if (of && progress.value.phase !== 'running') going = makeRest(of);
  return going;
}

async function makeRest(of: Shown): Promise<void> {
  asked++;
  trouble.value = null;
  holdLab();
  pace = new Pace();
  pace.see(performance.now(), progress.value.done);
  progress.value = { ...progress.value, phase: 'running', rate: null, left: null };
  let reason: unknown = null;
  try {
    await connect().run(workers, proxy(take));
  } catch (error) {
    reason = error;
  }
  if (shown.value !== of) return;
  const isDone = progress.value.done === of.plan.runs;
  progress.value = { ...progress.value, phase: isDone ? 'done' : 'paused', rate: null, left: null };
  if (reason !== null) told(reason);
  if (!document.hidden) releaseLab();
}

export async function pause(): Promise<void> {
  await api?.pause();
}

export const scenarioOf = async (run: number) => connect().scenarioOf(run);
export const csv = async (): Promise<string> => connect().csv();
export const experimentFile = async (): Promise<string> => {
  const { setup: wanted, scenario: of } = shown.value ?? { setup: setup.value, scenario: scenario.value };
  return connect().experiment(wanted, of);
};

/** While the panel is open: keeps what is said of the setup up to date. Returns how to stop, which ends the workers. */
export function follow(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const askSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, REST);
  };
  const changed = () => {
    fitSetup();
    void askMeasures();
    askSoon();
  };
  const look = () => {
    if (document.hidden && progress.value.phase === 'running') {
      isHidden = true;
      void pause();
    } else if (!document.hidden && isHidden) {
      isHidden = false;
      // Looked at again before the pause has come about, it goes on after it.
      void going.then(() => {
        if (!document.hidden && progress.value.phase === 'paused') void go();
      });
    }
  };
  changed();
  const stops = [onChange(() => scenario.value, changed), onChange(() => setup.value, askSoon)];
  document.addEventListener('visibilitychange', look);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('visibilitychange', look);
    clearTimeout(waiting);
    asked++;
    isHidden = false;
    if (shown.value) void pause();
    else end();
  };
}
