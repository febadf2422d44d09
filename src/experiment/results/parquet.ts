import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { version } from '../../version.ts';
import type { Cell, Column } from './columns.ts';

/** Where the bytes of a file go, piece by piece. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Writes a table as it comes; each call of `write` is a row group, so memory holds one of them. */
export interface TableWriter {
  write(cells: readonly (readonly Cell[])[]): Promise<void>;
  close(): Promise<void>;
}

const physical = {
  INT32: { type: 'INT32' },
  INT64: { type: 'INT64' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
} as const;

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.map(
      ({ name, type, isNullable }): SchemaElement => ({
        name,
        repetition_type: isNullable ? 'OPTIONAL' : 'REQUIRED',
        ...physical[type],
      }),
    ),
  ];
}

/** A Parquet file (Snappy, with statistics and page indexes) of the given columns and key-value metadata. */
export function parquetWriter(
  columns: readonly Column[],
  metadata: { key: string; value: string }[],
  sink: Sink,
): TableWriter {
  const writer = new ByteWriter(1 << 20);
  const handOver = async (): Promise<void> => {
    // A copy: the next row group is written over it.
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    await sink(bytes);
  };
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    kvMetadata: metadata,
    createdBy: `turnpike version ${version}`,
  });
  return {
    async write(cells) {
      const rows = cells[0].length;
      const columnData = columns.map(({ name }, i) => ({ name, data: cells[i] as Cell[] }));
      await parquet.write({ columnData, rowGroupSize: rows });
      await handOver();
    },
    async close() {
      await parquet.finish();
      await handOver();
    },
  };
}
