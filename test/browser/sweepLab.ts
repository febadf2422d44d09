import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** How long a sweep may take on a machine that has other things to do, in milliseconds. */
export const patience = { timeout: 30_000 };

export const axis = (path: string, from: number, to: number, steps: number) =>
  ({ path, from, to, steps, scale: 'linear' }) as const;

export const says = (page: Page, selector: string, words: RegExp) =>
  expect.poll(() => page.textContent(selector).catch(() => ''), { timeout: 60_000 }).toMatch(words);

export async function runSweep(page: Page): Promise<void> {
  await page.click('#sweep-start');
  await says(page, '#sweep-progress', /done/);
}
