import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeLine } from '../journal/line.ts';
import { Batches } from '../results/batch.ts';
import { runsTable, seriesTable, type Table } from '../results/columns.ts';
import { csvMetadata, csvWriter } from '../results/csv.ts';
import { describeFile } from '../results/describe.ts';
import { parquetWriter } from '../results/parquet.ts';
import { replaceFile, type SweepFolder } from './folder.ts';
import { stoppedBy } from './journal.ts';

interface FileSink {
  sink: (bytes: Uint8Array) => Promise<void>;
  close: () => Promise<void>;
  /** Gives back the room that a file which will not be whole takes. */
  discard: () => Promise<void>;
}

/** A file that gets its name only once it is whole. */
async function fileSink(path: string): Promise<FileSink> {
  const next = `${path}.next`;
  const file = await open(next, 'w');
  const stopping = (error: NodeJS.ErrnoException): never => {
    throw stoppedBy(error);
  };
  return {
    sink: (bytes) => file.writeFile(bytes).catch(stopping),
    async close() {
      await file.sync().catch(stopping);
      await file.close();
      await rename(next, path);
    },
    async discard() {
      await file.close().catch(() => {});
      await rm(next, { force: true });
    },
  };
}

/** Where each run's line is in the journal. */
async function placesOf(folder: SweepFolder): Promise<{ offsets: Float64Array; lengths: Uint32Array }> {
  const offsets = new Float64Array(folder.plan.runs);
  const lengths = new Uint32Array(folder.plan.runs);
  for await (const { record, offset, length } of folder.entries()) {
    offsets[record.run] = offset;
    lengths[record.run] = length;
  }
  return { offsets, lengths };
}

/** A table on its way into its files. */
interface OpenTable {
  batches: Batches;
  close: () => Promise<void>;
  discard: () => Promise<void>;
}

async function openTable(folder: SweepFolder, name: string, table: Table): Promise<OpenTable> {
  const { experiment, coreHash } = folder;
  const metadata = describeFile(experiment, coreHash, table.columns);
  const parquet = await fileSink(join(folder.path, `${name}.parquet`));
  const csv = await fileSink(join(folder.path, `${name}.csv`));
  const writers = [parquetWriter(table.columns, metadata, parquet.sink), csvWriter(table.columns, csv.sink)];
  const batches = new Batches(table, writers);
  return {
    batches,
    async close() {
      await batches.close();
      await parquet.close();
      await csv.close();
      const text = csvMetadata(`${name}.csv`, experiment, coreHash, table.columns);
      await replaceFile(join(folder.path, `${name}.csv-metadata.json`), text);
    },
    async discard() {
      await parquet.discard();
      await csv.discard();
    },
  };
}

async function readLine(journal: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const line = new Uint8Array(length);
  await journal.read(line, 0, length, offset);
  return line;
}

/**
 * Writes the results of a sweep, if it is complete and no shard: runs.parquet and runs.csv, and series.* where a time series was asked for, with
 * what CSV cannot say in *.csv-metadata.json. Rows go by the number of their run, so the bytes depend on nothing else; one
 * row group at a time is in memory. Returns the names of the files, none where runs are missing.
 */
export async function writeResults(folder: SweepFolder): Promise<string[]> {
  const { offsets, lengths } = await placesOf(folder);
  if (!folder.isComplete || !folder.isWhole) return [];
  const tables = {
    runs: runsTable(folder.experiment, folder.coreHash),
    series: seriesTable(folder.experiment),
  };
  const journal = await open(folder.journal, 'r');
  const opened: OpenTable[] = [];
  try {
    for (const [name, table] of Object.entries(tables))
      if (table) opened.push(await openTable(folder, name, table));
    for (let run = 0; run < offsets.length; run++) {
      const record = decodeLine(await readLine(journal, offsets[run], lengths[run]));
      if (!record) throw new Error(`run ${run} changed in the journal while it was read`);
      for (const { batches } of opened) await batches.add(record);
    }
    for (const { close } of opened) await close();
  } catch (error) {
    for (const { discard } of opened) await discard();
    throw error;
  } finally {
    await journal.close();
  }
  return Object.entries(tables).flatMap(([name, table]) => (table ? [`${name}.parquet`, `${name}.csv`] : []));
}
