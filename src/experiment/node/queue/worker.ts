import type { Job, Queue } from 'bullmq';
import type { Core } from '../../../core/core.ts';
import type { Hire } from '../../pool/protocol.ts';
import type { Experiment } from '../../types.ts';
import {
  bullmq,
  connectionOf,
  type LinesJob,
  linesQueue,
  prefix,
  type RunsJob,
  Shelf,
  workQueue,
} from './redis.ts';
import { Threads } from './threads.ts';

export interface QueueWorkerOptions {
  url: string;
  core: Core;
  hire: Hire;
  /** Batches at a time. */
  workers: number;
  /** If this process falls silent for so many ms, its runs go to another. */
  lease: number;
  signal: AbortSignal;
  /** After each batch. */
  onBatch: (runs: number) => void;
}

/** Sweeps whose experiments and ways back are kept at hand. */
const mostSweeps = 16;

interface Sweep {
  experiment: Experiment;
  lines: Queue<LinesJob>;
}

/** Makes runs of whatever sweeps wait at a Redis, until `signal` aborts; then finishes what it has begun. */
export async function queueWorker(options: QueueWorkerOptions): Promise<void> {
  const { url, core, hire, workers, lease, signal, onBatch } = options;
  const shelf = await Shelf.open(url, 'redis-url');
  const { Queue, UnrecoverableError, Worker } = await bullmq();
  const connection = connectionOf(url);
  const threads = new Threads(core, hire);
  const sweeps = new Map<string, Sweep>();

  const sweepOf = async (id: string): Promise<Sweep> => {
    const known = sweeps.get(id);
    if (known) return known;
    const experiment = await shelf.get(id);
    if (!experiment) throw new UnrecoverableError('its sweep has ended');
    const lines: Queue<LinesJob> = new Queue(linesQueue(id), { connection, prefix });
    lines.on('error', () => {});
    sweeps.set(id, { experiment, lines });
    for (const [oldest, sweep] of sweeps) {
      if (sweeps.size <= mostSweeps) break;
      sweeps.delete(oldest);
      await sweep.lines.close();
    }
    return { experiment, lines };
  };

  const make = async ({ data: { experiment: id, runs } }: Job<RunsJob>): Promise<void> => {
    const { experiment, lines } = await sweepOf(id);
    const made = await threads.make(id, experiment, runs);
    await lines.add('lines', { lines: new TextDecoder().decode(made) }, { removeOnComplete: true });
    onBatch(runs.length);
  };

  const worker = new Worker<RunsJob>(workQueue(core.hash), make, {
    connection,
    prefix,
    concurrency: workers,
    lockDuration: lease,
    stalledInterval: lease / 2,
    maxStalledCount: 1,
  });
  worker.on('error', () => {});
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await worker.close();
  threads.end();
  for (const { lines } of sweeps.values()) await lines.close();
  shelf.close();
}
