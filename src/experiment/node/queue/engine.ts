import type { Job, Queue, Worker } from 'bullmq';
import type { Core } from '../../../core/core.ts';
import { numberText } from '../../../scenario/words.ts';
import { encodeLine } from '../../journal/line.ts';
import type { FinishedRuns } from '../../pool/pool.ts';
import { lostRun, recordsIn } from '../../sweep.ts';
import type { Engine } from '../conduct.ts';
import type { SweepFolder } from '../folder.ts';
import { Channel } from './channel.ts';
import {
  bullmq,
  connectionOf,
  type LinesJob,
  linesQueue,
  placeOf,
  prefix,
  type RunsJob,
  Shelf,
  workQueue,
} from './redis.ts';

/** Jobs in Redis at a time: more are added as results come. */
const mostJobs = 500;
/** Jobs of a sweep, about: small enough to share and to lose, large enough to be cheap. */
const jobsOfSweep = 200;
const mostRunsOfJob = 100;
/** Runs with a time series are longer lines. */
const mostSeriesOfJob = 10;
/** Between two looks at what failed or vanished, in ms. */
const LOOK = 2000;
/** A job whose worker dies is given to another so often. */
const attempts = 3;

/** The sweep's side of the queue: hands out runs, takes lines, looks after what went wrong. */
class Coordinator {
  readonly #folder: SweepFolder;
  readonly #work: Queue<RunsJob>;
  readonly #fresh: Iterator<number>;
  readonly #size: number;
  /** Runs whose lines are still to come: one byte a run, and how many. */
  readonly #missing: Uint8Array;
  #left: number;
  /** Runs handed out, by job. */
  readonly #out = new Map<string, readonly number[]>();
  /** Runs that an earlier coordinator handed out. */
  readonly #adopted = new Set<number>();
  readonly #again: number[][] = [];
  /** A job that is handed out again needs another id than the one that may still be there. */
  #jobs = 0;
  #progress = performance.now();

  /** missing, count: the runs to be made. */
  constructor(folder: SweepFolder, work: Queue<RunsJob>, missing: Iterable<number>, count: number) {
    this.#folder = folder;
    this.#work = work;
    this.#missing = new Uint8Array(folder.plan.runs);
    for (const run of missing) this.#missing[run] = 1;
    this.#left = count;
    this.#fresh = this.#stillMissing();
    const most = folder.experiment.measures.series ? mostSeriesOfJob : mostRunsOfJob;
    this.#size = Math.max(1, Math.min(most, Math.ceil(count / jobsOfSweep)));
  }

  get isDone(): boolean {
    return this.#left === 0;
  }

