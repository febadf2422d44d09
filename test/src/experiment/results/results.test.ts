import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Batches } from '../../../../src/experiment/results/batch.ts';
import { runsTable, seriesTable, type Table } from '../../../../src/experiment/results/columns.ts';
import { csvMetadata, csvWriter } from '../../../../src/experiment/results/csv.ts';
import { describeFile } from '../../../../src/experiment/results/describe.ts';
import { parquetWriter } from '../../../../src/experiment/results/parquet.ts';
import { Runner } from '../../../../src/experiment/runner.ts';
import type { RunRecord } from '../../../../src/experiment/types.ts';
import { core } from '../../core/harness.ts';
import { experimentOf, wanderers } from '../sample.ts';

const experiment = experimentOf({
  name: 'results',
  scenario: {
    ...wanderers,
    units: { time: 'years', chips: 'H100e', training: 'H100e-years' },
    variants: [{ name: 'half, reinvested', set: { 'economy.s': 0.5 } }],
  },
  factors: [
    { path: 'economy.c', name: 'c', kind: 'normal', mean: 1, spread: 2 },
    {
      path: 'groups.labs.rule',
      name: 'rule',
      kind: 'choice',
      values: [{ type: 'parity' }, { type: 'fixed', q: 0.25 }],
    },
    { path: 'clock.method', name: 'method', kind: 'choice', values: ['re6', 'euler'] },
    { path: 'economy.Tmax', name: 'Tmax', kind: 'choice', values: [null, 50] },
  ],
  design: { type: 'latinHypercube', n: 20 },
  replications: { count: 2, seed: 2 ** 40 },
  measures: { summary: ['ticks', 'K', 'blowUpTime', 'stateHash'], series: { every: 20, of: ['K', 'q'] } },
});

let folder: string;
let records: RunRecord[];

async function write(name: string, table: Table): Promise<void> {
  const parquet: Uint8Array[] = [];
  const csv: Uint8Array[] = [];
  const metadata = describeFile(experiment, core.hash, table.columns);
  const batches = new Batches(table, [
    parquetWriter(table.columns, metadata, async (bytes) => void parquet.push(bytes)),
    csvWriter(table.columns, async (bytes) => void csv.push(bytes)),
  ]);
  for (const record of records) await batches.add(record);
  await batches.close();
  writeFileSync(join(folder, `${name}.parquet`), Buffer.concat(parquet));
  writeFileSync(join(folder, `${name}.csv`), Buffer.concat(csv));
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql.replaceAll('FOLDER', folder));
  const rows = reader.getRowObjectsJS() as Record<string, unknown>[];
  connection.closeSync();
  return rows;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-results-'));
  const runner = new Runner(core, experiment);
  records = Array.from({ length: runner.plan.runs }, (_, run) => runner.run(run));
  await write('runs', runsTable(experiment, core.hash));
  await write('series', seriesTable(experiment)!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('runs.parquet, as DuckDB reads it', () => {
  test('has typed columns', async () => {
    const columns = await query("describe select * from 'FOLDER/runs.parquet'");
    expect(
      Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type])),
    ).toEqual({
      run: 'INTEGER',
      point: 'INTEGER',
      replication: 'INTEGER',
      seed: 'BIGINT',
      c: 'DOUBLE',
      rule: 'VARCHAR',
      method: 'VARCHAR',
      Tmax: 'DOUBLE',
      economy: 'VARCHAR',
      status: 'VARCHAR',
      ticks: 'INTEGER',
      K: 'DOUBLE',
      blowUpTime: 'DOUBLE',
      stateHash: 'VARCHAR',
      stage: 'VARCHAR',
      tick: 'INTEGER',
      reason: 'VARCHAR',
      core: 'VARCHAR',
      version: 'VARCHAR',
    });
  });

  test('has a row for every economy of every run, to the bit, and one for a run that failed', async () => {
    const rows = await query("select * from 'FOLDER/runs.parquet'");
    const failed = records.filter(({ economies }) => economies.length === 0);
    expect(failed.length).toBeGreaterThan(2);
    expect(rows.length).toBe(2 * (records.length - failed.length) + failed.length);
    for (const record of records) {
      const own = rows.filter(({ run }) => run === record.run);
      for (const row of own) {
        expect(row.seed).toBe(BigInt(record.seed));
        expect(row).toMatchObject({
          c: record.parameters.c,
          method: record.parameters.method,
          Tmax: record.parameters.Tmax,
        });
        expect(JSON.parse(String(row.rule))).toEqual(record.parameters.rule);
      }
      if (record.economies.length === 0) {
        const { stage, reason } = record.failure!;
        expect(own).toMatchObject([{ status: 'failed', economy: null, K: null, stage, tick: null, reason }]);
      }
      record.economies.forEach(({ economy, status, values }, i) => {
        expect(own[i]).toMatchObject({ economy, status, ...values, stage: null, reason: null });
      });
    }
  });

  test('says of itself what it is of', async () => {
    const rows = await query("select key, value from parquet_kv_metadata('FOLDER/runs.parquet')");
    const text = (x: unknown) => Buffer.from((x as { bytes: Uint8Array }).bytes ?? x).toString();
    const found = Object.fromEntries(rows.map(({ key, value }) => [text(key), text(value)]));
    expect(found).toMatchObject({ core: core.hash, seed: String(2 ** 40), turnpike: '0.1.0' });
    expect(JSON.parse(found.scenario)).toEqual(experiment.scenario);
    expect(JSON.parse(found.experiment)).toEqual({ ...experiment, scenario: experiment.scenario.name });
    const described = JSON.parse(found.columns) as { name: string; unit: string }[];
    expect(described.find(({ name }) => name === 'blowUpTime')).toMatchObject({ unit: 'years' });
    expect(described.find(({ name }) => name === 'Tmax')).toMatchObject({ unit: 'H100e-years' });
  });
});

