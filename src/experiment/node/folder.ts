import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '../../core/core.ts';
import { refusal } from '../../scenario/errors.ts';
import { version } from '../../version.ts';
import { Identity } from '../identity.ts';
import { Plan } from '../plan.ts';
import type { Experiment, RunRecord } from '../types.ts';
import { type Damage, type Entry, JournalWriter, readJournal, stoppedBy, undamaged } from './journal.ts';
import { SweepStopped } from './stopped.ts';

/** Part i of n of a sweep, i from 1: the runs whose number leaves i − 1 when divided by n. */
export interface Shard {
  index: number;
  of: number;
}

interface Manifest {
  sweep: 1;
  version: string;
  core: string;
  id: string;
  shard: Shard;
  experiment: Experiment;
}

/** How far a sweep is. */
export interface Progress {
  /** Runs of this folder. */
  runs: number;
  done: number;
  failed: number;
  damage: Damage;
}

export const whole: Shard = { index: 1, of: 1 };

const isOfShard = (run: number, { index, of }: Shard): boolean => run % of === index - 1;

export const shardText = ({ index, of }: Shard): string => `${index}/${of}`;

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    throw stoppedBy(error as NodeJS.ErrnoException);
  } finally {
    await file.close();
  }
  await rename(next, path);
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, 'sweep.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw refusal('folder', `"${folder}" (${error.message})`, 'a folder of turnpike sweep');
  });
  if (text === null) return null;
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.sweep === 1) return manifest;
  } catch {
    // Said below.
  }
  throw refusal('folder', `"${folder}" with a sweep.json that is not one`, 'a folder of turnpike sweep');
}

/**
 * A folder that holds a sweep: what it asks (sweep.json), its journal (runs.journal), later its results. How far it is, is
 * known once the journal has been read: by `read`, or by whoever goes through `entries`.
 */
export class SweepFolder {
  readonly path: string;
  readonly experiment: Experiment;
  readonly plan: Plan;
  readonly shard: Shard;
  readonly identity: Identity;
  readonly coreHash: string;
  /** Which runs are done: one byte a run. */
  readonly #done: Uint8Array;
  #progress: Progress;

  private constructor(path: string, { experiment, shard, core }: Manifest) {
    this.path = path;
    this.experiment = experiment;
    this.plan = new Plan(experiment);
    this.shard = shard;
    this.coreHash = core;
    this.identity = new Identity(experiment, core);
    this.#done = new Uint8Array(this.plan.runs);
    const { index, of } = shard;
    const runs = Math.max(0, Math.ceil((this.plan.runs - (index - 1)) / of));
    this.#progress = { runs, done: 0, failed: 0, damage: undamaged() };
  }

  /** The folder of a new sweep, or of one begun before with the same experiment, core and shard. */
  static async create(path: string, experiment: Experiment, core: Core, shard: Shard): Promise<SweepFolder> {
    const found = await readManifest(path);
    const { id } = new Identity(experiment, core.hash);
    if (found && (found.id !== id || shardText(found.shard) !== shardText(shard))) {
      const what = found.id === id ? `shard ${shardText(found.shard)} of this sweep` : 'another sweep';
      throw refusal(
        '--out',
        `"${path}", which holds ${what}`,
        'a new folder, or one that holds the same sweep',
      );
    }
    const manifest: Manifest = { sweep: 1, version, core: core.hash, id, shard, experiment };
    if (!found) {
      await mkdir(path, { recursive: true }).catch((error: Error) => {
        throw refusal('--out', `"${path}" (${error.message})`, 'a folder that can be written');
      });
      await replaceFile(join(path, 'sweep.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    }
    return new SweepFolder(path, found ?? manifest);
  }

  /** The folder of a sweep begun before. core: null where no more runs are to be made. */
  static async open(path: string, core: Core | null): Promise<SweepFolder> {
    const found = await readManifest(path);
    if (!found) throw refusal('folder', `"${path}" without a sweep.json`, 'a folder of turnpike sweep');
    if (core && core.hash !== found.core)
      throw new SweepStopped(
        `${path}: begun by Turnpike ${found.version} with core ${found.core}; this is ${version} with core ${core.hash}, and one sweep has one core`,
      );
    const folder = new SweepFolder(path, found);
    if (folder.identity.id === found.id) return folder;
    throw refusal('folder', `"${path}" with a sweep.json that was changed`, 'one as turnpike sweep wrote it');
  }

  /** Reads the journal for `progress` and `missing`. */
  async read(): Promise<void> {
    for await (const _ of this.entries());
  }

  get journal(): string {
    return join(this.path, 'runs.journal');
  }

  get progress(): Progress {
    return this.#progress;
  }

  get isComplete(): boolean {
    return this.#progress.done === this.#progress.runs;
  }

  get isWhole(): boolean {
    return this.shard.of === 1;
  }

  /** Is this record one of this sweep's runs, made as planned? */
  #isOurs({ run, key }: RunRecord): boolean {
    if (!(run >= 0 && run < this.plan.runs && isOfShard(run, this.shard))) return false;
    return key === this.identity.key(this.plan.run(run));
  }

  /** Reads the journal: each run once, as it stands. Afterwards `progress` says what is there. */
  async *entries(): AsyncGenerator<Entry> {
    const damage = undamaged();
    const progress: Progress = { runs: this.#progress.runs, done: 0, failed: 0, damage };
    this.#done.fill(0);
    try {
      for await (const entry of readJournal(this.journal, damage)) {
        const { record } = entry;
        if (!this.#isOurs(record)) damage.lines++;
        else if (this.#done[record.run] === 0) {
          this.#done[record.run] = 1;
          progress.done++;
          if (record.failure) progress.failed++;
          yield entry;
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    this.#progress = progress;
  }

  /** The runs that are not in the journal, in order. */
  *missing(): Generator<number> {
    for (let run = this.shard.index - 1; run < this.plan.runs; run += this.shard.of)
      if (this.#done[run] === 0) yield run;
  }

  writer(): Promise<JournalWriter> {
    return JournalWriter.open(this.journal, this.#progress.damage);
  }
}
