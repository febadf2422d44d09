import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { openLab } from './openLab.ts';
import { compareByKeys, goTo, hashesOf, settled, sidesOf } from './sideBySideLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

describe('two scenarios side by side', () => {
  it('a reload brings both back where they stood; the axes are the same until the reader parts them', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await compareByKeys(page, 'copycats');
    await goTo(page, 12);
    await page.keyboard.press('x');
    await page.waitForFunction(() => window.turnpike.sides[0].scenario.name === 'copycats');
    await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary?.position === 12));
    const before = [await hashesOf(page, 0), await hashesOf(page, 1)];
    const domains = () =>
      page.evaluate(() => window.turnpike.sides.map(({ summary }) => summary!.domains.chips.y.join()));
    const [one, other] = await domains();
    expect(one).toBe(other);
    await page.uncheck('#share-axes');
    await page.waitForFunction(() => {
      const [a, b] = window.turnpike.sides.map(({ summary }) => summary!.domains.chips.x.join());
      return a !== b;
    });
    await page.waitForFunction(() => location.hash.includes('&with='));
    await page.reload();
    await page.waitForFunction(() => window.turnpike !== undefined);
    await settled(page, 2);
    await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary?.position === 12));
    expect([await hashesOf(page, 0), await hashesOf(page, 1)]).toEqual(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it('a link brings back the chosen side, axes that are apart, and the lab that is inspected', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await compareByKeys(page, 'copycats');
    await page.keyboard.press('o');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'copycats');
    await page.uncheck('#share-axes');
    await page.keyboard.press('i');
    await page.waitForFunction(() => document.activeElement?.id === 'inspected-lab');
    await page.fill('#inspected-lab', '7');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#inspected')?.textContent?.includes('lab 7'));
    await page.waitForFunction(() => location.search.includes('lab=1.1.7'));
    const link = await page.evaluate(() => location.href);
    expect(new URL(link).search).toContain('side=B&axes=apart&lab=1.1.7');
    const other = await openLab(site.browser, link);
    await settled(other.page, 2);
    await other.page.waitForFunction(() =>
      document.querySelector('#inspected')?.textContent?.includes('lab 7'),
    );
    expect(await other.page.evaluate(() => window.turnpike.scenario.name)).toBe('copycats');
    expect(await other.page.isChecked('#share-axes')).toBe(false);
    expect((await sidesOf(other.page)).map(({ name }) => name)).toEqual(['wrong-beliefs', 'copycats']);
    await other.page.waitForFunction(() => {
      const [a, b] = window.turnpike.sides.map(({ summary }) => summary!.domains.chips.x.join());
      return a !== b;
    });
    // Who goes back to the first side, its axes and no lab has a link that says nothing of them.
    await other.page.getByRole('button', { name: 'Close the inspector' }).click();
    await other.page.keyboard.press('o');
    await other.page.check('#share-axes');
    await other.page.waitForFunction(() => location.search === '?autoplay=0');
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.close();
    await close();
  });

  it('exports carry both, and a saved result opens both again', async () => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await compareByKeys(page, 'copycats');
    await goTo(page, 6);
    const saved = async (words: string) => {
      await page.locator('summary', { hasText: 'Save' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words }).click(),
      ]);
      return { name: download.suggestedFilename(), path: await download.path() };
    };
    const svg = await saved('Drawing');
    expect(svg.name).toBe('wrong-beliefs-beside-copycats.svg');
    const drawing = await readFile(svg.path, 'utf8');
    expect(drawing).toMatch(/A: .*wrong|A: /);
    expect(drawing.match(/>All chips</g)).toHaveLength(2);
    expect(drawing).toContain('&quot;beside&quot;');
    const png = await saved('Picture');
    expect((await readFile(png.path)).toString('latin1')).toContain('"beside"');
    const csv = await saved('Record of every tick of A');
    expect(csv.name).toBe('wrong-beliefs.csv');
    const json = await saved('Both and their results');
    const hashes = [await hashesOf(page, 0), await hashesOf(page, 1)];
    const { page: fresh, close: done } = await openLab(site.browser, still());
    await fresh.setInputFiles('#open-file', json.path);
    await settled(fresh, 2);
    await goTo(fresh, 6);
    expect([await hashesOf(fresh, 0), await hashesOf(fresh, 1)]).toEqual(hashes);
    await done();
    expect(complaints).toEqual([]);
    await close();
  });

  it('a lost worker brings both back to where they were', async () => {
    const { page, close } = await openLab(site.browser, still());
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
    await compareByKeys(page, 'parity-vs-turnpike');
    await goTo(page, 20);
    const before = [await hashesOf(page, 0), await hashesOf(page, 1)];
    const lab = page.workers().find((worker) => worker.url().includes('worker'))!;
    await lab.evaluate(() => {
      setTimeout(() => {
        throw new Error('lost');
      });
    });
    await page.waitForSelector('.notice.error');
    await page.waitForFunction(() => window.turnpike.api !== null);
    await settled(page, 2);
    await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary?.position === 20));
    expect([await hashesOf(page, 0), await hashesOf(page, 1)]).toEqual(before);
    await page.keyboard.press('.');
    await page.waitForFunction(() => window.turnpike.sides.every(({ summary }) => summary?.position === 21));
    await close();
  });

  it('stands inside another page too', async () => {
    const { page, close } = await openLab(site.browser, still());
    await compareByKeys(page, 'copycats');
    await page.waitForFunction(() => location.hash.includes('&with='));
    const hash = await page.evaluate(() => location.hash);
    const embedded = await openLab(
      site.browser,
      `${still()}&embed=1&hide=controls,presets,tables,footer${hash}`,
    );
    await settled(embedded.page, 2);
    expect(await embedded.page.textContent('h1')).toContain(' beside ');
    expect(await embedded.page.locator('.figure').count()).toBe(2);
    expect(await embedded.page.locator('[data-close], .differences').count()).toBe(0);
    expect(embedded.complaints).toEqual([]);
    await embedded.close();
    await close();
  });
});
