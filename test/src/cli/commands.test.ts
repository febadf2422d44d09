import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parameters, presets } from '../../../src/scenario/index.ts';
import { version } from '../../../src/version.ts';
import { main, turnpike, turnpikeJson } from './cli.ts';

const commands = ['presets', 'run', 'optimum', 'flow', 'calibrate', 'reproduce', 'parameters', 'schema'];

describe('turnpike', () => {
  test('--help lists every command, with examples and exit codes', async () => {
    const { code, stdout } = await turnpike(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('Exit codes:');
  });

  test.each(commands)('%s --help explains itself with an example', async (command) => {
    const { code, stdout, stderr } = await turnpike([command, '--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`Usage: turnpike ${command}`);
    expect(stdout).toMatch(/Examples?\b/);
  });

  test('--version is the package’s', async () => {
    expect((await turnpike(['--version'])).stdout).toBe(`${version}\n`);
  });

  test('no command, or one that is not there, is bad input', async () => {
    expect((await turnpike([])).code).toBe(2);
    const { code, stderr } = await turnpike(['rum']);
    expect(code).toBe(2);
    expect(stderr).toContain('run');
  });

  test('can be started by its own name', async () => {
    expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(main).mode & 0o111).toBe(0o111);
  });

  test('ends quietly when its reader stops early', async () => {
    const child = spawn(process.execPath, [main, 'run', 'figure-1', '--ticks', '100000', '--csv', '-']);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(stderr).not.toContain('EPIPE');
  });
});

describe('turnpike presets', () => {
  test('--json has id, title and what to look for of each', async () => {
    const listed = await turnpikeJson(['presets']);
    expect(listed).toEqual(presets.map(({ name, title, lookFor }) => ({ id: name, title, lookFor })));
  });

  test('text names each one', async () => {
    const { stdout } = await turnpike(['presets']);
    for (const { name, title } of presets)
      expect(stdout).toMatch(new RegExp(`^${name} +${title.slice(0, 10)}`, 'm'));
  });

  test.each(presets.map(({ name }) => name))('%s runs, and reaches its end or a blow-up', async (name) => {
    const run = await turnpikeJson(['run', name]);
    for (const { status } of [run, ...(Object.values(run.variants) as { status: string }[])])
      expect(['finished', 'blow-up']).toContain(status);
  });
});

describe('turnpike parameters', () => {
  test('text and Markdown have every path', async () => {
    for (const form of [[], ['--markdown']]) {
      const { stdout } = await turnpike(['parameters', ...form]);
      for (const { path } of parameters) expect(stdout).toContain(path);
    }
  });

  test('--json has the whole table', async () => {
    const table = await turnpikeJson(['parameters']);
    expect(table.parameters).toHaveLength(parameters.length);
    expect(table.rules.length).toBeGreaterThan(4);
  });
});

describe('turnpike schema', () => {
  test('prints the schema that the package publishes', async () => {
    const { stdout } = await turnpike(['schema']);
    const published = new URL('../../../build/scenario.schema.json', import.meta.url);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(published, 'utf8')));
  });
});

describe('turnpike calibrate', () => {
  const data = 'lab,date,h100e_p5,h100e_median,h100e_p95\nA,2024-12-31,1,2,3\nA,2025-12-31,4,8,9\n';
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'turnpike-calibrate-'));
    writeFileSync(join(folder, 'labs.csv'), data);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('--out writes a scenario that runs', async () => {
    const { code, stdout } = await turnpike(['calibrate', 'labs.csv', '--out', 'labs.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('turnpike run labs.json');
    const run = await turnpikeJson(['run', 'labs.json'], { cwd: folder });
    expect(run.scenario.groups[0].K0).toEqual({ distribution: 'constant', value: 8 });
  });

  test('--json has the scenario and how every number was derived', async () => {
    const { scenario, derivations, notes } = await turnpikeJson(['calibrate', '-'], { stdin: data });
    expect(scenario.groups).toHaveLength(1);
    expect(notes.length).toBeGreaterThan(0);
    for (const derivation of derivations) expect(derivation.how).not.toBe('');
  });

  test('a file that is not there, and one that is no such table, are bad input', async () => {
    expect((await turnpike(['calibrate', 'gone.csv'], { cwd: folder })).code).toBe(2);
    const { code, stderr } = await turnpike(['calibrate', '-'], { stdin: 'a,b\n1,2\n' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/got .*allowed/);
  });
});
