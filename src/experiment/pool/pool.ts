import type { Core } from '../../core/core.ts';
import type { Experiment } from '../types.ts';
import type { FromWorker, Hire, WorkerPort } from './protocol.ts';
import { type Batch, RunQueue } from './queue.ts';

/** Finished runs as they come from wherever they were made. */
export interface FinishedRuns {
  readonly runs: readonly number[];
  /** Lines of the journal, one a run, in the order of `runs`. */
  readonly lines: Uint8Array;
  /** How many of them failed. */
  readonly failed: number;
}

export interface PoolOptions {
  core: Core;
  experiment: Experiment;
  hire: Hire;
  workers: number;
  /** The line of a run that took the worker down with it, every time. */
  lineOfLost: (run: number, reason: string) => Uint8Array;
}

/** A batch should take about as long, in ms: messages cost little beside it, and little is lost when it is cut short. */
const BATCH = 50;
const mostRuns = 512;
/** Batches a worker has in hand, so that it never waits for the next. */
const IN_HAND = 2;
/** Finished batches that wait for whoever takes them, a worker; beyond, workers wait. */
const WAITING = 4;

interface Hand {
  readonly port: WorkerPort;
  readonly batches: Batch[];
  isReady: boolean;
}

/** Workers that share the runs of one experiment. */
class Pool {
  readonly #options: PoolOptions;
  readonly #queue: RunQueue;
  readonly #hands = new Set<Hand>();
  readonly #finished: FinishedRuns[] = [];
  #wake: (() => void) | null = null;
  #failure: Error | null = null;
  /** Milliseconds a run takes, about; 0 until known. */
  #pace = 0;

  constructor(options: PoolOptions, queue: RunQueue) {
    this.#options = options;
    this.#queue = queue;
    for (let i = 0; i < Math.min(options.workers, queue.left); i++) this.#hire();
  }

  #hire(): void {
    const { core, experiment, hire } = this.#options;
    const hand: Hand = { port: hire(), batches: [], isReady: false };
    this.#hands.add(hand);
    hand.port.onMessage((message) => this.#receive(hand, message));
    hand.port.onDeath((reason) => this.#bury(hand, reason));
    hand.port.post({ kind: 'open', core, experiment });
    this.#fill(hand);
  }

  /** Gives a worker as much as it may have in hand. */
  #fill(hand: Hand): void {
    while (hand.batches.length < IN_HAND && this.#finished.length < WAITING * this.#options.workers) {
      const batch = this.#queue.take(this.#size());
      if (!batch) return;
      hand.batches.push(batch);
      hand.port.post({ kind: 'run', batch: batch.id, runs: batch.runs });
    }
  }

  /** Runs of the next batch: one at first, fewer towards the end, so that all workers end together. */
  #size(): number {
    if (this.#pace === 0) return 1;
    const share = Math.ceil(this.#queue.left / (2 * IN_HAND * this.#options.workers));
    return Math.max(1, Math.min(mostRuns, share, Math.round(BATCH / this.#pace)));
  }

  #receive(hand: Hand, message: FromWorker): void {
    // Its runs are with others by now.
    if (!this.#hands.has(hand)) return;
    if (message.kind === 'ready') {
      hand.isReady = true;
      return;
    }
    const index = hand.batches.findIndex(({ id }) => id === message.batch);
    const { id, runs } = hand.batches[index];
    const { made, took, lines, failed } = message;
    if (made === runs.length) hand.batches.splice(index, 1);
    else hand.batches[index] = { id, runs: runs.slice(made) };
    const pace = took / made;
    this.#pace = this.#pace === 0 ? pace : 0.8 * this.#pace + 0.2 * pace;
    this.#finish({ runs: runs.slice(0, made), lines, failed });
    this.#fill(hand);
  }

  #finish(runs: FinishedRuns): void {
    this.#finished.push(runs);
    this.wake();
  }

  /** A worker died: its runs go to others, but for one that has now taken two workers with it. */
  #bury(hand: Hand, reason: string): void {
    this.#hands.delete(hand);
    // A browser's worker outlives its own errors.
    hand.port.end();
    if (!hand.isReady) {
      this.#failure = new Error(`a worker could not begin: ${reason}`);
      this.wake();
      return;
    }
    hand.batches.forEach((batch, i) => {
      for (const run of this.#queue.giveBack(batch, i === 0)) {
        const lines = this.#options.lineOfLost(run, reason);
        this.#finish({ runs: [run], lines, failed: 1 });
      }
    });
    if (this.#queue.left > 0) this.#hire();
    this.wake();
  }

  get #isDone(): boolean {
    return this.#queue.left === 0 && [...this.#hands].every(({ batches }) => batches.length === 0);
  }

  /** The next finished runs; null after the last. */
  async next(signal: AbortSignal | null): Promise<FinishedRuns | null> {
    for (;;) {
      signal?.throwIfAborted();
      if (this.#failure) throw this.#failure;
      const finished = this.#finished.shift();
      if (finished) {
        for (const hand of this.#hands) this.#fill(hand);
        return finished;
      }
      if (this.#isDone) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets `next` look up. */
  readonly wake = (): void => this.#wake?.();

  end(): void {
    for (const { port } of this.#hands) port.end();
    this.#hands.clear();
  }
}

/**
 * Makes runs on workers; they come as they are finished, in no particular order. Ends its workers when it ends, is left, or
 * when `signal` aborts, which it passes on as the reason. A worker that dies is replaced and its runs are tried again.
 */
export async function* poolRuns(
  options: PoolOptions,
  runs: Iterable<number>,
  count: number,
  signal: AbortSignal | null,
): AsyncGenerator<FinishedRuns, void, undefined> {
  if (count === 0) return;
  signal?.throwIfAborted();
  const pool = new Pool(options, new RunQueue(runs, count));
  signal?.addEventListener('abort', pool.wake);
  try {
    for (let next = await pool.next(signal); next; next = await pool.next(signal)) yield next;
  } finally {
    signal?.removeEventListener('abort', pool.wake);
    pool.end();
  }
}
