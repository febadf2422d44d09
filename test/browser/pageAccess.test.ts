import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindings } from '../../web/page/keyboard/bindings.ts';
import { violationsOf } from './axe.ts';
import { openSite } from './browser.mjs';
import { fieldOf, openLab, stepTimes, tickOf, waitForTick } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

/** Opens everything that opens, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.controls details'))
      (details as HTMLDetailsElement).open = true;
    for (const button of document.querySelectorAll('.explain-button')) (button as HTMLButtonElement).click();
  });
}

describe('accessibility', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      it(`axe finds nothing in ${colorScheme} at ${viewport.width} px`, async () => {
        const { page, close } = await openLab(site.browser, still(), { colorScheme, viewport });
        await stepTimes(page, 3);
        expect(await violationsOf(page)).toEqual([]);
        await page.click('#panels');
        for (const box of await page.locator('.panel-list input').all()) await box.check();
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await unfold(page);
        await fieldOf(page, 'Reinvestment share').fill('7');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.refusal p');
        expect(await violationsOf(page)).toEqual([]);
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await page.keyboard.press('?');
        await page.waitForSelector('dialog[open]');
        expect(await violationsOf(page)).toEqual([]);
        await close();
      });
    }
  }
});

/** Presses Tab until the focus is on an element that fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`120 tabs did not lead to ${selector}`);
}

describe('the keyboard', () => {
  it('does what the table of keys says', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.keyboard.press('Space');
    await waitForTick(page, 2);
    await page.keyboard.press('Space');
    await page.waitForFunction(() => !window.turnpike.summary!.playing);
    const tick = await tickOf(page);
    await page.keyboard.press('.');
    await page.waitForFunction((before) => window.turnpike.summary!.economies[0].tick === before + 1, tick);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((before) => window.turnpike.summary!.economies[0].tick === before + 2, tick);
    await page.keyboard.press('r');
    await page.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 0);
    await page.keyboard.press('n');
    await page.waitForFunction(() => window.turnpike.scenario.seed !== 1);
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    const before = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.keyboard.press('d');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(before);
    await page.reload();
    await page.evaluate(() => window.turnpike.ready);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(before);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    const listed = await page.locator('dialog[open] .keys td').allTextContents();
    expect(listed).toEqual(bindings.map(({ does }) => does));
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await close();
  });

  it('reaches and works every kind of control', async () => {
    const { page, close } = await openLab(site.browser, still());
    await tabTo(page, '#play');
    await page.keyboard.press('Space');
    await waitForTick(page, 1);
    await page.keyboard.press('Space');
    await tabTo(page, '.controls input[type=range]');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => (window.turnpike.scenario as never as { economy: { a: number } }).economy.a > 1,
    );
    await tabTo(page, '.controls .number');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('-3');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.refusal p')).toMatch(
      /economy\.a: got -3; allowed: .*Nothing was changed/,
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('.refusal p').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('explain-button');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.explanation')).toContain('Source');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Reset/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => (window.turnpike.scenario as never as { economy: { a: number } }).economy.a === 1,
    );
    await close();
  });

  it('ticks techniques, one box each; with none ticked there is no list, and a reset takes all back', async () => {
    const { page, close } = await openLab(site.browser, still());
    const techniques = () =>
      page.evaluate(
        () => (window.turnpike.scenario as never as { economy: { techniques: unknown } }).economy.techniques,
      );
    await page.locator('.controls summary', { hasText: 'Technique ladder' }).focus();
    await page.keyboard.press('Enter');
    const group = page.getByRole('group', { name: 'Techniques' }).first();
    const boxes = group.getByRole('checkbox');
    expect(await boxes.count()).toBe(5);
    // The row's explanation comes first.
    await page.keyboard.press('Tab');
    for (const _ of ['scaling-policy', 'mcts']) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    expect(await techniques()).toEqual(['scaling-policy', 'mcts']);
    expect(await page.locator('.section summary', { hasText: 'Technique ladder' }).textContent()).toContain(
      '1 set',
    );
    await page.keyboard.press('Space');
    expect(await techniques()).toEqual(['scaling-policy']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await techniques()).toBeNull();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: /^Reset Techniques to the power law/ }).press('Enter');
    expect(await techniques()).toBeNull();
    // Nothing has closed under the hand.
    expect(await boxes.nth(3).isVisible()).toBe(true);
    await close();
  });

  it('types into fields as usual', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.focus('.seed input');
    await page.keyboard.type('1.5rd?');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.seed .refusal p')).toContain('got "11.5rd?"');
    expect(await page.evaluate(() => window.turnpike.scenario.seed)).toBe(1);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await close();
  });
});

describe('the picture', () => {
  it.each([360, 390, 768, 1024, 1440, 1920])(
    'has no text over another, nothing clipped, at %i px',
    async (width) => {
      const { page, close } = await openLab(site.browser, still(), { viewport: { width, height: 900 } });
      const presets = await page.locator('.pills input').count();
      for (let i = 0; i < presets; i++) {
        await page.locator('.pills label').nth(i).click();
        await page.waitForFunction(() => window.turnpike.summary!.economies[0].tick === 0);
        await stepTimes(page, 6);
        const faults = await page.evaluate(() => {
          const svg = document.querySelector('.axes')!.getBoundingClientRect();
          const texts = [...document.querySelectorAll('.axes text:not([transform])')];
          const boxes = texts.map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
          const found: string[] = [];
          boxes.forEach(({ words, box }, at) => {
            if (box.left < svg.left - 1 || box.right > svg.right + 1 || box.bottom > svg.bottom + 1)
              found.push(`${words} is clipped`);
            for (const other of boxes.slice(at + 1)) {
              // A pixel of slack: boxes have the font's full line height.
              const isApart =
                box.right <= other.box.left + 1 ||
                other.box.right <= box.left + 1 ||
                box.bottom <= other.box.top + 3 ||
                other.box.bottom <= box.top + 3;
              if (!isApart) found.push(`${words} over ${other.words}`);
            }
          });
          if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
          return found;
        });
        expect(faults, `preset ${i + 1}`).toEqual([]);
      }
      await close();
    },
  );
});

/** CPU milliseconds of every task of the pages' main threads in a trace. */
function pageTasks(trace: Buffer): number[] {
  interface Event {
    name: string;
    ph: string;
    pid: number;
    tid: number;
    tdur?: number;
    args: { name?: string };
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Event[] };
  const thread = ({ pid, tid }: Event) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(thread),
  );
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(thread(event)))
    .map(({ tdur = Number.NaN }) => tdur / 1000);
}

