import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What stands on each side. */
export const sidesOf = (page: Page) =>
  page.evaluate(() =>
    window.turnpike.sides.map(({ scenario, summary }) => ({
      name: scenario.name,
      seed: scenario.seed,
      position: summary?.position ?? -1,
      tick: summary?.economies[0].tick ?? -1,
      t: summary?.economies[0].t ?? -1,
      status: summary?.economies[0].status ?? '',
    })),
  );

export const hashesOf = (page: Page, side: 0 | 1) =>
  page.evaluate((at) => window.turnpike.api.hashes(at), side);

export const settled = async (page: Page, count: number): Promise<void> => {
  await page.waitForFunction(
    (wanted) =>
      window.turnpike.sides.length === wanted &&
      window.turnpike.sides.every(({ summary }) => summary !== null),
    count,
  );
  await page.evaluate(() => window.turnpike.ready);
};

/** Opens a preset beside the present one, by keys alone; the key of the list also closes it. */
export async function compareByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-beside'));
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.activeElement?.matches('#compare:not([open]) > summary'));
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-beside'));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-beside'));
  for (let i = 0; i < 60 && (await focused()) !== name; i++) await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(name);
  await page.keyboard.press('Enter');
  await settled(page, 2);
}

export async function goTo(page: Page, position: number): Promise<void> {
  await page.evaluate((to) => window.turnpike.api.seek(to), position);
  await page.waitForFunction(
    (to) => window.turnpike.sides.every(({ summary }) => summary?.position === to),
    position,
  );
}
