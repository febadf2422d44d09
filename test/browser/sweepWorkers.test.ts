import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySet, encodeLink, preset } from '../../src/scenario/index.ts';
import { setupText } from '../../web/shared/sweep/setup.ts';
import { openSite } from './browser.mjs';
import { look, openLab } from './openLab.ts';
import { axis, patience, says } from './sweepLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const runsWorkers = (page: Page) => page.workers().filter((worker) => /\/runs-/.test(worker.url()));

/** A sweep of a run that takes a while: time to do something to it under way. */
function slowAddress(runs: number): string {
  const slow = applySet(preset('wrong-beliefs'), 'groups.believers.count', 5000);
  const text = setupText({
    x: axis('economy.c', 0.2, 0.6, runs),
    y: null,
    measure: 'K',
    economy: 'base',
    seeds: 1,
  });
  return `${site.url}?autoplay=0&sweep=${encodeURIComponent(text)}#${encodeLink(slow)}`;
}

async function slow(page: Page): Promise<void> {
  await page.waitForSelector('#sweep-start');
  await page.evaluate(() => window.turnpike.ready);
  await page.click('#sweep-start');
  await says(page, '#sweep-progress', /^[1-9]/);
}

const runsDone = async (page: Page): Promise<number> =>
  Number((await page.textContent('#sweep-progress'))!.split(' ')[0].replace(/,/g, ''));

/** Looks away and back before the page can have done anything about it. */
const glanceAway = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const value of [true, false]) {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });

describe('the workers of a sweep', () => {
  it('end when it is paused, take up what is left, and end with the panel', async () => {
    const { page, close } = await openLab(site.browser, slowAddress(101));
    await slow(page);
    await page.click('#sweep-pause');
    await says(page, '#sweep-progress', /paused/);
    await expect.poll(() => runsWorkers(page).length, patience).toBe(0);
    const before = await runsDone(page);
    expect(before).toBeLessThan(101);
    expect(await page.textContent('#sweep-start')).toContain('Go on');
    await page.click('#sweep-start');
    await expect.poll(() => runsDone(page), patience).toBeGreaterThan(before);
    expect(runsWorkers(page).length).toBeGreaterThan(0);
    await page.click('[aria-label="Close the sweep"]');
    await expect.poll(() => runsWorkers(page).length, patience).toBe(0);
    await page.click('#sweep');
    await says(page, '#sweep-progress', /paused/);
    await close();
  });

  it('rest while nobody looks, and go on when somebody does, however soon', async () => {
    const { page, close } = await openLab(site.browser, slowAddress(101));
    await slow(page);
    await look(page, false);
    await says(page, '#sweep-progress', /paused/);
    await expect.poll(() => runsWorkers(page).length, patience).toBe(0);
    const before = await runsDone(page);
    await look(page, true);
    await expect.poll(() => runsDone(page), patience).toBeGreaterThan(before);
    await glanceAway(page);
    const soon = await runsDone(page);
    // More than the runs that were under way at the glance away.
    await expect.poll(() => runsDone(page), patience).toBeGreaterThan(soon + 4);
    await page.click('#sweep-pause');
    await says(page, '#sweep-progress', /paused/);
    await glanceAway(page);
    expect(await page.textContent('#sweep-progress')).toContain('paused');
    await close();
  });

  for (const [how, kill] of [
    [
      'by a fault',
      () => {
        setTimeout(() => {
          throw new Error('a fault made by a test');
        });
      },
    ],
    ['without a word', () => close()],
  ] as const)
    it(`that die ${how} are replaced, and no run is lost`, async () => {
      const { page, close: end } = await openLab(site.browser, slowAddress(14));
      await slow(page);
      const known = new Set(page.workers());
      await runsWorkers(page)
        .at(-1)!
        .evaluate(kill)
        .catch(() => {}); // it may be gone before it answers
      await expect.poll(() => runsWorkers(page).some((worker) => !known.has(worker)), patience).toBe(true);
      await says(page, '#sweep-progress', /14 of 14 runs · done/);
      expect(await page.textContent('#sweep-progress')).not.toContain('failed');
      await end();
    });
});
