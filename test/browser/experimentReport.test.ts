import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../src/core/loadNode.ts';
import { analyse, runsOf } from '../../src/experiment/analysis/index.ts';
import { reportOf } from '../../src/experiment/report/index.ts';
import { Runner } from '../../src/experiment/runner.ts';
import { parseExperiment } from '../../src/experiment/validate.ts';
import { launchBrowser } from './browser.mjs';

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
  folder = mkdtempSync(join(tmpdir(), 'turnpike-report-'));
  const experiment = parseExperiment({
    scenario: { groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }] },
    factors: [
      { path: 'groups.lab.rule.q', kind: 'range', from: 0.1, to: 0.9, steps: 9 },
      { path: 'economy.c', kind: 'range', from: 0.2, to: 2, steps: 9 },
    ],
    measures: { summary: ['K', 'blowUpTime'] },
    stop: { t: 3 },
  });
  const core = await loadCore();
  const runner = new Runner(core, experiment);
  const runs = runsOf(
    Array.from({ length: 81 }, (_, run) => runner.run(run)),
    experiment,
    core.hash,
  );
  const analysis = await analyse({ experiment, coreHash: core.hash, runs, series: null });
  const file = join(folder, 'report.html');
  writeFileSync(file, reportOf(analysis, { page: 'http://127.0.0.1:4173/' }));
  address = pathToFileURL(file).href;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: object): Promise<{ page: Page; asked: string[]; said: string[] }> {
  const page = await browser.newPage(options);
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(address);
  return { page, asked, said };
}

describe('a report in a browser', () => {
  it('asks for nothing but itself and shows the run that is pointed at, its command and its link', async () => {
    const { page, asked, said } = await open({ viewport: { width: 1200, height: 900 } });
    const cell = page.locator('.cells [data-run="40"]').first();
    await cell.hover();
    expect(await page.locator('#replay p').textContent()).toMatch(/^q = 0\.5, c = 1\.1: .*; run 40$/);
    const command = await page.locator('#replay code').textContent();
    const code = /^npx turnpike run '#(1\.[\w-]+\.\w+)'$/.exec(command ?? '')?.[1];
    expect(await page.locator('#replay a').getAttribute('href')).toBe(`http://127.0.0.1:4173/#${code}`);
    // A click holds on to the cell while the pointer goes elsewhere.
    await cell.click();
    await page.locator('.cells [data-run="41"]').first().hover();
    expect(await page.locator('#replay code').textContent()).toBe(command);
    expect(asked).toEqual([address]);
    expect(said).toEqual([]);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const { page } = await open({ colorScheme, bypassCSP: true });
    await page.evaluate(axe.source);
    const found = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe
        .run()
        .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`)),
    );
    expect(found).toEqual([]);
    await page.close();
  });

  it.each([320, 768, 1600])('fits a window %d pixels wide', async (width) => {
    const { page } = await open({ viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});
