import { encodeLine } from '../journal/line.ts';
import type { SweepFolder } from './folder.ts';

/** Adds the runs of other folders of the same sweep that this one does not have yet. */
export async function mergeInto(folder: SweepFolder, others: readonly SweepFolder[]): Promise<void> {
  const missing = new Uint8Array(folder.plan.runs);
  for (const run of folder.missing()) missing[run] = 1;
  const writer = await folder.writer();
  try {
    for (const other of others)
      for await (const { record } of other.entries()) {
        if (missing[record.run] === 0) continue;
        missing[record.run] = 0;
        await writer.append(encodeLine(record));
      }
  } finally {
    await writer.close();
  }
  await folder.read();
}
