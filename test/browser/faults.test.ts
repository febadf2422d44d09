import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLink, preset } from '../../src/scenario/index.ts';
import { serve } from '../../web/serve.mjs';
import { setupText } from '../../web/shared/sweep/setup.ts';
import { launchBrowser, openSite } from './browser.mjs';
import { hashesOf, openLab, pixelsOf, stepTimes, tickOf, waitForTick } from './openLab.ts';
import { axis, runSweep, says } from './sweepLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;
/** Colour of the optimum's lines on light (css/tokens.css). */
const optimum = '#b84a00';
const ready = (page: Page) => page.evaluate(() => window.turnpike.ready);
const nameOf = (page: Page) => page.evaluate(() => window.turnpike.scenario.name);
/** What the page remembers of its session. */
const rememberedTick = (page: Page, least: number) =>
  page.waitForFunction(
    (position) => JSON.parse(sessionStorage.getItem('turnpike.session') ?? '{}').position >= position,
    least,
  );

describe('a session', () => {
  it('comes back after a reload: scenario, moment and speed, to the same bits', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('3');
    await page.selectOption('.speed select', '200');
    await stepTimes(page, 7);
    const [name, hashes] = [await nameOf(page), await hashesOf(page)];
    await page.reload();
    await ready(page);
    await waitForTick(page, 7);
    expect(await nameOf(page)).toBe(name);
    expect(await hashesOf(page)).toEqual(hashes);
    expect(await page.inputValue('.speed select')).toBe('200');
    expect(complaints).toEqual([]);
    await close();
  });

  it('comes back where the address names none, and only there', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    await stepTimes(page, 5);
    await rememberedTick(page, 5);
    const link = await page.evaluate(() => location.href);
    const other = await page.context().newPage();
    await other.goto(still());
    await ready(other);
    await waitForTick(other, 5);
    expect(await nameOf(other)).toBe('figure-1');
    const third = await page.context().newPage();
    await third.goto(link);
    await ready(third);
    await third.waitForFunction(() => window.turnpike.summary !== null);
    expect(await tickOf(third)).toBe(0);
    await close();
  });

  it.each([
    ['full', 'QuotaExceededError', 'is full'],
    ['forbidden', 'SecurityError', 'stores nothing'],
  ])('breaks nothing where storage is %s, and says so once', async (_, error, words) => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('made by a test', name);
      };
    }, error);
    await page.goto(still());
    await page.waitForFunction(() => window.turnpike !== undefined);
    await ready(page);
    await stepTimes(page, 2);
    await page.waitForSelector('.notice.info');
    expect(await page.textContent('.notice')).toContain(words);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.keyboard.press('d');
    await stepTimes(page, 2);
    await page.waitForTimeout(1500);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a worker that is lost', () => {
  const fault = (page: Page) =>
    page
      .workers()
      .at(-1)!
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('a fault made by a test');
        });
      });

  /** The page goes on showing what the lost worker said last: only the new one's state tells. */
  const comesBackTo = (page: Page, hashes: Record<string, string>) =>
    expect.poll(() => hashesOf(page).catch(() => null), { timeout: 60_000 }).toEqual(hashes);

  it('by a fault is restarted where it was, and it is said', async () => {
    const { page, close } = await openLab(site.browser, still());
    await stepTimes(page, 4);
    const hashes = await hashesOf(page);
    await fault(page);
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice')).toContain('brought back to where it was');
    expect(await page.textContent('.notice')).toContain('a fault made by a test');
    await comesBackTo(page, hashes);
    await stepTimes(page, 2);
    expect(await tickOf(page)).toBe(6);
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    await close();
  });

  it('without a word, because the browser ended it, is missed and restarted too', async () => {
    const { page, close } = await openLab(site.browser, still());
    await stepTimes(page, 4);
    const hashes = await hashesOf(page);
    await page
      .workers()
      .at(-1)!
      .evaluate(() => close());
    await page.waitForSelector('.notice.error', { timeout: 60_000 });
    expect(await page.textContent('.notice')).toContain('does not answer');
    await comesBackTo(page, hashes);
    await close();
  });

  it('again and again is given up, until another scenario is opened', async () => {
    const { page, close } = await openLab(site.browser, still());
    for (let i = 0; i < 4; i++) {
      await stepTimes(page, 1);
      await fault(page);
      const wanted = i < 3 ? 'restarted' : 'keeps stopping';
      await page.waitForFunction(
        (words) => document.querySelector('.notice')?.textContent?.includes(words),
        wanted,
      );
      if (i < 3) {
        await page.getByRole('button', { name: 'Dismiss' }).click();
        await expect.poll(() => hashesOf(page).catch(() => null), { timeout: 60_000 }).not.toBeNull();
      }
    }
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.summary?.economies[0].tick === 0);
    await stepTimes(page, 2);
    await close();
  });
});

describe('a picture that is lost', () => {
  it('when the GPU process dies comes back, and the run goes on', async () => {
    const { page, close } = await openLab(site.browser, still());
    await stepTimes(page, 4);
    const session = await site.browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess');
    await stepTimes(page, 2);
    await page.waitForFunction(() => !window.turnpike.summary!.pictureLost);
    await page.waitForTimeout(1000);
    expect(await tickOf(page)).toBe(6);
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    await close();
  });

  it('for good gets a fresh canvas', async () => {
    const { page, close } = await openLab(site.browser, `${still()}&renderer=page`);
    await stepTimes(page, 4);
    const lose = () =>
      page.evaluate(() => {
        const gl = document.querySelector<HTMLCanvasElement>('.figure canvas')!.getContext('webgl2')!;
        gl.getExtension('WEBGL_lose_context')!.loseContext();
      });
    await lose();
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice')).toContain('graphics were lost');
    await page.waitForSelector('.notice.error', { state: 'detached' });
    await stepTimes(page, 1);
    expect(await tickOf(page)).toBe(5);
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
    await close();
  });
});

describe('hostile input', () => {
  const whole = '1.e30.0erm6hn';
  it.each([
    ['cut', '#1.e30.0er'],
    ['of another version', `#2${whole.slice(1)}`],
    ['of a million characters', `#1.${'A'.repeat(1_000_000)}.0erm6hn`],
    ['with markup', '#<img src=x onerror=alert(1)>'],
  ])('a link %s is refused in words', async (_, hash) => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice')).toMatch(/link: got .*allowed: /);
    expect(await page.locator('.notice img').count()).toBe(0);
    await stepTimes(page, 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['of ten million characters', `{"name": "${'x'.repeat(10_500_000)}"}`],
    ['of brackets alone', '['.repeat(5_000_000)],
    ['that reaches for prototypes', '{"__proto__": {"polluted": 1}, "constructor": 1}'],
  ])('a file %s is refused, and nothing changes', async (_, content) => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.setInputFiles('#open-file', {
      name: 'hostile.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await page.waitForSelector('.notice.error');
    const words = (await page.textContent('.notice'))!;
    expect(words).toContain('was not opened. Nothing was changed.');
    expect(words.length).toBeLessThan(2000);
    expect(await nameOf(page)).toBe('wrong-beliefs');
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await stepTimes(page, 1);
    expect(complaints).toEqual([]);
    await close();
  });
});

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
    expect(await pixelsOf(page, optimum)).toBeGreaterThan(200);
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
