import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { minimalBlowUpTime } from '../../../src/theory/index.ts';
import { turnpikeJson } from '../cli/cli.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'turnpike-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first block of code in this language after the heading of experiments. */
const block = (language: string) =>
  readme.split('## Experiments')[1].split(`\`\`\`${language}\n`)[1].split('```')[0];

test('the experiment and the query in the README work as they stand', async () => {
  writeFileSync(join(folder, 'experiment.json'), block('json'));
  const out = join(folder, 'results');
  const { done, failed } = await turnpikeJson(['sweep', join(folder, 'experiment.json'), '--out', out]);
  expect([done, failed]).toEqual([272, 0]);
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(block('sql').replace("'results/", `'${out}/`));
  const rows = reader.getRowObjectsJS() as { c: number; best: number; blow_up: number }[];
  connection.closeSync();
  expect(rows.map(({ c }) => c)).toEqual(
    Array.from({ length: 16 }, (_, i) => expect.closeTo(0.5 + i / 10, 12)),
  );
  for (const { c, best, blow_up } of rows) {
    // No constant split beats the optimum, and the best of them is close to it.
    const optimum = minimalBlowUpTime({ K0: 1, T0: 1, c });
    expect(blow_up / optimum).toBeGreaterThan(1);
    expect(blow_up / optimum).toBeLessThan(1.1);
    expect(best).toBeLessThan(c / (1 + c));
  }
});
