import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { findBrowser } from './findBrowser.mjs';
import { fieldOf, hashesOf, look, openLab, pixelsOf, stepTimes, tickOf, waitForTick } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Not playing by itself, so that ticks can be counted. */
const still = () => `${site.url}?autoplay=0`;
/** Colour of the optimum's lines on light (css/tokens.css). */
const optimum = '#b84a00';

describe('the page', () => {
  it('loads, plays by itself, and nothing complains', async () => {
    const { page, complaints, close } = await openLab(site.browser, site.url);
    await waitForTick(page, 5);
    expect(await page.textContent('h1')).toBe('Turnpike');
    expect(await page.textContent('#K')).toMatch(/\d/);
    expect(await page.evaluate(() => window.turnpike.summary!.renderer)).toBe('webgl-worker');
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('does not play by itself where less motion is wished for', async () => {
    const { page, close } = await openLab(site.browser, site.url, { reducedMotion: 'reduce' });
    await page.waitForTimeout(500);
    expect(await tickOf(page)).toBe(0);
    await close();
  });

  it('rests while nobody looks', async () => {
    const { page, close } = await openLab(site.browser, site.url);
    await waitForTick(page, 2);
    await look(page, false);
    await page.waitForFunction(() => !window.turnpike.summary!.playing);
    const tick = await tickOf(page);
    await look(page, true);
    await waitForTick(page, tick + 2);
    await close();
  });

  it('pause keeps the tick, a step adds one, reset returns to the same bits', async () => {
    const { page, close } = await openLab(site.browser, still());
    const first = await hashesOf(page);
    await page.click('#play');
    await waitForTick(page, 5);
    await page.click('#play');
    await page.waitForFunction(() => !window.turnpike.summary!.playing);
    const paused = await tickOf(page);
    await page.waitForTimeout(400);
    expect(await tickOf(page)).toBe(paused);
    await stepTimes(page, 1);
    expect(await tickOf(page)).toBe(paused + 1);
    expect(await hashesOf(page)).not.toEqual(first);
    await page.click('#reset');
    await page.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 0);
    expect(await hashesOf(page)).toEqual(first);
    await close();
  });

  it('restarts with the same seed when a value changes', async () => {
    const { page, close } = await openLab(site.browser, still());
    await stepTimes(page, 3);
    await fieldOf(page, 'Reinvestment share').fill('0.5');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 0);
    expect(await page.evaluate(() => window.turnpike.scenario.seed)).toBe(1);
    await close();
  });

  it('a copied link gives the same bits to whoever opens it', async () => {
    const one = await openLab(site.browser, still());
    await one.page.fill('.seed input', '424242');
    await one.page.keyboard.press('Enter');
    await fieldOf(one.page, 'Training–inference exponent').fill('1.3');
    await one.page.keyboard.press('Enter');
    await one.page.waitForFunction(() => window.turnpike.scenario.seed === 424242);
    await one.page.click('#copy-link');
    const link = await one.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('#1.');
    await stepTimes(one.page, 12);
    const two = await openLab(site.browser, link);
    await stepTimes(two.page, 12);
    expect(await hashesOf(two.page)).toEqual(await hashesOf(one.page));
    // A reload comes back to where it was.
    await one.page.reload();
    await one.page.evaluate(() => window.turnpike.ready);
    await waitForTick(one.page, 12);
    expect(await hashesOf(one.page)).toEqual(await hashesOf(two.page));
    await Promise.all([one.close(), two.close()]);
  });

  it('opens a link to a moment there, and forgets the moment with the scenario', async () => {
    const one = await openLab(site.browser, still());
    await stepTimes(one.page, 5);
    await one.page.locator('summary', { hasText: 'Share' }).click();
    await one.page.getByRole('button', { name: 'Link to this moment' }).click();
    const link = await one.page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).searchParams.get('t')).toMatch(/^[\d.]+$/);
    const two = await openLab(site.browser, link);
    await waitForTick(two.page, 5);
    expect(await hashesOf(two.page)).toEqual(await hashesOf(one.page));
    await two.page.keyboard.press('1');
    await two.page.waitForFunction(() => !location.search.includes('t='));
    expect(await two.page.evaluate(() => location.search)).toContain('autoplay=0');
    const lost = await openLab(site.browser, link.replace(/t=[^&#]*/, 't=soon'));
    expect(await lost.page.textContent('.notice')).toMatch(/t: got "soon"; allowed: a time from 0 to /);
    await Promise.all([one.close(), two.close(), lost.close()]);
  });

  it('refuses bad links in words and opens the first preset', async () => {
    const { page, close } = await openLab(site.browser, `${still()}#1.brokenbrokenbroken.0000000`);
    const words = await page.textContent('.notice');
    expect(words).toContain('This link could not be opened');
    expect(words).toMatch(/link: got .*allowed: /);
    expect(await page.evaluate(() => window.turnpike.scenario.name)).toBe('wrong-beliefs');
    await close();
  });

  it.each([
    ['?renderer=canvas2d', 'canvas2d-worker'],
    ['?renderer=canvas2d-page', 'canvas2d-page'],
    ['?renderer=page', 'webgl-page'],
  ])('draws with %s', async (query, renderer) => {
    const { page, complaints, close } = await openLab(site.browser, site.url + query);
    await waitForTick(page, 5);
    expect(await page.evaluate(() => window.turnpike.summary!.renderer)).toBe(renderer);
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    await page.setViewportSize({ width: 800, height: 900 });
    await page.waitForTimeout(300);
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
    await close();
  });

  it('draws without WebGL', async () => {
    // Without the software rasteriser too: Chromium gives workers WebGL even where it refuses it to pages.
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-software-rasterizer'],
    });
    const { page } = await openLab(browser, site.url);
    await waitForTick(page, 3);
    expect(await page.evaluate(() => window.turnpike.summary!.renderer)).toBe('canvas2d-worker');
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    await browser.close();
  });
});

