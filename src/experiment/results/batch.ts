import type { RunRecord } from '../types.ts';
import type { Cell, Table } from './columns.ts';
import type { TableWriter } from './parquet.ts';

/** Rows of a row group: what memory holds of a table. */
const ROWS = 20_000;

/** Collects the rows of runs by column and hands them to writers a row group at a time. */
export class Batches {
  readonly #table: Table;
  readonly #writers: readonly TableWriter[];
  #cells: Cell[][];

  constructor(table: Table, writers: readonly TableWriter[]) {
    this.#table = table;
    this.#writers = writers;
    this.#cells = table.columns.map(() => []);
  }

  async add(record: RunRecord): Promise<void> {
    for (const row of this.#table.rows(record)) {
      row.forEach((cell, i) => {
        this.#cells[i].push(cell);
      });
      if (this.#cells[0].length === ROWS) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    for (const writer of this.#writers) await writer.write(this.#cells);
    this.#cells = this.#cells.map(() => []);
  }

  async close(): Promise<void> {
    if (this.#cells[0].length > 0) await this.#flush();
    for (const writer of this.#writers) await writer.close();
  }
}
