import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../src/core/loadNode.ts';
import { reportHtml } from '../../src/reproduce/html/page.ts';
import { Runs, reproduce } from '../../src/reproduce/index.ts';
import { violationsOf } from './axe.ts';
import { launchBrowser } from './browser.mjs';

let browser: Browser;
let html: string;
beforeAll(async () => {
  const core = await loadCore();
  const runs = new Runs(core);
  html = reportHtml(reproduce(core, runs), runs);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the report of turnpike reproduce', () => {
  const ways = [
    ['light', 360],
    ['dark', 1280],
  ] as const;
  for (const [colorScheme, width] of ways)
    it(`asks for nothing, fits ${width} px and passes axe in ${colorScheme}`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('request', (request) => complaints.push(request.url()));
      await page.setContent(html);
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      // Words of a chart stay inside it.
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('.chart text')]
          .filter((text) => {
            const [inner, outer] = [text, text.closest('.chart')!].map((each) =>
              each.getBoundingClientRect(),
            );
            return (
              inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1
            );
          })
          .map((text) => `${text.closest('figure')!.id}: ${text.textContent}`),
      );
      expect(outside).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
      await context.close();
    });
});