async function saved(page: Page, words: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('summary', { hasText: 'Save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: words }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('files', () => {
  it('saved carry scenario, seed and core hash', async () => {
    const { page, close } = await openLab(site.browser, still());
    await stepTimes(page, 5);
    const core = await page.textContent('.footer code');
    expect(core).toMatch(/^[0-9a-f]{8,}$/);

    const png = await saved(page, 'Picture');
    expect(png.name).toBe('wrong-beliefs.png');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1500);
    const text = png.bytes.subarray(png.bytes.indexOf('iTXt')).toString('utf8');
    expect(text).toContain('"seed":1');
    expect(text).toContain('"turnpike":"');
    expect(text).toContain(core!);
    expect(png.bytes.length).toBeGreaterThan(20_000);

    const csv = (await saved(page, 'Record')).bytes.toString('utf8');
    expect(csv).toContain(core!);
    expect(csv).toContain('"seed":1');
    expect(csv.trim().split('\n').length).toBeGreaterThan(5);

    const { name, bytes } = await saved(page, 'Scenario and result');
    expect(name).toBe('wrong-beliefs.json');
    const json = JSON.parse(bytes.toString('utf8'));
    expect(csv).toContain(`# turnpike: ${json.version}`);
    expect(json).toMatchObject({ seed: 1, coreHash: core, scenario: { name: 'wrong-beliefs' } });

    // A saved result opens again as its scenario.
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    await page.setInputFiles('#open-file', { name, mimeType: 'application/json', buffer: bytes });
    await page.waitForFunction(() => window.turnpike.scenario.name === 'wrong-beliefs');
    await close();
  });

  it('opened are a scenario, or refused with every problem', async () => {
    const { page, close } = await openLab(site.browser, still());
    const open = (content: string) =>
      page.setInputFiles('#open-file', {
        name: 'mine.json',
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      });
    await open('{"name": "mine", "economy": {"c": 0.7}}');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'mine');
    await open('{"economy": {"c": 99, "s": "x"}, "colour": "red"}');
    await page.waitForSelector('.notice.error');
    const problems = await page.locator('.notice li').allTextContents();
    expect(problems.join('\n')).toMatch(/economy\.c: got 99; allowed: /);
    expect(problems.join('\n')).toMatch(/economy\.s: got "x"/);
    expect(problems.join('\n')).toMatch(/colour/);
    expect(await page.evaluate(() => window.turnpike.scenario.name)).toBe('mine');
    await open('{"economy": ');
    await page.waitForFunction(() => document.querySelector('.notice li')?.textContent?.includes('JSON'));
    await close();
  });

  it('dropped on the page are opened', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['{"name": "dropped"}'], 'dropped.json', { type: 'application/json' }));
      dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => window.turnpike.scenario.name === 'dropped');
    expect(await page.locator('.drop').count()).toBe(0);
    await close();
  });
});
