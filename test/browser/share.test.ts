import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { openSite } from './browser.mjs';
import { hashesOf, openLab, pixelsOf, stepTimes, tickOf, waitForTick } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

async function saved(page: Page, words: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('summary', { hasText: 'Save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    page.getByRole('button', { name: words }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('exports', () => {
  it('a drawing is an SVG that a browser shows, with all that made it inside', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await stepTimes(page, 8);
    const core = await page.textContent('.footer code');
    const { name, bytes } = await saved(page, 'Drawing');
    expect(name).toBe('wrong-beliefs.svg');
    const found = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        broken: svg.querySelector('parsererror')?.textContent ?? null,
        about: JSON.parse(svg.querySelector('metadata')!.textContent!),
        texts: svg.querySelectorAll('text').length,
        paths: svg.querySelectorAll('path').length,
      };
    }, bytes.toString('utf8'));
    expect(found.broken).toBeNull();
    expect(found.about).toMatchObject({ seed: 1, coreHash: core, scenario: { name: 'wrong-beliefs' } });
    expect(found.about.turnpike).toMatch(/^\d+\.\d+\.\d+/);
    expect(found.texts).toBeGreaterThan(20);
    expect(found.paths).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    await close();
  });

  it('a film shows the run from its start to its end', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    await stepTimes(page, 3);
    await page.selectOption('.speed select', 'Infinity');
    const { name, bytes } = await saved(page, 'Film');
    expect(name).toMatch(/^figure-1-seed-\d+-core-[0-9a-f]{8,}\.webm$/);
    expect(await page.evaluate(() => window.turnpike.summary!.ended)).toBe(true);
    // EBML, and a browser that plays it; the page's own policy would not let it load a film.
    expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    const other = await site.browser.newPage();
    const size = await other.evaluate(async (base64) => {
      const film = document.createElement('video');
      film.src = `data:video/webm;base64,${base64}`;
      film.muted = true;
      await film.play();
      return [film.videoWidth, film.videoHeight];
    }, bytes.toString('base64'));
    expect(size[0]).toBeGreaterThan(900);
    expect(size[1]).toBeGreaterThan(500);
    await other.close();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says why there is no film where the browser records none', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    await page.goto(still());
    await page.evaluate(() => window.turnpike.ready);
    await page.locator('summary', { hasText: 'Save' }).click();
    const film = page.getByRole('button', { name: 'Film' });
    expect(await film.isDisabled()).toBe(true);
    expect(await film.textContent()).toContain('This browser records no WebM.');
    await context.close();
  });
});

describe('embedding', () => {
  it('shows the same run inside another page, compact, and stores nothing', async () => {
    const one = await openLab(site.browser, still());
    await one.page.keyboard.press('3');
    await stepTimes(one.page, 4);
    await one.page.locator('summary', { hasText: 'Share' }).click();
    await one.page.getByRole('button', { name: 'Code to embed this' }).click();
    const code = await one.page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^<iframe src="http.*embed=1.*" title="Turnpike: .*<\/iframe>$/);
    const host = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>host</title>${code}`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const { port } = host.address() as AddressInfo;
    // The same site, so that storage would be allowed; a fresh profile, so that nothing is in it yet.
    const page = await site.browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const frame = page.frames()[1] ?? (await page.waitForEvent('frameattached'));
    await frame.waitForFunction(() => (window.turnpike?.summary?.economies[0].tick ?? -1) === 0);
    expect(await frame.locator('.controls, .presets, .economies, .footer').count()).toBe(0);
    expect(await frame.locator('h1').textContent()).not.toBe('Turnpike');
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await frame.click('#step');
    await frame.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 1);
    expect(await frame.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    expect(await frame.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    const out = await frame.locator('#open-out').getAttribute('href');
    expect(out).not.toContain('embed');
    const two = await openLab(site.browser, out!.replace('#', '?autoplay=0#'));
    await stepTimes(two.page, 4);
    expect(await hashesOf(two.page)).toEqual(await hashesOf(one.page));
    expect(await two.page.locator('.controls').count()).toBe(1);
    await page.close();
    await new Promise((resolve) => host.close(resolve));
    await Promise.all([one.close(), two.close()]);
  });

  it('hides what the address names, and still draws', async () => {
    const hide = 'presets,transport,timeline,readouts,legend,tables,controls,footer';
    const { page, complaints, close } = await openLab(site.browser, `${site.url}?embed=1&hide=${hide}`);
    await waitForTick(page, 5);
    for (const part of ['presets', 'transport', 'timeline', 'readouts', 'legend', 'accounts', 'controls'])
      expect(await page.locator(`.${part}`).count(), part).toBe(0);
    expect(await pixelsOf(page, '#b84a00')).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the charts as a table', () => {
  it('open by a key, follow the run and close again', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('v');
    await page.waitForSelector('.chart-table tbody tr');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Charts as a table');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'The charts as a table',
    );
    await stepTimes(page, 10);
    await page.waitForFunction(() => document.querySelectorAll('.chart-table tbody tr').length > 5);
    expect(await tickOf(page)).toBe(10);
    await page.waitForFunction(
      () =>
        document.querySelector('.chart-table tbody tr:last-child td')!.textContent ===
        document.querySelector('#K')!.textContent,
    );
    await page.keyboard.press('v');
    await page.waitForSelector('.chart-table', { state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('accessibility of these ways to look', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390])
      it(`axe finds nothing in ${colorScheme} at ${width} px`, async () => {
        const viewport = { width, height: 844 };
        const whole = await openLab(site.browser, still(), { colorScheme, viewport });
        await stepTimes(whole.page, 6);
        await whole.page.keyboard.press('v');
        await whole.page.waitForSelector('.chart-table tbody tr:nth-child(3)');
        await whole.page.locator('summary', { hasText: 'Share' }).click();
        expect(await violationsOf(whole.page)).toEqual([]);
        const list = (await whole.page.locator('.menu[open] .menu-list').boundingBox())!;
        expect(list.x).toBeGreaterThanOrEqual(0);
        expect(list.x + list.width).toBeLessThanOrEqual(width);
        await whole.close();
        const embedded = await openLab(
          site.browser,
          `${still()}&embed=1&hide=controls,presets,tables,footer`,
          { colorScheme, viewport },
        );
        await stepTimes(embedded.page, 3);
        expect(await violationsOf(embedded.page)).toEqual([]);
        expect(await embedded.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await embedded.close();
      });
});
