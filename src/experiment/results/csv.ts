import type { Experiment } from '../types.ts';
import type { Cell, Column, ColumnType } from './columns.ts';
import { describeFile } from './describe.ts';
import type { Sink, TableWriter } from './parquet.ts';

/** A text cell, quoted where RFC 4180 asks for it, and where it would else read as no value. */
function quoted(text: string): string {
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? quoted(cell) : String(cell);

/** A CSV file: one line of names, full precision, empty cells for no value. */
export function csvWriter(columns: readonly Column[], sink: Sink): TableWriter {
  const encoder = new TextEncoder();
  let head = `${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  return {
    async write(cells) {
      const lines: string[] = [];
      for (let row = 0; row < cells[0].length; row++)
        lines.push(`${cells.map((column) => cellText(column[row])).join(',')}\n`);
      await sink(encoder.encode(head + lines.join('')));
      head = '';
    },
    async close() {
      if (head !== '') await sink(encoder.encode(head));
    },
  };
}

const datatypes: Record<ColumnType, string> = {
  INT32: 'integer',
  INT64: 'integer',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  STRING: 'string',
};

/**
 * What a CSV file cannot say of itself, beside it as `FILE-metadata.json`: W3C's "Metadata Vocabulary for Tabular Data"
 * (2015), with the experiment, its scenario, the core and the version as notes.
 */
export function csvMetadata(
  file: string,
  experiment: Experiment,
  coreHash: string,
  columns: readonly Column[],
): string {
  const notes = describeFile(experiment, coreHash, columns).filter(({ key }) => key !== 'columns');
  const described = columns.map(({ name, type, isNullable, description, unit }) => ({
    titles: name,
    datatype: datatypes[type],
    required: !isNullable,
    'dc:description': unit === '' ? description : `${description} (${unit})`,
  }));
  const document = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: file,
    tableSchema: { columns: described },
    notes: Object.fromEntries(
      notes.map(({ key, value }) => [
        key,
        key === 'experiment' || key === 'scenario' ? JSON.parse(value) : value,
      ]),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
