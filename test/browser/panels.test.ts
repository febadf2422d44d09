import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { hashesOf, openLab, stepTimes } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Titles above the panels, as they stand in the figure. */
const titles = (page: Page): Promise<string[]> => page.locator('.axes .mark-title').allTextContents();

const untilTitles = async (page: Page, wanted: string[]): Promise<void> => {
  await expect.poll(() => titles(page)).toEqual(wanted);
};

const first = ['Every lab', 'All chips', 'Training share'];

describe('the panels', () => {
  it('are chosen, enlarged and brought back by keyboard alone, and remembered', async () => {
    const { page, complaints, close } = await openLab(site.browser, `${site.url}?autoplay=0`);
    await stepTimes(page, 2);
    await untilTitles(page, first);
    await page.locator('#panels').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await untilTitles(page, first.slice(1));
    for (let tabs = 0; tabs < 6; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await untilTitles(page, [...first.slice(1), 'Distribution of q']);
    // Escape closes the list first, and only the next one brings panels back.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilTitles(page, ['Distribution of q']);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panels');
    await untilTitles(page, ['Distribution of q']);
    await page.keyboard.press('Escape');
    await untilTitles(page, [...first.slice(1), 'Distribution of q']);
    await page.reload();
    await page.evaluate(() => window.turnpike.ready);
    await untilTitles(page, [...first.slice(1), 'Distribution of q']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('share one crosshair over time', async () => {
    const { page, close } = await openLab(site.browser, `${site.url}?autoplay=0`);
    await stepTimes(page, 3);
    const button = (await page.locator('.enlarge[aria-label="Enlarge: Training share"]').boundingBox())!;
    await page.mouse.move(button.x - 80, button.y + 90);
    await page.waitForSelector('.mark-cross', { state: 'attached' });
    const places = await page
      .locator('.mark-cross')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('x1')));
    expect(places).toHaveLength(2);
    expect(new Set(places).size).toBe(1);
    await page.mouse.move(2, 2);
    await page.waitForSelector('.mark-cross', { state: 'detached' });
    await close();
  });

  for (const width of [360, 390, 1440])
    it(`all seven fit at ${width} px`, async () => {
      const viewport = { width, height: 844 };
      const { page, close } = await openLab(site.browser, `${site.url}?autoplay=0`, { viewport });
      await page.click('#panels');
      for (const panel of ['splits', 'sizes', 'stream', 'concentration'])
        await page.locator(`input[name=panel-${panel}]`).check();
      await expect.poll(async () => (await titles(page)).length).toBe(7);
      const outside = await page.evaluate(() => {
        const figure = document.querySelector('.figure')!.getBoundingClientRect();
        const parts = document.querySelectorAll('.axes text, .enlarge, .panel-list ul');
        return [...parts]
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < figure.left - 1 || right > figure.right + 1;
          })
          .map((part) => part.textContent);
      });
      expect(outside).toEqual([]);
      // What is enlarged and brought back stays in sight, wherever it lies in a figure that changes its height.
      await page.keyboard.press('Escape');
      for (const name of ['Enlarge: Concentration', 'Back to its place: Concentration']) {
        await page.locator(`.enlarge[aria-label="${name}"]`).click();
        await expect
          .poll(() =>
            page.evaluate(() => {
              const { top, bottom } = document.activeElement!.getBoundingClientRect();
              return document.activeElement!.className === 'enlarge' && top >= 0 && bottom <= innerHeight;
            }),
          )
          .toBe(true);
      }
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      await close();
    });
});

describe('other runs', () => {
  it('of other seeds come as bands, with their number in the legend, and go when they are not wanted', async () => {
    const { page, complaints, close } = await openLab(site.browser, `${site.url}?autoplay=0`);
    await stepTimes(page, 3);
    const before = await hashesOf(page);
    await page.selectOption('[aria-label="Seeds for the bands"]', '20');
    await page.check('#bands');
    await page.waitForFunction(() => window.turnpike.summary!.seeds === 20);
    await expect.poll(() => page.textContent('#bands-progress')).toBe('20 seeds');
    expect(await page.textContent('.legend')).toContain('5–95 % of 20 seeds');
    expect(await hashesOf(page)).toEqual(before);
    await page.uncheck('#bands');
    await page.waitForFunction(() => window.turnpike.summary!.seeds === 0);
    await page.check('#bands');
    await page.keyboard.press('1');
    await expect.poll(() => page.textContent('#bands-progress')).toContain('no luck');
    expect(complaints).toEqual([]);
    await close();
  });

  it('that were pinned stay while assumptions change', async () => {
    const { page, close } = await openLab(site.browser, `${site.url}?autoplay=0`);
    await stepTimes(page, 3);
    await page.locator('#pin').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.turnpike.summary!.hasGhost);
    await page.keyboard.press('n');
    await page.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 0);
    expect(await page.evaluate(() => window.turnpike.summary!.hasGhost)).toBe(true);
    expect(await page.textContent('.legend')).toContain('Pinned run');
    await page.click('#pin');
    await page.waitForFunction(() => !window.turnpike.summary!.hasGhost);
    await close();
  });
});