  get #id(): string {
    return this.#folder.identity.id;
  }

  *#stillMissing(): Generator<number> {
    for (let run = 0; run < this.#missing.length; run++)
      if (this.#missing[run] === 1 && !this.#adopted.has(run)) yield run;
  }

  /** Jobs that an earlier coordinator of this sweep handed out and nobody finished: not to be handed out again. */
  async adopt(): Promise<void> {
    const jobs = await this.#work.getJobs(['waiting', 'active', 'delayed']);
    for (const job of jobs) {
      if (job?.data.experiment !== this.#id) continue;
      this.#out.set(String(job.id), job.data.runs);
      for (const run of job.data.runs) this.#adopted.add(run);
    }
  }

  #nextRuns(): number[] {
    const again = this.#again.shift();
    if (again) return again;
    const runs: number[] = [];
    while (runs.length < this.#size) {
      const { value, done } = this.#fresh.next();
      if (done) break;
      runs.push(value);
    }
    return runs;
  }

  /** Hands out as many jobs as may be in Redis. */
  async fill(): Promise<void> {
    const jobs = [];
    while (this.#out.size < mostJobs) {
      const runs = this.#nextRuns();
      if (runs.length === 0) break;
      const jobId = `${this.#id}-${process.pid}-${this.#jobs++}`;
      this.#out.set(jobId, runs);
      jobs.push({
        name: 'runs',
        data: { experiment: this.#id, runs },
        opts: { jobId, attempts, backoff: 500, removeOnComplete: true },
      });
    }
    if (jobs.length > 0) await this.#work.addBulk(jobs);
  }

  /** Notes that the lines of a run are here. Returns whether that is news. */
  #arrived(run: number): boolean {
    if (this.#missing[run] !== 1) return false;
    this.#missing[run] = 0;
    this.#left--;
    return true;
  }

  /** The lines that are news. A job that was done twice brings old ones: its worker died between answer and receipt. */
  take(text: string): FinishedRuns | null {
    this.#progress = performance.now();
    const news = [...recordsIn(new TextEncoder().encode(text))].filter(({ run }) => this.#arrived(run));
    for (const [id, runs] of this.#out)
      if (runs.every((run) => this.#missing[run] === 0)) this.#out.delete(id);
    if (news.length === 0) return null;
    return {
      runs: news.map(({ run }) => run),
      lines: Buffer.concat(news.map((record) => encodeLine(record))),
      failed: news.filter(({ failure }) => failure).length,
    };
  }

  /** Jobs that were given up: their runs are tried one by one, and one that is given up alone becomes a failed run. */
  async lost(): Promise<FinishedRuns[]> {
    const found: FinishedRuns[] = [];
    const failed = (await this.#work.getFailed(0, 100)).filter((job) => job?.data.experiment === this.#id);
    for (const job of failed as Job<RunsJob>[]) {
      const runs = job.data.runs.filter((run) => this.#missing[run] === 1);
      await job.remove();
      this.#out.delete(String(job.id));
      if (job.data.runs.length > 1) this.#again.push(...runs.map((run) => [run]));
      else
        for (const run of runs) {
          this.#arrived(run);
          const record = lostRun(this.#folder.plan, this.#folder.identity, run, job.failedReason);
          found.push({ runs: [run], lines: encodeLine(record), failed: 1 });
        }
    }
    return found;
  }

  /** Jobs that are out but nowhere to be found are handed out again: a Redis that keeps nothing was started anew. */
  async recover(): Promise<void> {
    if (performance.now() - this.#progress < 3 * LOOK) return;
    this.#progress = performance.now();
    for (const [id, runs] of this.#out) {
      if (await this.#work.getJob(id)) continue;
      this.#out.delete(id);
      this.#again.push(runs.filter((run) => this.#missing[run] === 1));
    }
  }
}

/** Makes runs on whatever `turnpike worker` processes listen at a Redis. say: for words about them. */
export function queueEngine(
  url: string,
  core: Core,
  signal: AbortSignal,
  say: (words: string) => void,
): Engine {
  return async function* (folder, runs, count): AsyncGenerator<FinishedRuns, void, undefined> {
    const { id } = folder.identity;
    const shelf = await Shelf.open(url, '--queue');
    const { Queue, Worker } = await bullmq();
    const connection = connectionOf(url);
    const work: Queue<RunsJob> = new Queue(workQueue(core.hash), { connection, prefix });
    const channel = new Channel<string>();
    const wake = (): void => channel.wake();
    // Lines leave Redis only when they are in the journal, so a coordinator that is killed loses none.
    const lines: Worker<LinesJob> = new Worker(
      linesQueue(id),
      async (job: Job<LinesJob>) => channel.give(job.data.lines),
      {
        connection,
        prefix,
        removeOnComplete: { count: 0 },
      },
    );
    // A Redis that went away is waited for.
    work.on('error', () => {});
    lines.on('error', () => {});
    const looking = setInterval(wake, LOOK);
    signal.addEventListener('abort', wake);
    try {
      await shelf.put(id, folder.experiment);
      const coordinator = new Coordinator(folder, work, runs, count);
      await coordinator.adopt();
      await sayWorkers(work, url, core, say);
      let looked = performance.now();
      while (!coordinator.isDone) {
        signal.throwIfAborted();
        await coordinator.fill();
        const taken = await channel.take();
        if (taken) {
          const finished = coordinator.take(taken.item);
          if (finished) yield finished;
          taken.settle();
        }
        if (performance.now() - looked > LOOK) {
          looked = performance.now();
          yield* await coordinator.lost();
          await coordinator.recover();
        }
      }
      await tidy(lines, shelf, id, connection);
    } finally {
      clearInterval(looking);
      signal.removeEventListener('abort', wake);
      // Forced: what the journal has not taken stays in Redis for the next coordinator.
      await lines.close(true);
      await work.close();
      shelf.close();
    }
  };
}

async function sayWorkers(work: Queue, url: string, core: Core, say: (words: string) => void): Promise<void> {
  const count = await work.getWorkersCount();
  say(
    count === 0
      ? `no worker with core ${core.hash} listens yet; on any host: turnpike worker ${placeOf(url)}`
      : `${numberText(count)} ${count === 1 ? 'worker listens' : 'workers listen'} at ${placeOf(url)}`,
  );
}

/** Leaves nothing of a finished sweep in Redis. */
async function tidy(
  lines: Worker,
  shelf: Shelf,
  id: string,
  connection: ReturnType<typeof connectionOf>,
): Promise<void> {
  await lines.close();
  await shelf.remove(id);
  const { Queue } = await bullmq();
  const rest = new Queue(linesQueue(id), { connection, prefix });
  await rest.obliterate({ force: true });
  await rest.close();
}
