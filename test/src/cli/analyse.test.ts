import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { turnpike, turnpikeJson } from './cli.ts';

let folder: string;
let sweep: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turnpike-analyse-'));
  sweep = join(folder, 'sweep');
  const experiment = {
    name: 'small',
    scenario: 'figure-1',
    factors: [
      { path: 'groups.lab.rule.q', kind: 'range', from: 0.2, to: 0.8, steps: 3 },
      { path: 'economy.c', kind: 'list', values: [0.5, 1] },
    ],
    measures: { summary: ['K', 'blowUpTime', 'stateHash'], series: { every: 5 } },
    stop: { t: 3.2 },
  };
  const file = join(folder, 'small.json');
  writeFileSync(file, JSON.stringify(experiment));
  const made = await turnpike(['sweep', file, '--out', sweep, '--workers', '1']);
  expect(made.code, made.stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('turnpike analyse', () => {
  test('says what the runs show, and writes the report beside them', async () => {
    const { code, stdout } = await turnpike(['analyse', sweep]);
    expect(code).toBe(0);
    expect(stdout).toContain('small: 6 runs at 6 points, 0 failed');
    expect(stdout).toMatch(/Runaway or plateau: runaway [\d.]+ %, plateau [\d.]+ %/);
    expect(stdout).toContain(`Report: ${join(sweep, 'report.html')}`);
    const html = readFileSync(join(sweep, 'report.html'), 'utf8');
    expect(html).toContain('Chips over time, ');
  });

  test('names commands that replay a run: Figure 1 itself, q = ½ and c = 1, blows up at π', async () => {
    const html = join(folder, 'elsewhere.html');
    const json = await turnpikeJson([
      'analyse',
      sweep,
      '--html',
      html,
      '--json',
      '--page',
      'https://lab.example/',
    ]);
    expect(json.runs).toEqual({ planned: 6, made: 6, failed: 0 });
    const text = readFileSync(html, 'utf8');
    const { page, codes } = JSON.parse(/id="runs">([^<]*)</.exec(text)![1]);
    expect(page).toBe('https://lab.example/');
    const run = await turnpikeJson(['run', `#${codes[3]}`]);
    expect(run.scenario.groups[0].rule.q).toBe(0.5);
    expect(Math.abs(run.blowUpTime - Math.PI)).toBeLessThan(1e-9);
  });

  test('refuses what is no sweep, and an address that is none', async () => {
    const none = await turnpike(['analyse', folder]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('without a sweep.json')]);
    const page = await turnpike(['analyse', sweep, '--page', 'nowhere']);
    expect([page.code, page.stderr]).toEqual([2, expect.stringContaining('--page: got "nowhere"')]);
  });
});
