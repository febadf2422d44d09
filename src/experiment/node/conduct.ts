import type { FinishedRuns } from '../pool/pool.ts';
import type { SweepFolder } from './folder.ts';

/** Makes the missing runs of a folder: on threads of this machine, or wherever a queue takes them. */
export type Engine = (
  folder: SweepFolder,
  runs: Iterable<number>,
  count: number,
) => AsyncGenerator<FinishedRuns, void, undefined>;

/** Makes what is missing and keeps it as it comes. onKept: after each piece that is in the journal. */
export async function conduct(
  folder: SweepFolder,
  engine: Engine,
  onKept: (runs: number, failed: number) => void,
): Promise<void> {
  const { runs, done } = folder.progress;
  const writer = await folder.writer();
  try {
    for await (const finished of engine(folder, folder.missing(), runs - done)) {
      await writer.append(finished.lines);
      onKept(finished.runs.length, finished.failed);
    }
  } finally {
    await writer.close();
  }
}
