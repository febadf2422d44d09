import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { hashesOf, openLab, optimumColor, pixelsOf, stepTimes, tickOf } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

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
    expect(await pixelsOf(page, optimumColor)).toBeGreaterThan(200);
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
    expect(await pixelsOf(page, optimumColor)).toBeGreaterThan(200);
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
    expect(await pixelsOf(page, optimumColor)).toBeGreaterThan(200);
    await close();
  });
});
