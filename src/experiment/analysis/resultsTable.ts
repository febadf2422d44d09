import { runsTable } from '../results/columns.ts';
import type { Experiment, RunRecord } from '../types.ts';

/** Results by column, however they were kept; all columns have as many rows. Whole numbers may be bigints. */
export interface ResultsTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>;
}

/** What an experiment left behind: what is analysed. */
export interface Results {
  experiment: Experiment;
  coreHash: string;
  /** One row an economy of every run, as `runs.parquet` has them. */
  runs: ResultsTable;
  /** The time series in pieces, rows of one economy of one run one after another; null if none were kept. */
  series: (() => AsyncIterable<ResultsTable>) | null;
}

/** The column of this name. RangeError if there is none. */
export function columnOf(table: ResultsTable, name: string): ArrayLike<unknown> {
  const column = table.columns.get(name);
  if (!column)
    throw new RangeError(`column: got "${name}"; allowed: ${[...table.columns.keys()].join(', ')}`);
  return column;
}

/** A column as numbers, NaN where there is none. */
export function numbersOf(table: ResultsTable, name: string): Float64Array {
  return Float64Array.from(columnOf(table, name), (cell) =>
    typeof cell === 'number' || typeof cell === 'bigint' ? Number(cell) : Number.NaN,
  );
}

/** The table of runs of records that are at hand. */
export function runsOf(records: Iterable<RunRecord>, experiment: Experiment, coreHash: string): ResultsTable {
  const table = runsTable(experiment, coreHash);
  const columns = table.columns.map((): unknown[] => []);
  let rows = 0;
  for (const record of records)
    for (const row of table.rows(record)) {
      row.forEach((cell, i) => {
        columns[i].push(cell);
      });
      rows++;
    }
  return { rows, columns: new Map(table.columns.map(({ name }, i) => [name, columns[i]])) };
}
