import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../web/shared/protocol.ts';
import { openSite } from './browser.mjs';
import { fieldOf, openLab, stepTimes, tickOf } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
let axe: string;
beforeAll(async () => {
  site = await openSite();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

interface Shown {
  clock: { until: number };
  economy: { c: number };
  groups: { name: string; count: number }[];
  variants: { name: string }[];
}
const shown = (page: Page) =>
  page.evaluate(() => window.turnpike.scenario) as Promise<unknown> as Promise<Shown>;
const names = async (page: Page) => (await shown(page)).groups.map(({ name }) => name);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

describe('groups, by keyboard', () => {
  it('are added, named, duplicated, moved and removed, and come back', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    expect(await page.getByRole('button', { name: 'Remove group lab' }).isDisabled()).toBe(true);
    await page.focus('#add-group');
    await page.keyboard.press('Enter');
    // The focus is in the new group's name, all of it selected.
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === 'parity');
    await page.keyboard.type('others');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('input.words'));
    expect(await names(page)).toEqual(['lab', 'others']);
    await page.getByRole('button', { name: 'Duplicate group others' }).focus();
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['lab', 'others', 'others 2']);
    await page.getByRole('button', { name: 'Move up group others 2' }).focus();
    await page.keyboard.press('Space');
    expect(await names(page)).toEqual(['lab', 'others 2', 'others']);
    await page.getByRole('button', { name: 'Remove group others 2' }).focus();
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['lab', 'others']);
    expect(await focused(page)).toBe('add-group');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await names(page)).toEqual(['lab', 'others', 'others 2']);
    await page.keyboard.press('Control+Shift+z');
    expect(await names(page)).toEqual(['lab', 'others 2', 'others']);
    await page.waitForFunction(() => window.turnpike.summary!.labs === 3);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that go say which changes of variants went with them', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.keyboard.press('2');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'parity-vs-turnpike');
    await page.click('#add-group');
    await page.getByRole('button', { name: 'Remove group lab' }).click();
    expect(await page.textContent('.notice')).toMatch(
      /“lab” is gone.*turnpike: lab: rule; it changed nothing else/,
    );
    expect((await shown(page)).variants).toEqual([]);
    await page.click('#undo');
    expect((await shown(page)).variants.map(({ name }) => name)).toEqual(['turnpike']);
    await close();
  });
});

describe('undo', () => {
  it('leaves what is being typed to the field, and takes what was committed', async () => {
    const { page, close } = await openLab(site.browser, still());
    const c = fieldOf(page, 'Training–inference exponent');
    await c.fill('1.3');
    await page.keyboard.press('Enter');
    expect((await shown(page)).economy.c).toBe(1.3);
    await page.keyboard.type('7');
    await page.keyboard.press('Control+z');
    expect((await shown(page)).economy.c).toBe(1.3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+z');
    expect((await shown(page)).economy.c).toBe(1);
    expect(await page.getAttribute('#redo', 'aria-label')).toBe('Redo c');
    await page.click('#redo');
    expect(await c.inputValue()).toBe('1.3');
    await close();
  });
});

it('the end of the run moves while it goes on', async () => {
  const { page, close } = await openLab(site.browser, still());
  await stepTimes(page, 3);
  await page.locator('.section summary', { hasText: 'Clock' }).click();
  await fieldOf(page, 'End of the run').fill('5');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.turnpike.summary!.until === 5);
  expect(await tickOf(page)).toBe(3);
  await close();
});

