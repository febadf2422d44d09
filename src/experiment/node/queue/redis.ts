import type { ConnectionOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { refusal } from '../../../scenario/errors.ts';
import type { Experiment } from '../../types.ts';
import { SweepStopped } from '../stopped.ts';

/** BullMQ and ioredis are optional: only those who work through a queue need them. */
async function load<T>(what: Promise<T>): Promise<T> {
  return what.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new SweepStopped('work through a queue needs BullMQ: npm install bullmq ioredis');
  });
}

export const bullmq = (): Promise<typeof import('bullmq')> => load(import('bullmq'));

/** The place in Redis without what is secret in its URL. */
export function placeOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return url;
  }
}

/** All keys of ours begin so. */
export const prefix = 'turnpike';

/** What is handed out: runs of an experiment. */
export interface RunsJob {
  experiment: string;
  runs: number[];
}

/** What comes back: lines of the journal. */
export interface LinesJob {
  lines: string;
}

/** Work waits by core: a worker with another core never sees it. */
export const workQueue = (coreHash: string): string => `work-${coreHash}`;

/** Finished runs wait by sweep until its coordinator has them in its journal. */
export const linesQueue = (sweep: string): string => `lines-${sweep}`;

const experimentKey = (sweep: string): string => `${prefix}:experiment:${sweep}`;

/** A connection of our own, for what BullMQ does not keep: the experiments. */
export class Shelf {
  readonly #redis: Redis;

  private constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** ScenarioError if nobody answers at the URL. */
  static async open(url: string, option: string): Promise<Shelf> {
    if (!/^rediss?:\/\//.test(url))
      throw refusal(option, JSON.stringify(url), 'redis://host:port or rediss://…');
    const { Redis } = await load(import('ioredis'));
    let hasAnswered = false;
    const redis: Redis = new Redis(url, {
      lazyConnect: true,
      maxRetriesPerRequest: null,
      // At first an answer or none; once there was one, as long as it takes.
      retryStrategy: (times): number | null => (hasAnswered ? Math.min(5000, 200 * times) : null),
    });
    redis.on('error', () => {});
    redis.on('ready', () => {
      hasAnswered = true;
    });
    await redis.connect().catch((error: Error) => {
      redis.disconnect();
      throw refusal(option, `${placeOf(url)} (${error.message})`, 'a Redis that answers');
    });
    return new Shelf(redis);
  }

  async put(sweep: string, experiment: Experiment): Promise<void> {
    await this.#redis.set(experimentKey(sweep), JSON.stringify(experiment));
  }

  async get(sweep: string): Promise<Experiment | null> {
    const text = await this.#redis.get(experimentKey(sweep));
    return text === null ? null : (JSON.parse(text) as Experiment);
  }

  async remove(sweep: string): Promise<void> {
    await this.#redis.del(experimentKey(sweep));
  }

  close(): void {
    this.#redis.disconnect();
  }
}

/** How BullMQ's parts connect: they wait for a Redis that went away. */
export const connectionOf = (url: string): ConnectionOptions => ({ url, maxRetriesPerRequest: null });