test('runs.csv holds the same as runs.parquet, read without a word about either', async () => {
  const [{ differ }] = await query(
    `select count(*) as differ from (
       (select run, seed, c, method, Tmax, economy, status, ticks, K, blowUpTime, stateHash from 'FOLDER/runs.csv'
        except select run, seed, c, method, Tmax, economy, status, ticks, K, blowUpTime, stateHash from 'FOLDER/runs.parquet')
       union all
       (select run, seed, c, method, Tmax, economy, status, ticks, K, blowUpTime, stateHash from 'FOLDER/runs.parquet'
        except select run, seed, c, method, Tmax, economy, status, ticks, K, blowUpTime, stateHash from 'FOLDER/runs.csv'))`,
  );
  expect(differ).toBe(0n);
});

test('series.parquet has every kept tick, joined to its run by number', async () => {
  const rows = await query("select * from 'FOLDER/series.parquet' order by run, economy, tick");
  const kept = records.flatMap(({ run, economies }) =>
    economies.flatMap(({ economy, series }) =>
      Array.from({ length: series!.length / 4 }, (_, i) => {
        const [tick, t, K, q] = series!.subarray(4 * i, 4 * i + 4);
        return { run, economy, tick, t, K: Number.isNaN(K) ? null : K, q: Number.isNaN(q) ? null : q };
      }),
    ),
  );
  expect(rows).toEqual(kept);
});

test('what CSV cannot say is in the metadata beside it', () => {
  const { columns } = runsTable(experiment, core.hash);
  const metadata = JSON.parse(csvMetadata('runs.csv', experiment, core.hash, columns));
  const names = metadata.tableSchema.columns.map(({ titles }: { titles: string }) => titles);
  const [head] = readFileSync(join(folder, 'runs.csv'), 'utf8').split('\n');
  expect(names.join(',')).toBe(head);
  expect(metadata).toMatchObject({
    url: 'runs.csv',
    notes: { core: core.hash, scenario: experiment.scenario },
  });
});
