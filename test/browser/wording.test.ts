import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLink, preset } from '../../src/scenario/index.ts';
import { openSite } from './browser.mjs';
import { openLab } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const linkTo = (name: string, query = '') => `${site.url}?autoplay=0${query}#${encodeLink(preset(name))}`;

/** Everything that can be read, with every list and every explanation open. */
const allText = (page: Page) =>
  page.evaluate(async () => {
    for (let round = 0; round < 3; round++) {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const button of document.querySelectorAll<HTMLElement>('.explain-button[aria-expanded=false]'))
        button.click();
      await new Promise(requestAnimationFrame);
    }
    const drawn = [...document.querySelectorAll('svg text, option')].map(({ textContent }) => textContent);
    return [document.body.innerText, ...drawn].join('\n');
  });

describe('mathematics on the page', () => {
  it.each([
    ['soft-wall', ''],
    ['foresight', ''],
    ['wrong-beliefs', '&lesson=1'],
  ])('is typeset: no underscore and no ^ stands in %s', async (name, query) => {
    const { page, complaints, close } = await openLab(site.browser, linkTo(name, query));
    const text = await allText(page);
    expect(text).toContain('turnpike');
    const raw = text.split('\n').filter((line) => /\p{L}_\p{L}|\^/u.test(line));
    expect(raw).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('a rule reads as its name and its parameters', async () => {
    const { page, close } = await openLab(site.browser, linkTo('foresight'));
    expect(await page.locator('.economies .changes').first().textContent()).toMatch(
      /^Receding horizon, H = [\d.]+$/,
    );
    await close();
  });
});

describe('the numbers of the base economy', () => {
  // Wide, with six beside one another and with three, and the narrowest with six; then two beside one another.
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1280, 'dark'],
    [1100, 'dark'],
    [390, 'light'],
    [360, 'dark'],
  ] as const)
    it(`have their units beside them at ${width} px in ${colorScheme}, as long as they get`, async () => {
      const { page, close } = await openLab(site.browser, linkTo('soft-wall'), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.waitForFunction(() => window.turnpike.summary !== null);
      const all = await page.evaluate(() => {
        document.querySelector('#delay')!.textContent = '−0.00706';
        return [...document.querySelectorAll('.measured')].map((line) => {
          const [number, unit] = [...line.children].map((part) => part.getBoundingClientRect());
          const { scrollWidth, clientWidth } = (line.children[1] ?? line) as HTMLElement;
          return {
            isOneLine:
              !unit || (unit.top < number.bottom && number.top < unit.bottom && unit.left > number.left),
            isWhole: scrollWidth <= clientWidth,
          };
        });
      });
      expect(all).toHaveLength(6);
      for (const one of all) expect(one).toEqual({ isOneLine: true, isWhole: true });
      await close();
    });
});
