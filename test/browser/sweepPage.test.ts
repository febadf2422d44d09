import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseExperiment, Runner } from '../../src/experiment/index.ts';
import { encodeLink, preset } from '../../src/scenario/index.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { setupIn, setupText } from '../../web/shared/sweep/setup.ts';
import { turnpike, turnpikeJson } from '../src/cli/cli.ts';
import { core } from '../src/core/harness.ts';
import { violationsOf } from './axe.ts';
import { openSite } from './browser.mjs';
import { hashesOf, openLab } from './openLab.ts';
import { axis, runSweep, says } from './sweepLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The address of a small sweep of Figure 1, none of whose runs blows up. */
function address(more: { steps?: number; measure?: string; seeds?: number } = {}): string {
  const { steps = 3, measure = 'K', seeds = 1 } = more;
  const text = setupText({
    x: axis('economy.c', 0.2, 0.6, steps),
    y: axis('groups.lab.rule.q', 0.25, 0.75, steps),
    measure,
    economy: 'base',
    seeds,
  });
  return `${site.url}?autoplay=0&sweep=${encodeURIComponent(text)}#${figure1}`;
}
const figure1 = encodeLink(preset('figure-1'));

const scenarioOf = (page: Page): Promise<Scenario> =>
  page.evaluate(() => window.turnpike.scenario as unknown as Scenario);

