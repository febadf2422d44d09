import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { openSite } from './browser.mjs';
import { openLab } from './openLab.ts';
import { compareByKeys, goTo } from './sideBySideLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

describe('two scenarios side by side', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 360])
      it(`axe finds nothing and nothing scrolls sideways in ${colorScheme} at ${width} px`, async () => {
        const { page, close } = await openLab(site.browser, still(), {
          colorScheme,
          viewport: { width, height: 844 },
        });
        await page.keyboard.press('c');
        await page.waitForFunction(() => document.activeElement?.hasAttribute('data-beside'));
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await compareByKeys(page, 'frontier-five');
        await page.waitForSelector('.differences');
        await goTo(page, 8);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const [first, second] = await page
          .locator('.figure')
          .evaluateAll((all) => all.map((figure) => figure.getBoundingClientRect().toJSON()));
        if (width === 1440) expect([first.top, first.height]).toEqual([second.top, second.height]);
        else expect(second.top).toBeGreaterThan(first.bottom);
        await close();
      });
});
