import { loadCore } from '../../core/loadNode.ts';
import { conduct, type Engine } from '../../experiment/node/conduct.ts';
import { type SweepFolder, shardText } from '../../experiment/node/folder.ts';
import { lock } from '../../experiment/node/lock.ts';
import { queueEngine } from '../../experiment/node/queue/engine.ts';
import { writeResults } from '../../experiment/node/results.ts';
import { SweepStopped } from '../../experiment/node/stopped.ts';
import { hireNode, workersHere } from '../../experiment/pool/hireNode.ts';
import { sweepLines } from '../../experiment/sweep.ts';
import { numberText } from '../../scenario/index.ts';
import { exitAfter, RunFailed } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { print, printJson } from '../output.ts';
import { durationText, SweepProgress } from './sweepProgress.ts';

export interface ConductOptions {
  workers?: number;
  queue?: string;
  json?: boolean;
}

const say = (words: string): void => {
  process.stderr.write(`turnpike: ${words}\n`);
};

/** What a killed process left, and what a disk damaged: said, because runs are made again for it. */
function sayDamage({ progress: { damage } }: SweepFolder): void {
  if (damage.torn > 0)
    say(`the journal ended inside a line (${numberText(damage.torn)} bytes): cut off, its run is made again`);
  if (damage.lines > 0)
    say(`${numberText(damage.lines)} damaged lines in the journal are left out: their runs are made again`);
}

async function engineOf({ workers, queue }: ConductOptions, signal: AbortSignal): Promise<Engine> {
  const core = await loadCore();
  if (queue !== undefined) return queueEngine(queue, core, signal, say);
  return ({ experiment }, runs, count) =>
    sweepLines(experiment, { core, hire: hireNode, workers: workers ?? workersHere(), signal }, runs, count);
}

/** Makes what is missing. Returns whether it was interrupted. */
async function makeMissing(folder: SweepFolder, options: ConductOptions): Promise<boolean> {
  const { signal, stop } = interruption();
  const { runs, done, failed } = folder.progress;
  const progress = new SweepProgress(runs, done, failed);
  try {
    await conduct(folder, await engineOf(options, signal), (made, bad) => progress.add(made, bad));
    return false;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.exitCode = exitAfter(signal.reason);
    return true;
  } finally {
    progress.stop();
    stop();
  }
}

function sayOutcome(folder: SweepFolder, files: string[], seconds: number, json: boolean): void {
  const { runs, done, failed } = folder.progress;
  const shard = folder.isWhole ? null : shardText(folder.shard);
  const { path } = folder;
  if (json) {
    printJson({ folder: path, id: folder.identity.id, shard, runs, done, failed, seconds, files });
    return;
  }
  const part = shard === null ? '' : ` of shard ${shard}`;
  print(
    `${numberText(done)} of ${numberText(runs)} runs${part}, ${numberText(failed)} failed, ${durationText(seconds)}`,
  );
  for (const file of files) print(`  ${path}/${file}`);
  if (done === runs && shard !== null) print('Put the shards together with: turnpike merge DIR… --out DIR');
}

/** Conducts a sweep to its end in its folder, and writes the results if they are all there. */
export async function conductFolder(folder: SweepFolder, options: ConductOptions): Promise<void> {
  const started = performance.now();
  sayDamage(folder);
  const isInterrupted = !folder.isComplete && (await makeMissing(folder, options));
  if (isInterrupted) say(`interrupted; what is done is kept. Go on with: turnpike resume ${folder.path}`);
  const files = await writeResults(folder);
  sayOutcome(folder, files, (performance.now() - started) / 1000, options.json === true);
}

/** Opens a folder for one who writes, and does. What stops a sweep is said with the way to go on. */
export async function withFolder(
  open: () => Promise<SweepFolder>,
  act: (folder: SweepFolder) => Promise<void>,
): Promise<void> {
  let folder: SweepFolder | null = null;
  try {
    folder = await open();
    const release = await lock(folder.path);
    try {
      await folder.read();
      await act(folder);
    } finally {
      await release();
    }
  } catch (error) {
    if (!(error instanceof SweepStopped)) throw error;
    const remedy = error.remedy === 'resume' && folder ? `: turnpike resume ${folder.path}` : '';
    throw new RunFailed(`${error.message}${remedy}`);
  }
}