describe('a lab', () => {
  it('is pinned by a click on its dot and by its number, and says why it chose q', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.summary!.labs === 1);
    await stepTimes(page, 4);
    // Where the one dot is, the worker says: a click there must find it.
    await page.evaluate(() => window.turnpike.api.pin({ economy: 0, group: 0, lab: 0 }));
    await page.waitForSelector('.hover-ring.pinned');
    const ring = (await page.locator('.hover-ring.pinned').boundingBox())!;
    await page.evaluate(() => window.turnpike.api.pin(null));
    await page.waitForSelector('.hover-ring.pinned', { state: 'detached' });
    await page.mouse.click(ring.x + ring.width / 2, ring.y + ring.height / 2);
    await page.waitForSelector('.inspector #why');
    expect(await page.textContent('#why')).toContain('Its split is fixed: q = 0.500');
    await page.getByRole('button', { name: 'Close the inspector' }).click();

    await page.keyboard.press('5');
    await page.waitForFunction(() => window.turnpike.summary!.labs === 1200);
    await stepTimes(page, 3);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('i');
    await page.waitForFunction(() => document.activeElement?.id === 'inspected-lab');
    await page.keyboard.type('42');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('#inspected')?.textContent?.includes('lab 42 of 300'),
    );
    expect(await page.textContent('#why')).toMatch(/(Chips|Training) (are|is) abundant/);
    const { history, K } = (await page.evaluate(() => window.turnpike.api.inspect())) as Inspection;
    expect([...history.t].length).toBe(4);
    expect(history.K[3]).toBe(K);
    await page.fill('#inspected-lab', '301');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.inspector .refusal')).toContain('a whole number from 1 to 300');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('presets', () => {
  it('stand under headings in a list that its key opens and closes, and the keyboard leads through', async () => {
    const { page, close } = await openLab(site.browser, still());
    const focusOf = () =>
      page.evaluate(() => {
        const { open } = document.querySelector<HTMLDetailsElement>('#presets')!;
        return [open, document.activeElement?.matches('[data-preset], #presets > summary')];
      });
    for (const isOpen of [true, false, true]) {
      await page.keyboard.press('p');
      expect(await focusOf()).toEqual([isOpen, true]);
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-preset'))).toBe(
      'wrong-beliefs',
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'foresight');
    expect(await page.evaluate(() => document.querySelector('details#presets')!.hasAttribute('open'))).toBe(
      false,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await close();
  });
});

describe('the lessons', () => {
  it('lead to a control that answers, check the run, and are resumed', async () => {
    const { page, complaints, close } = await openLab(site.browser, `${still()}&lesson=2`);
    expect(await page.evaluate(() => window.turnpike.scenario.name)).toBe('figure-1');
    await page.selectOption('.speed select', 'Infinity');
    await page.click('#play');
    await page.waitForFunction(() => document.querySelector('#verdict')!.textContent!.includes('Not yet'));
    expect(await page.textContent('#verdict')).toContain('It blew up at t = 3.142');
    await page.focus('#lesson-control');
    await page.keyboard.press('Enter');
    expect(
      await page.evaluate(() => document.activeElement?.closest('.control')?.getAttribute('data-asked')),
    ).toBe('true');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0.33');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#verdict.is-answered');
    expect(await page.getByRole('button', { name: '2: How much to train, answered' }).count()).toBe(1);

    // Another way to the same outcome is not what was asked.
    await fieldOf(page, 'Productivity of inference').fill('4');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('#verdict')!.textContent!.includes('a changed too'),
    );

    await page.click('#lesson-next');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'parity-vs-turnpike');
    expect(await page.evaluate(() => new URL(location.href).searchParams.get('lesson'))).toBe('3');
    await page.click('#learn');
    await page.waitForSelector('.lesson', { state: 'detached' });
    await page.reload();
    await page.evaluate(() => window.turnpike.ready);
    await page.keyboard.press('t');
    await page.waitForSelector('.lesson');
    expect(await page.textContent('#lesson-title')).toContain('Onto the turnpike');
    expect(await page.getByRole('button', { name: '2: How much to train, answered' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that do not exist are told in words, and storage full of nonsense is nothing', async () => {
    const { page, close } = await openLab(site.browser, `${still()}&lesson=9`);
    expect(await page.textContent('.notice')).toContain('lesson: got "9"; allowed: 1 to 6');
    await page.evaluate(() => localStorage.setItem('turnpike.lessons', '{"at":7,"answered":{"x":1}'));
    await page.reload();
    await page.evaluate(() => window.turnpike.ready);
    await page.click('#learn');
    await page.waitForSelector('.lesson');
    expect(await page.textContent('#lesson-title')).toContain('Lesson 1 of 6');
    await close();
  });
});

interface Found {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }).axe.run(),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}

const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('accessibility of every mode', () => {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 390],
  ] as const) {
    it(`axe finds nothing, and nothing is cut off, in ${colorScheme} at ${width} px`, async () => {
      const { page, close } = await openLab(site.browser, `${still()}&lesson=4`, {
        colorScheme,
        viewport: { width, height: 844 },
      });
      await page.click('text=Show an answer');
      await page.click('text=Try it');
      await stepTimes(page, 2);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('i');
      await page.waitForSelector('.inspector #why');
      expect(await violationsOf(page)).toEqual([]);
      expect(await isWithin(page)).toBe(true);
      await page.click('#add-group');
      await page.keyboard.press('Escape');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('p');
      expect(await violationsOf(page)).toEqual([]);
      expect(await isWithin(page)).toBe(true);
      await close();
    });
  }
});
