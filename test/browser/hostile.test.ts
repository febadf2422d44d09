import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from './browser.mjs';
import { nameOf, openLab, stepTimes } from './openLab.ts';

let site: { url: string; browser: Browser; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const still = () => `${site.url}?autoplay=0`;

describe('hostile input', () => {
  const whole = '1.e30.0erm6hn';
  it.each([
    ['cut', '#1.e30.0er'],
    ['of another version', `#2${whole.slice(1)}`],
    ['of a million characters', `#1.${'A'.repeat(1_000_000)}.0erm6hn`],
    ['with markup', '#<img src=x onerror=alert(1)>'],
  ])('a link %s is refused in words', async (_, hash) => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice')).toMatch(/link: got .*allowed: /);
    expect(await page.locator('.notice img').count()).toBe(0);
    await stepTimes(page, 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['of ten million characters', `{"name": "${'x'.repeat(10_500_000)}"}`],
    ['of brackets alone', '['.repeat(5_000_000)],
    ['that reaches for prototypes', '{"__proto__": {"polluted": 1}, "constructor": 1}'],
  ])('a file %s is refused, and nothing changes', async (_, content) => {
    const { page, complaints, close } = await openLab(site.browser, still());
    await page.setInputFiles('#open-file', {
      name: 'hostile.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await page.waitForSelector('.notice.error');
    const words = (await page.textContent('.notice'))!;
    expect(words).toContain('was not opened. Nothing was changed.');
    expect(words.length).toBeLessThan(2000);
    expect(await nameOf(page)).toBe('wrong-beliefs');
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await stepTimes(page, 1);
    expect(complaints).toEqual([]);
    await close();
  });
});
