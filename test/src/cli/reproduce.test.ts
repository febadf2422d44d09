import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseFailed } from '../../../src/cli/commands/reproduce.ts';
import { RunFailed } from '../../../src/cli/failure.ts';
import { articles } from '../../../src/reproduce/index.ts';
import { findings, report } from '../reproduce/report.ts';
import { type Outcome, turnpike, turnpikeJson } from './cli.ts';

describe('turnpike reproduce', () => {
  let folder: string;
  let told: Outcome;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'turnpike-reproduce-'));
    told = await turnpike(['reproduce', '--html', 'report.html'], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('tells of each article its rows: article, how, verdict and numbers', () => {
    expect(told.code).toBe(0);
    expect(told.stderr).toBe('');
    for (const { id, title, rows } of articles) {
      expect(told.stdout).toContain(`${id}  ${title}`);
      for (const row of rows) expect(told.stdout).toContain(`\n${row.id}: ${row.what}\n  verdict  `);
    }
    expect(told.stdout).toMatch(/^all +50 +5 +3 +15 +0$/m);
    expect(told.stdout).toMatch(/K\(2\.5\) \[K₀\] +19\.60193 +19\.60193/);
  });

  test('--html writes the report, from the same core', () => {
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain(report.coreHash);
  });

  test('--json has every row with its comparisons', async () => {
    const printed = await turnpikeJson(['reproduce']);
    expect(printed).toEqual(JSON.parse(JSON.stringify(report)));
    expect(printed.articles).toHaveLength(5);
  });

  test('a file that cannot be written is bad input, and one that is there is left alone until then', async () => {
    const { code, stdout, stderr } = await turnpike(['reproduce', '--html', 'gone/report.html'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/--html: got "gone\/report\.html".*allowed: a file that can be written/);
    writeFileSync(join(folder, 'kept.html'), 'kept');
    expect((await turnpike(['reproduce', '--html', 'kept.html', '--wrong'], { cwd: folder })).code).toBe(2);
    expect(readFileSync(join(folder, 'kept.html'), 'utf8')).toBe('kept');
  });

  test('a row that does not come out fails the run by its name', () => {
    expect(() => refuseFailed(report)).not.toThrow();
    const [first, ...others] = report.articles;
    const broken = { ...findings[0], verdict: 'failed' as const };
    const articles = [{ ...first, findings: [broken, ...first.findings.slice(1)] }, ...others];
    expect(() => refuseFailed({ ...report, articles })).toThrow(
      new RunFailed(`not reproduced: ${broken.id}`),
    );
  });
});
