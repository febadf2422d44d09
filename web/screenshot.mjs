// Retakes the README's picture and, with --all DIR, one of every preset in light and dark, wide and narrow:
// npm run screenshot [-- --all DIR].
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSite } from '../test/browser/browser.mjs';

const README_PICTURE = fileURLToPath(new URL('screenshot.png', import.meta.url));
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** A page at a preset, played for so many ticks and then paused. */
async function pose(browser, url, { number, ticks, viewport, colorScheme, scale = 1 }) {
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(`${url}?autoplay=0`);
  await page.waitForFunction(() => window.turnpike !== undefined);
  await page.evaluate(() => window.turnpike.ready);
  // Presets answer to the number keys, in their order.
  await page.keyboard.press(String(number));
  await page.evaluate(() => window.turnpike.ready);
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await window.turnpike.api.step();
  }, ticks);
  await page.waitForTimeout(1500);
  return { page, close: () => context.close() };
}

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const { url, browser, close } = await openSite();
try {
  if (values.all === undefined) {
    const { page } = await pose(browser, url, { number: 5, ticks: 54, viewport: WIDE, colorScheme: 'light' });
    await page.screenshot({ path: README_PICTURE });
    console.log(`README picture: ${README_PICTURE}`);
  } else {
    mkdirSync(values.all, { recursive: true });
    for (let number = 1; number <= 9; number++)
      for (const [size, viewport] of [
        ['wide', WIDE],
        ['narrow', NARROW],
      ])
        for (const colorScheme of ['light', 'dark']) {
          const { page, close: done } = await pose(browser, url, {
            number,
            ticks: 40,
            viewport,
            colorScheme,
          });
          await page.screenshot({
            path: join(values.all, `${number}-${size}-${colorScheme}.png`),
            fullPage: size === 'narrow',
          });
          await done();
        }
    console.log(`pictures in ${values.all}`);
  }
} finally {
  await close();
}
