import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wanderers } from '../experiment/sample.ts';
import { main, turnpike, turnpikeJson } from './cli.ts';

let folder: string;
let experiment: string;
let alone: string;
const RUNS = 120;

/** Enough labs that a kill comes while runs are made. */
const asked = {
  name: 'test',
  scenario: { ...wanderers, groups: [{ ...wanderers.groups[0], count: 300 }] },
  factors: [
    { path: 'economy.c', name: 'c', kind: 'uniform', min: 0.5, max: 1.5 },
    {
      path: 'groups.labs.rule',
      name: 'rule',
      kind: 'list',
      values: [{ type: 'parity' }, { type: 'randomWalk' }],
    },
  ],
  design: { type: 'latinHypercube', n: 30 },
  replications: { count: 2 },
  measures: { summary: ['ticks', 'K', 'T', 'blowUpTime', 'stateHash'], series: { every: 25 } },
};

const results = [
  'runs.parquet',
  'runs.csv',
  'runs.csv-metadata.json',
  'series.parquet',
  'series.csv',
  'series.csv-metadata.json',
];
const bytesOf = (out: string) => results.map((name) => readFileSync(join(out, name)).toString('base64'));
const at = (name: string) => join(folder, name);
const linesOf = (out: string) => readFileSync(join(out, 'runs.journal'), 'utf8').trimEnd().split('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-sweep-'));
  experiment = at('experiment.json');
  writeFileSync(experiment, JSON.stringify(asked));
  alone = at('alone');
  const { code, stderr } = await turnpike(['sweep', experiment, '--out', alone, '--workers', '1']);
  expect(code, stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('turnpike sweep', () => {
  test('makes every run once and writes the results', async () => {
    expect(linesOf(alone).length).toBe(RUNS);
    expect(readdirSync(alone).sort()).toEqual([...results, 'runs.journal', 'sweep.json'].sort());
  });

  test('two workers, and three shards merged in any order, give the bytes of one worker', async () => {
    const two = await turnpikeJson(['sweep', experiment, '--out', at('two'), '--workers', '2']);
    expect(two).toMatchObject({
      runs: RUNS,
      done: RUNS,
      failed: 0,
      files: ['runs.parquet', 'runs.csv', 'series.parquet', 'series.csv'],
    });
    expect(bytesOf(at('two'))).toEqual(bytesOf(alone));
    for (const shard of ['2/3', '3/3', '1/3']) {
      const part = await turnpikeJson([
        'sweep',
        experiment,
        '--out',
        at(`part-${shard[0]}`),
        '--shard',
        shard,
      ]);
      expect(part).toMatchObject({ shard, runs: RUNS / 3, done: RUNS / 3, files: [] });
    }
    const parts = ['part-3', 'part-1', 'part-2'].map(at);
    await turnpikeJson(['merge', ...parts, '--out', at('merged')]);
    expect(bytesOf(at('merged'))).toEqual(bytesOf(alone));
  });

  test('killed at any moment, and again, and begun again each time: no run is lost or made twice', async () => {
    const out = at('killed');
    let done = 0;
    for (let kill = 0; kill < 8; kill++) {
      const child = spawn(process.execPath, [main, 'sweep', experiment, '--out', out], { stdio: 'pipe' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      // From before the first run to well into them: the first words come when runs begin.
      if (kill % 4 > 0)
        await Promise.race([new Promise((resolve) => child.stderr.once('data', resolve)), ended]);
      await wait(Math.random() * 60 * kill);
      child.kill('SIGKILL');
      await ended;
      const { code, stdout } = await turnpike(['status', out, '--json']);
      const now = code === 0 ? JSON.parse(stdout).done : 0;
      expect(now).toBeGreaterThanOrEqual(done);
      done = now;
    }
    const { code, stderr } = await turnpike(['sweep', experiment, '--out', out]);
    expect(code, stderr).toBe(0);
    expect(linesOf(out).length).toBe(RUNS);
    expect(bytesOf(out)).toEqual(bytesOf(alone));
  });

  test('Ctrl-C keeps what is done, and says how to go on', async () => {
    const out = at('interrupted');
    const child = spawn(process.execPath, [main, 'sweep', experiment, '--out', out, '--workers', '1'], {
      stdio: 'pipe',
    });
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!said.includes('runs')) await wait(10);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toContain(`turnpike resume ${out}`);
    await turnpikeJson(['resume', out]);
    expect(bytesOf(out)).toEqual(bytesOf(alone));
  });

  test('a torn and a damaged line are said, and their runs made again', async () => {
    const out = at('damaged');
    await turnpikeJson(['sweep', experiment, '--out', out]);
    const journal = join(out, 'runs.journal');
    const bytes = readFileSync(journal);
    bytes[300] ^= 1;
    writeFileSync(journal, bytes);
    truncateSync(journal, bytes.length - 5);
    const status = await turnpikeJson(['status', out]);
    expect(status).toMatchObject({ runs: RUNS, done: RUNS - 2, damage: { lines: 1 } });
    const { code, stderr } = await turnpike(['resume', out]);
    expect(code).toBe(0);
    expect(stderr).toContain('the journal ended inside a line');
    expect(stderr).toContain('1 damaged lines');
    expect(bytesOf(out)).toEqual(bytesOf(alone));
  });

  test('while a sweep is at work no other may write to its folder', async () => {
    const out = at('busy');
    const long = JSON.stringify({ ...asked, replications: { count: 4000 } });
    const child = spawn(process.execPath, [main, 'sweep', '-', '--out', out], { stdio: 'pipe' });
    child.stdin.end(long);
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stderr.once('data', resolve));
    const other = await turnpike(['resume', out]);
    child.kill('SIGKILL');
    await ended;
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(`process ${child.pid} on `);
  });
});

describe('a failed run', () => {
  test('is a row with its parameters, stage and reason, and stops nothing', async () => {
    const out = at('failing');
    const drawn = { path: 'economy.c', name: 'c', kind: 'normal', mean: 1, spread: 2 };
    const given = {
      scenario: wanderers,
      factors: [drawn],
      design: { type: 'random', n: 60 },
      measures: { summary: ['K'] },
    };
    const { failed } = await turnpikeJson(['sweep', '-', '--out', out], { stdin: JSON.stringify(given) });
    // P(0.05 ≤ c ≤ 5) = 0.66 for N(1, 2).
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(40);
    const [head, ...rows] = readFileSync(join(out, 'runs.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('run,point,replication,seed,c,economy,status,K,stage,tick,reason,core,version');
    expect(rows.length).toBe(60);
    const bad = rows.filter((row) => row.includes(',scenario,'));
    expect(bad.length).toBe(failed);
    for (const row of bad) {
      const [, , , , c, economy, status, K] = row.split(',');
      expect([economy, status, K]).toEqual(['', 'failed', '']);
      expect(Number(c) < 0.05 || Number(c) > 5).toBe(true);
      expect(row).toContain(`economy.c: got ${c}; allowed: a number from 0.05 to 5`);
    }
    const { failures } = await turnpikeJson(['status', out]);
    expect(failures).toMatchObject([{ stage: 'scenario', runs: failed }]);
  });
});

describe('bad input', () => {
  const refused = async (words: string[], stdin?: string) => {
    const { code, stdout, stderr } = await turnpike(words, stdin === undefined ? {} : { stdin });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/^ +at /m);
    return stderr;
  };

  test.each([
    ['a missing file', ['sweep', 'missing.json', '--out', 'x'], 'no such file'],
    ['no folder', ['sweep', 'x.json'], '--out'],
    ['a shard of none', ['sweep', '-', '--out', 'x', '--shard', '4/3'], 'i/n, with i from 1 to n'],
    ['no workers', ['sweep', '-', '--out', 'x', '--workers', '0'], 'from 1'],
    ['a folder without a sweep', ['status', tmpdir()], 'sweep.json'],
    ['a queue that is no Redis', ['worker', 'http://localhost'], 'redis://'],
    ['a Redis that is not there', ['worker', 'redis://127.0.0.1:1'], 'a Redis that answers'],
  ])('%s is refused', async (_, words, said) => {
    expect(await refused(words, '{"scenario": "figure-1"}')).toContain(said);
  });

  test('a scenario file is looked for beside the experiment', async () => {
    writeFileSync(at('lab.json'), JSON.stringify({ clock: { until: 0.2 } }));
    writeFileSync(at('beside.json'), JSON.stringify({ scenario: 'lab.json' }));
    expect(await turnpikeJson(['sweep', at('beside.json'), '--out', at('beside')])).toMatchObject({
      done: 1,
    });
    writeFileSync(at('astray.json'), JSON.stringify({ scenario: 'lob.json' }));
    expect(await refused(['sweep', at('astray.json'), '--out', at('astray')])).toContain(
      'no such preset or file',
    );
  });

  test('a folder that holds another sweep is left alone', async () => {
    writeFileSync(at('other.json'), JSON.stringify({ scenario: 'figure-1' }));
    expect(await refused(['sweep', at('other.json'), '--out', alone])).toContain('another sweep');
    expect(await refused(['merge', alone, at('beside'), '--out', at('mixed')])).toContain('another sweep');
  });

  test('shards that are not all there are named, and nothing is written', async () => {
    const out = at('short');
    const { code, stderr } = await turnpike(['merge', at('part-1'), at('part-2'), '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('80 of 120 runs are in these shards');
    expect(readdirSync(out)).not.toContain('runs.parquet');
    await turnpikeJson(['merge', at('part-3'), '--out', out]);
    expect(bytesOf(out)).toEqual(bytesOf(alone));
  });

  test('lines of another sweep in a journal are left out', async () => {
    const out = at('foreign');
    await turnpikeJson(['sweep', at('beside.json'), '--out', out]);
    appendFileSync(join(out, 'runs.journal'), `${linesOf(alone)[0]}\n`);
    expect(await turnpikeJson(['status', out])).toMatchObject({ done: 1, damage: { lines: 1 } });
  });
});
