import type { Results, ResultsTable } from '../analysis/resultsTable.ts';
import { runsOf } from '../analysis/resultsTable.ts';
import type { Table } from '../results/columns.ts';
import { seriesTable } from '../results/columns.ts';
import type { RunRecord } from '../types.ts';
import type { SweepFolder } from './folder.ts';

/** A record as the rows of a table, by column. */
function pieceOf(table: Table, record: RunRecord): ResultsTable {
  const columns = table.columns.map((): unknown[] => []);
  for (const row of table.rows(record))
    row.forEach((cell, i) => {
      columns[i].push(cell);
    });
  return {
    rows: columns[0].length,
    columns: new Map(table.columns.map(({ name }, i) => [name, columns[i]])),
  };
}

/** What a folder's journal holds so far, in the order of runs however they came: a sweep may be looked at while it is made. */
export async function readResults(folder: SweepFolder): Promise<Results> {
  const { experiment, coreHash } = folder;
  const records: RunRecord[] = [];
  for await (const { record } of folder.entries()) {
    const economies = record.economies.map((economy) => ({ ...economy, series: null }));
    records.push({ ...record, economies });
  }
  records.sort((a, b) => a.run - b.run);
  const table = seriesTable(experiment);
  async function* series(): AsyncGenerator<ResultsTable> {
    if (table) for await (const { record } of folder.entries()) yield pieceOf(table, record);
  }
  return { experiment, coreHash, runs: runsOf(records, experiment, coreHash), series: table && series };
}
