import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchmarkTable } from '../../../src/measure/index.ts';
import * as theory from '../../../src/theory/index.ts';
import { turnpike, turnpikeJson } from './cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Five alike labs on parity that share a third. */
const commons = JSON.stringify({
  economy: { sigma: 0.3 },
  clock: { h: 0.05, until: 4 },
  groups: [{ name: 'labs', count: 5, rule: { type: 'parity' }, K0: 0.2, T0: 0.1 }],
});
const pair = JSON.stringify({
  clock: { h: 0.05, until: 1 },
  groups: [
    { name: 'one', K0: 2 },
    { name: 'many', count: 3, rule: { type: 'parity' } },
  ],
});
// biome-ignore lint/suspicious/noExplicitAny: what a program printed
const byId = (rows: any[]) => Object.fromEntries(rows.map((row) => [row.id, row]));

describe('turnpike compare', () => {
  test('sets the economy beside every benchmark: K, T, t*, ratio, delay, or the reason', async () => {
    const { economies, coreHash, seed } = await turnpikeJson(['compare', '-'], { stdin: commons });
    expect(coreHash).toMatch(/^[0-9a-f]{16}$/);
    expect(seed).toBe(1);
    const [{ name, comparisons }] = economies;
    expect(name).toBe('base');
    expect(comparisons).toHaveLength(1);
    const [{ rows, K, t }] = comparisons;
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(benchmarkTable.map(({ id }) => id));
    const { planner, nash, parity, separate, envelope } = byId(rows);
    const lab = { K0: 0.2, T0: 0.1, c: 1, N: 5, sigma: 0.3 };
    expect(planner.K).toBeCloseTo(5 * theory.plannerPlan({ ...lab, horizon: t }).K, 10);
    expect(nash).toMatchObject({ ratio: K / nash.K, blowUpTime: theory.nashBlowUpTime(lab), reason: null });
    expect(nash.delay).toBeGreaterThan(0);
    expect(planner.delay).toBeGreaterThan(nash.delay);
    // The economy is the parity path: on time, to the tick's own error.
    expect(parity.ratio).toBeCloseTo(1, 9);
    expect(Math.abs(parity.delay)).toBeLessThan(1e-9);
    expect(separate).toMatchObject({ K: null, ratio: null, delay: null });
    expect(separate.reason).toContain('share training');
    expect(envelope).toMatchObject({ K: null, ratio: 0 });
  });

  test('sets each group beside its own benchmarks, as if it were alone', async () => {
    const { economies } = await turnpikeJson(['compare', '-'], { stdin: pair });
    const [whole, one, many] = economies[0].comparisons;
    expect([whole.group, one.group, many.group]).toEqual([null, 'one', 'many']);
    expect(whole.K).toBeCloseTo(one.K + many.K, 12);
    expect(byId(one.rows).envelope.K).toBeCloseTo(theory.envelope({ K0: 2, T0: 1, c: 1 }, 1), 12);
    expect(byId(many.rows).parity.ratio).toBeCloseTo(1, 9);
    expect(many.regret).toBeCloseTo(1 - many.K / byId(many.rows).planner.K, 12);
  });

  test('as text names what is compared, says how each was got and why others are not', async () => {
    const { code, stdout, stderr } = await turnpike(['compare', '-'], { stdin: commons });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/all together at t = 4 time units: 5 labs, t\* = 5\.85\d* ± /);
    expect(stdout).toMatch(/Nash, path-taking +[\d.]+ +[\d.]+ +– +0\.\d+ +0\.\d+ +5\.76/);
    expect(stdout).toContain('contest equilibrium: every lab is paid for what it makes');
    expect(stdout).toMatch(/How each was got[\s\S]*Nash, control-taking: Numerical/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(132);
  });

  test('every preset is compared without a complaint', async () => {
    for (const name of ['glut', 'frontier-five', 'shake-out']) {
      const { code, stderr } = await turnpike(['compare', name, '--ticks', '5']);
      expect([code, stderr]).toEqual([0, '']);
    }
  });

  test('--csv has a row a benchmark, of the economy and of each group, and describes itself', async () => {
    const file = join(folder, 'compare.csv');
    const outcome = await turnpike(['compare', '-', '--csv', file], { stdin: pair });
    expect(outcome.code).toBe(0);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('# ')).map((line) => line.split(':')[0])).toEqual([
      '# turnpike',
      '# core',
      '# seed',
      '# units',
      '# scenario',
    ]);
    const [head, ...rows] = lines.filter((line) => !line.startsWith('#'));
    expect(head).toMatch(/^economy,group,t,benchmark,K,T,q,K of it,/);
    expect(rows).toHaveLength(3 * benchmarkTable.length);
    const stdout = await turnpike(['compare', '-', '--csv', '-'], { stdin: pair });
    expect(stdout.stdout).toContain('\nbase,many,1,parity,');
    expect(stdout.stderr).toContain('How each was got');
  });

  test.each([
    ['an unknown preset', ['figure-2'], 'scenario'],
    ['a value out of range', ['figure-1', '--set', 'groups.lab.rule.q=1.2'], 'groups.lab.rule.q'],
    ['a fraction of a tick', ['figure-1', '--ticks', '1.5'], '--ticks'],
    ['--csv - with --json', ['figure-1', '--csv', '-', '--json'], '--csv'],
  ])('%s is refused as by run: exit 2, nothing on stdout', async (_, args, name) => {
    const { code, stdout, stderr } = await turnpike(['compare', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(name);
  });
});
