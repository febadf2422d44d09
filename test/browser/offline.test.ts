import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLink, preset } from '../../src/scenario/index.ts';
import { serve } from '../../web/serve.mjs';
import { setupText } from '../../web/shared/sweep/setup.ts';
import { launchBrowser, openSite } from './browser.mjs';
import { hashesOf, openLab, optimumColor, pixelsOf, ready, stepTimes, waitForTick } from './openLab.ts';
import { axis, runSweep, says } from './sweepLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('without a network', () => {
  it('the page opens again after the first visit, to the same bits', async () => {
    const server = await serve();
    const browser = await launchBrowser();
    const { page, complaints } = await openLab(browser, `${server.url}?autoplay=0`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await stepTimes(page, 3);
    const hashes = await hashesOf(page);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    expect(complaints).toEqual([]);
    await server.close();
    await page.goto(`${server.url}?autoplay=0&offline`);
    await ready(page);
    await waitForTick(page, 3);
    expect(await hashesOf(page)).toEqual(hashes);
    expect(await page.evaluate(() => window.turnpike.summary!.renderer)).toBe('webgl-worker');
    expect(await pixelsOf(page, optimumColor)).toBeGreaterThan(200);
    await browser.close();
  });

  it('a sweep runs in a page that never had one open', async () => {
    const server = await serve();
    const browser = await launchBrowser();
    const { page, complaints } = await openLab(browser, `${server.url}?autoplay=0`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await server.close();
    const text = setupText({
      x: axis('economy.c', 0.2, 0.6, 3),
      y: null,
      measure: 'K',
      economy: 'base',
      seeds: 1,
    });
    await page.goto(
      `${server.url}?autoplay=0&sweep=${encodeURIComponent(text)}#${encodeLink(preset('figure-1'))}`,
    );
    await page.waitForSelector('#sweep-start');
    await runSweep(page);
    await says(page, '#sweep-progress', /3 of 3 runs · done/);
    expect(complaints).toEqual([]);
    await browser.close();
  });

  it('there is one again: a new build shows at the next reload', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'turnpike-web-'));
    cpSync(fileURLToPath(new URL('../../build/web', import.meta.url)), folder, { recursive: true });
    const server = await serve({ folder });
    const { page, close } = await openLab(site.browser, `${server.url}?autoplay=0`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const index = join(folder, 'index.html');
    writeFileSync(index, readFileSync(index, 'utf8').replace('<title>', '<title>Newer '));
    await page.reload();
    expect(await page.title()).toMatch(/^Newer /);
    await ready(page);
    await close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
});
