import type { Core } from '../core/core.ts';
import { Identity } from './identity.ts';
import { decodeLine, encodeLine, LINE_FEED } from './journal/line.ts';
import { Plan } from './plan.ts';
import { type FinishedRuns, poolRuns } from './pool/pool.ts';
import type { Hire } from './pool/protocol.ts';
import type { Experiment, RunRecord } from './types.ts';

export interface SweepOptions {
  core: Core;
  /** How to make a worker: `hireNode`, or `hireWeb(url)`. */
  hire: Hire;
  /** How many. */
  workers: number;
  /** Ends the sweep: it throws the signal's reason. Runs in flight are lost. */
  signal?: AbortSignal | undefined;
  /** Which runs, each once; all if left out. */
  runs?: readonly number[] | undefined;
}

/** The record of a run that no worker survives. */
export function lostRun(plan: Plan, identity: Identity, run: number, reason: string): RunRecord {
  const planned = plan.run(run);
  const { point, replication, seed } = planned;
  const failure = { stage: 'worker', economy: null, tick: null, reason } as const;
  const parameters = plan.parameters(planned);
  return { run, point, replication, seed, parameters, key: identity.key(planned), economies: [], failure };
}

/** All whole numbers from 0 to n − 1. */
function* upTo(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}

/** Runs of an experiment on workers of this machine, as lines of the journal. experiment: validated. */
export function sweepLines(
  experiment: Experiment,
  { core, hire, workers, signal }: SweepOptions,
  runs: Iterable<number>,
  count: number,
): AsyncGenerator<FinishedRuns, void, undefined> {
  const plan = new Plan(experiment);
  const identity = new Identity(experiment, core.hash);
  const lineOfLost = (run: number, reason: string) => encodeLine(lostRun(plan, identity, run, reason));
  return poolRuns({ core, experiment, hire, workers, lineOfLost }, runs, count, signal ?? null);
}

/** The records of whole lines. */
export function* recordsIn(lines: Uint8Array): Generator<RunRecord> {
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf(LINE_FEED, from);
    const record = decodeLine(lines.subarray(from, to < 0 ? lines.length : to));
    if (!record) throw new Error('a line of the journal came damaged from a worker');
    yield record;
    from = to + 1;
  }
}

/**
 * Makes the runs of an experiment and hands over each as it is finished, in no particular order; `record.run` is its number.
 * Whoever takes them slowly slows the workers down: memory stays bounded. experiment: from `parseExperiment`.
 *
 *     for await (const { parameters, economies } of sweep(experiment, { core, hire: hireNode, workers: 2 })) …
 */
export async function* sweep(
  experiment: Experiment,
  options: SweepOptions,
): AsyncGenerator<RunRecord, void, undefined> {
  const count = options.runs?.length ?? new Plan(experiment).runs;
  const runs = options.runs ?? upTo(count);
  for await (const { lines } of sweepLines(experiment, options, runs, count)) yield* recordsIn(lines);
}
