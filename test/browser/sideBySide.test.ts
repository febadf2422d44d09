import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../src/core/loadNode.ts';
import { Simulation } from '../../src/core/simulation.ts';
import { applySet, preset } from '../../src/scenario/index.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { openSite } from './browser.mjs';
import { openLab } from './openLab.ts';
import { compareByKeys, goTo, hashesOf, settled, sidesOf } from './sideBySideLab.ts';

const core = await loadCore();
let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

/** State hashes of a scenario alone, after so many ticks of its base. */
function hashesAlone(of: Scenario, ticks: number): Record<string, string> {
  const simulation = new Simulation(core, of);
  while (simulation.isRunning && simulation.economies[0].tick < ticks) simulation.step();
  return Object.fromEntries(simulation.economies.map((economy) => [economy.name, economy.hash()]));
}

describe('two scenarios side by side', () => {
  it('open, play and close by keyboard; both stand at one t with the bits each has alone; the link brings them back', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('n');
    await page.waitForFunction(() => window.turnpike.scenario.seed !== 1);
    await compareByKeys(page, 'copycats');
    const [a, b] = await sidesOf(page);
    expect([a.name, b.name]).toEqual(['wrong-beliefs', 'copycats']);
    expect(b.seed).toBe(a.seed);
    expect(await page.textContent('.compare-bar')).toContain(`one seed, ${a.seed}`);

    // Slowly, so that neither has ended before it is paused.
    await page.selectOption('.speed select', '5');
    await page.focus('#play');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => window.turnpike.summary!.position >= 5);
    await page.keyboard.press('Space');
    await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => !summary!.playing));
    const now = await sidesOf(page);
    expect(now[0].position).toBe(now[1].position);
    // Intervals of 0.02 and of 0.05: five ticks of one are two of the other, but for the rounding of their sums.
    expect(now[0].t).toBeCloseTo(now[1].t, 12);
    expect(now[1].tick / now[0].tick).toBe(2.5);
    expect(await page.locator('.side-numbers dd').first().textContent()).toBe(
      await page.locator('.side-numbers').nth(1).locator('dd').first().textContent(),
    );
    for (const [side, { name, seed, tick }] of now.entries())
      expect(await hashesOf(page, side as 0 | 1), name).toEqual(
        hashesAlone(applySet(preset(name), 'seed', seed), tick),
      );

    await page.keyboard.press(',');
    await page.waitForFunction((to) => window.turnpike.summary!.position === to, now[0].position - 1);
    const back = await sidesOf(page);
    expect(back[0].t).toBeCloseTo(back[1].t, 12);
    await goTo(page, 15);

    await page.keyboard.press('l');
    await page.waitForFunction(() => document.querySelector('#copy-link.told') !== null);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('&with=');
    const other = await openLab(site.browser, link);
    await settled(other.page, 2);
    expect((await sidesOf(other.page)).map(({ name, seed }) => [name, seed])).toEqual(
      now.map(({ name, seed }) => [name, seed]),
    );
    await goTo(other.page, 15);
    for (const side of [0, 1] as const)
      expect(await hashesOf(other.page, side)).toEqual(await hashesOf(page, side));
    await other.close();

    // The other is chosen, then closed: the first goes on alone from where it stands.
    await page.keyboard.press('o');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'copycats');
    const alone = await hashesOf(page, 0);
    await page.focus('[data-close="B"]');
    await page.keyboard.press('Enter');
    await settled(page, 1);
    expect(await page.locator('.stage-of').count()).toBe(1);
    expect(await page.locator('.readouts').count()).toBe(1);
    expect(await page.evaluate(() => window.turnpike.scenario.name)).toBe('wrong-beliefs');
    // Fifteen steps of 0.1 are thirty of its own intervals.
    await page.waitForFunction(() => window.turnpike.summary!.position === 30);
    expect((await sidesOf(page))[0].t).toBeCloseTo(1.5, 12);
    expect(await hashesOf(page, 0)).toEqual(alone);
    await page.waitForFunction(() => !location.hash.includes('&with='));
    expect(complaints).toEqual([]);
    await close();
  });

  it('where one ends early, it stays at its end and says so while the other goes on', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    await compareByKeys(page, 'foresight');
    // Intervals of 0.05 and of 0.1: the clock's step is the longer one.
    await goTo(page, 20);
    const [a, b] = await sidesOf(page);
    expect([a.tick, b.tick]).toEqual([40, 20]);
    expect(a.t).toBeCloseTo(b.t, 12);
    await goTo(page, 50);
    const [ended, running] = await sidesOf(page);
    expect(ended).toMatchObject({ status: 'blow-up' });
    expect(ended.t).toBeLessThan(Math.PI);
    expect(running).toMatchObject({ status: 'running', tick: 50 });
    expect(await page.locator('.side-ended').first().textContent()).toContain('blew up and stays there');
    await page.waitForFunction(() =>
      document.querySelector('#apart')?.textContent?.includes('different times'),
    );
    expect(await page.textContent('#live')).toMatch(/A: .*B: /);
    expect(complaints).toEqual([]);
    await close();
  });

  it('a copy is changed, not what it is a copy of; what differs is told in words and numbers; undo closes it', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.keyboard.press('c');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-beside') === 'copy');
    await page.keyboard.press('Enter');
    await settled(page, 2);
    expect(await page.textContent('#controls-title')).toContain('of B');
    expect(await page.getAttribute('[data-edit="B"]', 'aria-pressed')).toBe('true');
    await page.waitForSelector('.differences');
    expect(await page.textContent('.differences')).toContain('Nothing differs yet');
    await page.locator('[data-path="economy.sigma"] input[type=text]').fill('0.25');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.worded');
    expect(await page.locator('.worded tbody tr').allTextContents()).toEqual(['Spillover σ10.25']);
    await page.evaluate(() => window.turnpike.ready);
    await goTo(page, 10);
    const cells = (symbol: string) =>
      page
        .locator('.compared tbody tr', { has: page.getByText(symbol, { exact: true }) })
        .first()
        .locator('td');
    const [K, KB, difference, ratio] = await cells('K').allTextContents();
    expect(Number(KB)).toBeLessThan(Number(K));
    expect(difference).toMatch(/^−/);
    expect(Number(ratio)).toBeCloseTo(Number(KB) / Number(K), 2);
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.worded', { state: 'detached' });
    await page.keyboard.press('Control+z');
    await settled(page, 1);
    await page.keyboard.press('Control+Shift+z');
    await settled(page, 2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('the crosshair goes through both, and what both say at that time is shown', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await compareByKeys(page, 'copycats');
    await goTo(page, 12);
    const rect = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('.figure .mark-title')];
      const title = texts.find((text) => text.textContent === 'All chips')!;
      title.scrollIntoView({ block: 'center' });
      const { left, bottom } = title.getBoundingClientRect();
      return { left, bottom };
    });
    await page.mouse.move(rect.left + 90, rect.bottom + 60);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.figure')].every(
        (figure) => figure.querySelectorAll('.mark-cross').length > 1 && figure.querySelector('.hover-card'),
      ),
    );
    const titles = await page.locator('.hover-card strong').allTextContents();
    expect(titles).toHaveLength(2);
    expect(titles[0]).toBe(titles[1]);
    expect(complaints).toEqual([]);
    await close();
  });
});