describe('speed', () => {
  // figure-1 makes many ticks a second and so many summaries; wrong-beliefs has four economies and every label.
  it.each([
    ['1', 'figure-1'],
    ['5', 'wrong-beliefs'],
  ])('no task blocks the page for 50 ms while 10,000 labs run: preset %s, %s', async (key, name) => {
    const { page, close } = await openLab(site.browser, still());
    await page.keyboard.press(key);
    await page.waitForFunction((wanted) => window.turnpike.scenario.name === wanted, name);
    await fieldOf(page, 'Labs labs').fill('10000');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (window.turnpike.summary?.labs ?? 0) >= 10_000);
    await page.waitForTimeout(500);
    await site.browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
    for (const speed of ['50', 'Infinity']) {
      await page.selectOption('.speed select', speed);
      await page.click('#play');
      await page.waitForTimeout(2500);
      await page.click('#reset');
      await page.evaluate(() => window.turnpike.api.pause());
    }
    const tasks = pageTasks(await site.browser.stopTracing());
    // Enough was seen to speak of: every frame and every summary is a task.
    expect(tasks.length).toBeGreaterThan(200);
    // CPU time of the thread: what it was made to wait for by others (the worker at full speed and software drawing on the
    // same two cores) is the machine's affair, and would only make this a test of how busy the machine is.
    expect(Math.max(...tasks)).toBeLessThanOrEqual(50);
    await close();
  });
});
