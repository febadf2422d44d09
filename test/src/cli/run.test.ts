import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchmarkTable, measureTable } from '../../../src/measure/index.ts';
import { encodeLink, preset } from '../../../src/scenario/index.ts';
import { economyDefaults } from '../scenario/defaults.ts';
import { readCsv, turnpike, turnpikeJson } from './cli.ts';

const byIdOf = (all: { id: string; K: number; q: number }[]) =>
  Object.fromEntries(all.map((one) => [one.id, one]));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('turnpike run', () => {
  test('figure-1 blows up at π, which is success: K, T, t are the last finite state', async () => {
    const run = await turnpikeJson(['run', 'figure-1']);
    // The bar for the located t*.
    expect(Math.abs(run.blowUpTime - Math.PI)).toBeLessThan(1e-9);
    expect(run.status).toBe('blow-up');
    expect(run.t).toBeLessThan(run.blowUpTime);
    expect(Number.isFinite(run.K) && Number.isFinite(run.T)).toBe(true);
    // Past the optimum's own blow-up, at 3, V is infinite: null, and efficiency 0.
    expect(run).toMatchObject({ envelope: null, efficiency: 0 });
    expect(run.delay).toBeCloseTo(Math.PI - 3, 9);
  });

  test('--until 2.5 ends there with K of the closed form, below V', async () => {
    const run = await turnpikeJson(['run', 'figure-1', '--until', '2.5']);
    expect(run).toMatchObject({ t: 2.5, status: 'finished', blowUpTime: null });
    // The bar at the default tick.
    expect(Math.abs(run.K * (1 - Math.sin(1.25)) - 1)).toBeLessThan(1e-9);
    // V(2.5) = 16e on Figure 1's start.
    expect(run.envelope).toBeCloseTo(16 * Math.E, 9);
    expect(run.efficiency).toBe(run.K / run.envelope);
  });

  test('JSON says what was run: the complete scenario, seed, core, version, hash', async () => {
    const run = await turnpikeJson(['run', 'figure-1', '--ticks', '3', '--seed', '7']);
    expect(run.scenario.seed).toBe(7);
    expect(run.scenario.economy).toEqual(economyDefaults);
    expect(run).toMatchObject({ seed: 7, ticks: 3, variants: {} });
    expect(run.coreHash).toMatch(/^[0-9a-f]{16}$/);
    expect(run.stateHash).toMatch(/^[0-9a-f]{16}$/);
    expect(run.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(run.groups.lab).toEqual({
      count: 1,
      labs: 1,
      K: run.K,
      T: run.T,
      q: run.q,
      accounts: run.accounts,
    });
  });

  test('JSON has every measure and benchmark by id, with how it was got or why it is not', async () => {
    const { watched } = await turnpikeJson(['run', 'figure-1', '--until', '2.5']);
    expect(Object.keys(watched.measures)).toEqual(measureTable.map(({ id }) => id));
    expect(watched.benchmarks.map(({ id }: { id: string }) => id)).toEqual(
      benchmarkTable.map(({ id }) => id),
    );
    // q = ½ is parity, so the path is the economy's own; the best constant from there is 1/3, K(2.5) = 36.
    const byId = byIdOf(watched.benchmarks);
    expect(byId.parity.K).toBeCloseTo(19.601931562, 8);
    expect(byId.constant.q).toBeCloseTo(1 / 3, 14);
    expect(byId.constant.K).toBeCloseTo(36, 9);
    expect(byId.nash).toMatchObject({ K: null, blowUpTime: null, reason: 'one lab plays against nobody' });
    expect(watched.measures.projectedBlowUp).toBeCloseTo(Math.PI, 10);
    expect(watched.lorenz.K).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(watched.regret.lab).toBeCloseTo(1 - 19.601931562 / 43.4925092553, 9);
  });

  test('what it writes back runs again to the same bits', async () => {
    const first = await turnpikeJson(['run', 'wrong-beliefs', '--ticks', '20']);
    const again = await turnpikeJson(['run', '-'], { stdin: JSON.stringify(first.scenario) });
    expect(again).toEqual(first);
  });

  test('--ticks n is n ticks of the scenario’s h; with --until, h = until/n', async () => {
    const alone = await turnpikeJson(['run', 'figure-1', '--ticks', '10']);
    expect(alone.ticks).toBe(10);
    expect(alone.t).toBeCloseTo(10 * preset('figure-1').clock.h, 12);
    const both = await turnpikeJson(['run', 'figure-1', '--ticks', '7', '--until', '2']);
    expect(both).toMatchObject({ ticks: 7, t: 2 });
    expect(both.scenario.clock.h).toBe(2 / 7);
    const set = await turnpikeJson(['run', 'figure-1', '--ticks', '4', '--set', 'clock.h=0.25']);
    expect(set).toMatchObject({ ticks: 4, t: 1 });
  });

  test('--set changes parameters, in order', async () => {
    const args = [
      'run',
      'figure-1',
      '--until',
      '1',
      '--set',
      'groups.lab.rule.q=0.2',
      '--set',
      'groups.lab.rule.q=0',
    ];
    const run = await turnpikeJson(args);
    // Nothing trains, so T stays 1 and K = e^t.
    expect(run.T).toBe(1);
    expect(run.K).toBeCloseTo(Math.E, 11);
  });

  test('variants stand under their names with the same fields as the base', async () => {
    const { variants, scenario, seed, coreHash, version, ...base } = await turnpikeJson([
      'run',
      'fragmented',
      '--until',
      '1',
    ]);
    expect(Object.keys(variants)).toEqual(scenario.variants.map(({ name }: { name: string }) => name));
    for (const variant of Object.values(variants))
      expect(Object.keys(variant as object)).toEqual(Object.keys(base));
  });

  test('a file, stdin and a link from the page are the same run as the preset', async () => {
    const scenario = preset('parity-vs-turnpike');
    const file = join(folder, 'scenario.json');
    writeFileSync(file, JSON.stringify(scenario));
    const link = encodeLink(scenario);
    const expected = await turnpikeJson(['run', 'parity-vs-turnpike']);
    expect(await turnpikeJson(['run', file])).toEqual(expected);
    expect(await turnpikeJson(['run', '-'], { stdin: JSON.stringify(scenario) })).toEqual(expected);
    expect(await turnpikeJson(['run', `http://127.0.0.1:8080/#${link}`])).toEqual(expected);
    expect(await turnpikeJson(['run', `#${link}`])).toEqual(expected);
  });

  test('the same scenario and seed give the same bits whether or not anything is recorded', async () => {
    const csv = join(folder, 'watched.csv');
    const watched = await turnpikeJson(['run', 'wrong-beliefs', '--ticks', '50', '--csv', csv]);
    const unwatched = await turnpikeJson(['run', 'wrong-beliefs', '--ticks', '50']);
    expect(watched.stateHash).toBe(unwatched.stateHash);
    const other = await turnpikeJson(['run', 'wrong-beliefs', '--ticks', '50', '--seed', '99']);
    expect(other.stateHash).not.toBe(unwatched.stateHash);
  });

  test('text for people names units, V past the optimum’s blow-up as ∞, and the located blow-up', async () => {
    const { code, stdout, stderr } = await turnpike(['run', 'figure-1']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /status +blow-up\n[\s\S]*V\(t\) +K₀ +∞\n[\s\S]*blow-up +time units +3\.14159265359\n/,
    );
    expect(stdout).toContain('delay');
  });
});

describe('turnpike run --csv', () => {
  test('describes itself and parses back to the summary, bit for bit', async () => {
    const file = join(folder, 'record.csv');
    const run = await turnpikeJson(['run', 'figure-1', '--until', '2', '--csv', file]);
    const { comments, rows } = readCsv(readFileSync(file, 'utf8'));
    expect(JSON.parse(comments.scenario)).toEqual(run.scenario);
    expect(comments).toMatchObject({ seed: String(run.seed), core: run.coreHash, turnpike: run.version });
    expect(rows).toHaveLength(run.ticks + 1);
    expect(rows[0]).toMatchObject({ economy: 'base', tick: '0', t: '0', K: '1', T: '1', q: '', V: '1' });
    const last = rows[rows.length - 1];
    expect(Number(last.K)).toBe(run.K);
    expect(Number(last.V)).toBe(run.envelope);
    expect(Number(last['K lab'])).toBe(run.K);
    const own = measureTable.filter(({ column }) => column === undefined);
    for (const { id } of own) expect(last[id]).toBe(String(run.watched.measures[id] ?? ''));
    expect(Number(last['K of parity'])).toBe(byIdOf(run.watched.benchmarks).parity.K);
    expect(Number(last['regret lab'])).toBe(run.watched.regret.lab);
  });

  test('- writes the record to stdout and the summary to stderr', async () => {
    const { code, stdout, stderr } = await turnpike(['run', 'fragmented', '--ticks', '5', '--csv', '-']);
    expect(code).toBe(0);
    const economies = new Set(readCsv(stdout).rows.map((row) => row.economy));
    expect(economies.size).toBe(1 + preset('fragmented').variants.length);
    expect(stderr).toContain('state hash');
  });

  test('- with --json is refused: both want stdout', async () => {
    const { code, stderr } = await turnpike(['run', 'figure-1', '--csv', '-', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr).error.problems[0].path).toBe('--csv');
  });

  test('a file that cannot be written is refused before the run', async () => {
    const { code, stdout, stderr } = await turnpike([
      'run',
      'figure-1',
      '--csv',
      join(folder, 'no', 'such', 'folder.csv'),
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^turnpike: --csv: got .*no such file.*allowed: /);
  });
});

describe('turnpike run, interrupted', () => {
  // Hours of work: 20,000 labs for a million ticks.
  const long = ['run', 'figure-1', '--set', 'groups.lab.count=20000', '--until', '0.1', '--ticks', '1000000'];

  test('Ctrl-C keeps the record up to there, says the summary so far and ends with 130', async () => {
    const interruptWhen = (stdout: string): boolean => stdout.split('\n').length > 25;
    const { code, stdout, stderr } = await turnpike([...long, '--csv', '-'], { interruptWhen });
    expect(code).toBe(130);
    const { rows } = readCsv(stdout);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(rows.length).toBeGreaterThan(15);
    expect(stderr).toContain('interrupted');
    const said = /ticks +(\d+)\n/.exec(stderr);
    expect(Number(said?.[1])).toBe(Number(rows[rows.length - 1].tick));
  });
});

describe('bad input to turnpike run', () => {
  test.each([
    ['an unknown preset', ['figure-2'], 'scenario', 'figure-1'],
    ['a missing file', ['missing.json'], 'scenario', 'no such preset or file'],
    ['an unknown path', ['figure-1', '--set', 'economy.z=1'], 'economy.z', 'allowed'],
    ['a value out of range', ['figure-1', '--set', 'groups.lab.rule.q=1.2'], 'groups.lab.rule.q', 'got 1.2'],
    ['a --set without =', ['figure-1', '--set', 'economy.c'], '--set', 'path=value'],
    ['a negative seed', ['figure-1', '--seed', '-1'], '--seed', 'got "-1"'],
    ['a fraction of a tick', ['figure-1', '--ticks', '1.5'], '--ticks', 'got "1.5"'],
    ['no ticks', ['figure-1', '--ticks', '0'], '--ticks', 'from 1'],
    ['an end in the past', ['figure-1', '--until', '-1'], 'clock.until', 'got -1'],
    ['an endless run', ['figure-1', '--until', 'inf'], 'clock.until', 'got Infinity'],
    ['a cut link', ['#1.abc'], 'link', 'cut or altered'],
    ['an unknown option', ['figure-1', '--tick', '5'], '--tick', '--ticks'],
    ['no scenario', [], 'scenario', 'missing'],
  ])('%s is refused with exit 2 before anything runs', async (_, args, name, words) => {
    const { code, stdout, stderr } = await turnpike(['run', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^turnpike: /);
    expect(stderr).toContain(name);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('JSON cut short on stdin says where', async () => {
    const { code, stderr } = await turnpike(['run', '-', '--json'], { stdin: '{"economy": {"c": 1}' });
    expect(code).toBe(2);
    const { error } = JSON.parse(stderr);
    expect(error.problems[0]).toMatchObject({ path: 'scenario' });
  });

  test('several problems are all said, one a line', async () => {
    const stdin = '{"economy": {"c": -1, "zz": 3}, "seed": -3}';
    const { code, stderr } = await turnpike(['run', '-'], { stdin });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^turnpike: 3 problems\n/);
    for (const path of ['economy.c', 'economy.zz', 'seed'])
      expect(stderr).toMatch(new RegExp(`^ {2}${path}: got `, 'm'));
  });
});