/** Presses Tab until the focus is on an element that fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`60 tabs did not lead to ${selector}`);
}

async function typed(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function saved(page: Page, selector: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe('a sweep in the page', () => {
  it('goes by keyboard alone, has the library’s values, and opens the very run', async () => {
    const { page, complaints, close } = await openLab(site.browser, `${site.url}?autoplay=0#${figure1}`);
    await page.keyboard.press('w');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('sweep-x');
    for (const [axis, from, to] of [
      ['x', '0.2', '0.6'],
      ['y', '0.25', '0.75'],
    ]) {
      await tabTo(page, `#sweep-${axis}-from`);
      await typed(page, from);
      await page.keyboard.press('Tab');
      await typed(page, to);
      await page.keyboard.press('Tab');
      await typed(page, '3');
    }
    await tabTo(page, '#sweep-measure');
    // Until the worker has said what there is to choose from, letters choose nothing.
    await page.waitForSelector('#sweep-measure option[value="K"]', { state: 'attached' });
    await page.keyboard.type('Chips (');
    await expect.poll(() => page.inputValue('#sweep-measure')).toBe('K');
    await says(page, '#sweep-estimate', /^9 runs on \d+ cores?: (about \d+ s|less than a second)\./);
    await tabTo(page, '#sweep-start');
    await page.keyboard.press('Enter');
    await says(page, '#sweep-progress', /9 of 9 runs · done/);
    await says(page, '#sweep-said', /9 of 9 runs · done/);

    const file = await saved(page, '#sweep-experiment');
    expect(file.name).toBe('figure-1-sweep.json');
    const runner = new Runner(core, parseExperiment(JSON.parse(file.text)));
    const records = Array.from({ length: 9 }, (_, i) => runner.run(i));
    const table = await saved(page, '#sweep-csv');
    const folder = await mkdtemp(join(tmpdir(), 'turnpike-sweep-'));
    try {
      await writeFile(join(folder, file.name), file.text);
      const done = await turnpike(['sweep', file.name, '--out', 'results', '--workers', '1'], {
        cwd: folder,
      });
      expect(done.code).toBe(0);
      expect(table.text).toBe(await readFile(join(folder, 'results/runs.csv'), 'utf8'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }

    await page.locator('#sweep-table summary').click();
    await page.waitForSelector('#sweep-table tbody td');
    const shown = await page.locator('#sweep-table tbody td').allTextContents();
    // Rows of the table are values of q, columns of c; runs are numbered with q changing fastest.
    expect(shown.map((text) => Number(text.replace(/,/g, '')))).toEqual(
      [0, 1, 2].flatMap((j) =>
        [0, 1, 2].map((i) => Number((records[3 * i + j].economies[0].values.K as number).toPrecision(4))),
      ),
    );

    await page.locator('#sweep-cell').focus();
    for (const key of ['Home', 'PageDown', 'ArrowRight', 'ArrowUp', 'ArrowUp'])
      await page.keyboard.press(key);
    const label = await page.locator('#sweep-cell').getAttribute('aria-label');
    expect(label).toMatch(/^c = 0\.3464, q = 0\.7500: Chips /);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sweep-cell');
    const before = await scenarioOf(page);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await scenarioOf(page)).economy.c).toBeCloseTo(Math.sqrt(0.12), 12);
    const opened = await scenarioOf(page);
    expect(opened).toEqual(runner.plan.scenario(runner.plan.run(5)));
    await page.evaluate(() => window.turnpike.ready);
    const { clock } = opened;
    await page.evaluate((end) => window.turnpike.api.seek(end), Math.ceil(clock.until / clock.h));
    const hash = records[5].economies[0].values.stateHash;
    await expect.poll(async () => (await hashesOf(page)).base, { timeout: 30_000 }).toBe(hash);
    const told = await turnpikeJson(['run', `#${encodeLink(opened)}`]);
    expect(JSON.stringify(told)).toContain(`"stateHash":"${hash}"`);
    expect(await page.locator('#sweep-stale').count()).toBe(0);

    await page.keyboard.press('Control+z');
    await expect.poll(() => scenarioOf(page)).toEqual(before);
    const isAtOpener = () => page.evaluate(() => document.activeElement?.id === 'sweep');
    for (const key of ['w', 'Escape']) {
      await page.locator('#sweep-cell').focus();
      await page.keyboard.press(key);
      await page.waitForSelector('.sweep', { state: 'detached' });
      await expect.poll(isAtOpener).toBe(true);
      await expect.poll(() => new URL(page.url()).searchParams.has('sweep')).toBe(false);
      if (key === 'w') await page.keyboard.press('Enter');
    }
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    await close();
  });

  it('says when it belongs to an earlier scenario, and opens its runs all the same', async () => {
    const { page, close } = await openLab(site.browser, address());
    await page.waitForSelector('#sweep-start');
    await runSweep(page);
    await page.locator('.control[data-path="economy.a"] input[type=text]').fill('2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#sweep-stale');
    const link = page.evaluate(() => navigator.clipboard.readText());
    await link;
    await page.click('#sweep-link');
    await says(page, '#sweep-link', /copied/);
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.hash).toBe(`#${figure1}`);
    await page.click('#sweep-open');
    await expect.poll(async () => (await scenarioOf(page)).economy.a).toBe(1);
    await page.waitForSelector('#sweep-stale', { state: 'detached' });
    await close();
  });

  it('is of the side that is edited, and a cell opens in its place', async () => {
    const { page, complaints, close } = await openLab(
      site.browser,
      `${address()}&with=${encodeLink(preset('copycats'))}`,
    );
    await page.waitForSelector('#sweep-start');
    const title = () => page.textContent('#sweep-title');
    expect(await title()).toBe('Sweep parameters of A');
    await runSweep(page);
    await page.click('[data-edit="B"]');
    await expect.poll(title).toBe('Sweep parameters of B');
    await says(page, '#sweep-stale', /another scenario than B is now.*in the place of B/);
    const names = () => page.evaluate(() => window.turnpike.sides.map(({ scenario }) => scenario.name));
    expect(await names()).toEqual(['figure-1', 'copycats']);
    await page.click('#sweep-open');
    await expect.poll(names).toEqual(['figure-1', 'figure-1']);
    await says(page, '.sweep-reading [role=status]', /is open as B above/);
    await page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(['figure-1', 'copycats']);
    await page.click('[data-close="B"]');
    await expect.poll(title).toBe('Sweep parameters');
    expect(await page.locator('#sweep-stale').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('comes back from its link as it was set up', async () => {
    const { page, close } = await openLab(site.browser, address({ seeds: 4, measure: 'regime:growth' }));
    await page.waitForSelector('#sweep-start');
    expect(await page.inputValue('#sweep-seeds')).toBe('4');
    expect(await page.inputValue('#sweep-y-to')).toBe('0.75');
    await expect.poll(() => page.inputValue('#sweep-measure')).toBe('regime:growth');
    await runSweep(page);
    await says(page, '#sweep-progress', /36 of 36/);
    await page.click('#sweep-link');
    await says(page, '#sweep-link', /copied/);
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(setupIn(copied.searchParams.get('sweep')!)).toMatchObject({ seeds: 4, measure: 'regime:growth' });
    await page.selectOption('#sweep-measure', 'T');
    await says(page, '#sweep-reading', /Training .* the mean of 4 seeds/);
    await close();
  });

  for (const [what, text] of [
    ['broken', '1;nonsense'],
    ['of a parameter that is not there', '1;groups.gone.rule.q,0,1,3,linear;;K;base;1'],
    ['without end', '1;economy.c,0.5,2,100000000,log;;K;base;1'],
    ['that would be markup', '1;<img src=x onerror=alert(1)>,0,1,3,linear;;K;base;1'],
  ])
    it(`is explained where its link is ${what}, and another one offered`, async () => {
      const { page, complaints, close } = await openLab(
        site.browser,
        `${site.url}?autoplay=0&sweep=${encodeURIComponent(text)}#${figure1}`,
      );
      await page.waitForSelector('.notice.error');
      expect(await page.textContent('.notice')).toMatch(/sweep could not be opened.*got .*allowed/s);
      await page.waitForSelector('#sweep-start:not([disabled])');
      expect(await page.inputValue('#sweep-x')).toBe('economy.c');
      expect(complaints).toEqual([]);
      await close();
    });

  it('refuses by name what cannot be swept', async () => {
    const { page, close } = await openLab(site.browser, address());
    await page.waitForSelector('#sweep-start');
    await page.fill('#sweep-x-to', '700');
    await page.keyboard.press('Tab');
    await says(page, '#sweep-problems', /economy\.c: got 700; allowed: a number from 0\.05 to 5/);
    expect(await page.isDisabled('#sweep-start')).toBe(true);
    await page.fill('#sweep-x-to', 'much');
    await page.keyboard.press('Tab');
    await says(page, '#sweep-problems', /x\.to: got NaN; allowed: a number/);
    await page.fill('#sweep-x-to', '0.6');
    await page.keyboard.press('Tab');
    await says(page, '#sweep-problems', /^$/);
    await close();
  });
});

describe('accessibility of a sweep', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 360, height: 740 },
    ])
      it(`axe finds nothing in ${colorScheme} at ${viewport.width} px, nor does anything stick out`, async () => {
        const { page, close } = await openLab(site.browser, address(), { colorScheme, viewport });
        await page.waitForSelector('#sweep-start');
        await runSweep(page);
        expect(await violationsOf(page)).toEqual([]);
        await page.locator('#sweep-table summary').click();
        await page.selectOption('#sweep-measure', 'regime:growth');
        await page.waitForSelector('.sweep-regimes');
        expect(await violationsOf(page)).toEqual([]);
        await page.selectOption('#sweep-y', '');
        await page.selectOption('#sweep-measure', 'K');
        await runSweep(page);
        expect(await violationsOf(page)).toEqual([]);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBe(0);
        await close();
      });
});
