import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { hashesOf, nameOf, openLab, ready, stepTimes, tickOf, waitForTick } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

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
