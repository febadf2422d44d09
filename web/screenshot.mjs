// Takes pictures of the page: npm run screenshot.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { presets } from '../build/lib/scenario/index.js';
import { openSite } from '../test/browser/browser.mjs';
import { optionsOf } from './options.mjs';

const README_PICTURE = fileURLToPath(new URL('screenshot.png', import.meta.url));
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** What can be opened on the page, each at a preset: how to get there; isLong: narrow, it is one picture of the whole page. */
const MODES = {
  presets: { preset: 'wrong-beliefs', act: (page) => page.keyboard.press('p') },
  lesson: {
    preset: 'figure-1',
    async act(page) {
      await page.click('#learn');
      await page.waitForSelector('.lesson');
      await page.getByRole('button', { name: /^3:/ }).click();
      await page.click('text=Show an answer');
    },
  },
  inspector: {
    preset: 'wrong-beliefs',
    async act(page) {
      await page.keyboard.press('i');
      await page.waitForSelector('.inspector #why');
      await page.locator('.inspector').scrollIntoViewIfNeeded();
    },
  },
  ...Object.fromEntries(
    [
      ['sweep', 'figure-1', () => {}],
      ['sweep-phase', 'figure-1', (page) => page.selectOption('#sweep-measure', 'regime:growth')],
      ['sweep-line', 'wrong-beliefs', (page) => page.selectOption('#sweep-y', '')],
    ].map(([mode, preset, choose]) => [
      mode,
      {
        preset,
        async act(page) {
          await page.keyboard.press('w');
          await page.waitForSelector('#sweep-measure optgroup', { state: 'attached' });
          await choose(page);
          await page.click('#sweep-start');
          await page.waitForFunction(() =>
            /done/.test(document.querySelector('#sweep-progress').textContent),
          );
          await page.locator('.sweep-picture').scrollIntoViewIfNeeded();
        },
      },
    ]),
  ),
  groups: {
    preset: 'wrong-beliefs',
    async act(page) {
      await page.click('#add-group');
      await page.locator('[data-path="groups.0.cHat"]').scrollIntoViewIfNeeded();
    },
  },
  'side-by-side': {
    preset: 'commons',
    isLong: true,
    async act(page) {
      await page.keyboard.press('c');
      await page.click('[data-beside="free-riders"]');
      await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary !== null));
      await page.evaluate(async () => {
        await window.turnpike.ready;
        await window.turnpike.api.seek(40);
      });
      await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary.position === 40));
    },
  },
  differences: {
    preset: 'wrong-beliefs',
    async act(page) {
      await page.keyboard.press('c');
      await page.click('[data-beside="copycats"]');
      await page.waitForSelector('.differences .compared');
      await page.evaluate(() => window.turnpike.ready);
      await page.evaluate(() => window.turnpike.api.seek(30));
      await page.locator('.differences').scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector('.differences').scrollIntoView());
    },
  },
  compare: { preset: 'wrong-beliefs', act: (page) => page.keyboard.press('c') },
  embed: { preset: null, query: '&embed=1&hide=controls,presets,tables,footer' },
  table: {
    preset: 'wrong-beliefs',
    async act(page) {
      await page.keyboard.press('v');
      await page.waitForSelector('.chart-table tbody tr:nth-child(5)');
      await page.locator('#chart-table').scrollIntoViewIfNeeded();
    },
  },
  save: { preset: 'wrong-beliefs', act: (page) => page.locator('summary', { hasText: 'Save' }).click() },
  share: { preset: 'wrong-beliefs', act: (page) => page.locator('summary', { hasText: 'Share' }).click() },
};

/** A page at a preset, or at the first one, played for so many ticks and then paused. query: more of the address. */
async function pose(browser, url, { preset, ticks, viewport, colorScheme, scale = 1, query = '' }) {
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(`${url}?autoplay=0${query}`);
  await page.waitForFunction(() => window.turnpike !== undefined);
  await page.evaluate(() => window.turnpike.ready);
  if (preset !== null) {
    await page.click('#presets summary');
    await page.click(`[data-preset="${preset}"]`);
  }
  await page.evaluate(() => window.turnpike.ready);
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await window.turnpike.api.step();
  }, ticks);
  await page.waitForFunction(
    (count) => window.turnpike.summary?.ended || window.turnpike.summary?.economies[0].tick >= count,
    ticks,
  );
  await page.waitForTimeout(500);
  return { page, close: () => context.close() };
}

const help = `npm run screenshot [-- --all DIR [--only NAME,NAME]]
  without            retakes the picture in README.md
  --all DIR          into a folder: one of every preset and every mode, in light and dark, wide and narrow
  --only NAME,NAME   with --all: these presets and modes and no others
  modes: ${Object.keys(MODES).join(', ')}`;
const values = optionsOf(help, { all: { type: 'string' }, only: { type: 'string' } });

function refuse(why) {
  console.error(`${why}\n\n${help}`);
  process.exit(2);
}

const names = presets.map(({ name }) => name);
const only = values.only?.split(',') ?? null;
const isWanted = (name) => only === null || only.includes(name);
if (only !== null) {
  if (values.all === undefined) refuse('--only goes with --all DIR');
  const allowed = [...names, ...Object.keys(MODES)];
  const unknown = only.find((name) => !allowed.includes(name));
  if (unknown !== undefined) refuse(`--only: got ${JSON.stringify(unknown)}; allowed: ${allowed.join(', ')}`);
}

const { url, browser, close } = await openSite();
try {
  if (values.all === undefined) {
    const { page } = await pose(browser, url, {
      preset: 'wrong-beliefs',
      ticks: 52,
      viewport: WIDE,
      colorScheme: 'light',
    });
    await page.screenshot({ path: README_PICTURE });
    console.log(`README picture: ${README_PICTURE}`);
  } else {
    const take = async (name, given, fullPage, act) => {
      const { page, close: done } = await pose(browser, url, { ticks: 40, ...given });
      await act?.(page);
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(values.all, `${name}.png`), fullPage });
      await done();
    };
    mkdirSync(values.all, { recursive: true });
    for (const preset of names.filter(isWanted))
      for (const [size, viewport] of [
        ['wide', WIDE],
        ['narrow', NARROW],
      ])
        for (const colorScheme of ['light', 'dark'])
          await take(
            `${preset}-${size}-${colorScheme}`,
            { preset, viewport, colorScheme },
            size === 'narrow',
          );
    for (const [mode, { preset, query, act, isLong = false }] of Object.entries(MODES).filter(([name]) =>
      isWanted(name),
    ))
      for (const [size, viewport] of [
        ['wide', WIDE],
        ['narrow', NARROW],
      ])
        for (const colorScheme of ['light', 'dark'])
          await take(
            `mode-${mode}-${size}-${colorScheme}`,
            { preset, query, viewport, colorScheme },
            isLong && size === 'narrow',
            act,
          );
    console.log(`pictures in ${values.all}`);
  }
} finally {
  await close();
}
