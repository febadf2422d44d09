import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { LabApi, Summary } from '../../web/shared/protocol.ts';

/** What the page exposes for tests (web/page/main.tsx). */
declare global {
  interface Window {
    turnpike: {
      ready: Promise<void>;
      api: LabApi;
      scenario: { name: string; seed: number };
      summary: Summary | null;
      sides: { scenario: { name: string; seed: number }; summary: Summary | null }[];
    };
    violations: string[];
  }
}

export interface Lab {
  page: Page;
  /** Everything that should not happen: console errors, exceptions, CSP violations, requests to elsewhere. */
  complaints: string[];
  close(): Promise<void>;
}

/** Opens the page in a fresh profile and waits until its first run is loaded. */
export async function openLab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Lab> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOfTheDriver(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin)
      complaints.push(`request to ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(url);
  await page.waitForFunction(() => window.turnpike !== undefined);
  await page.evaluate(() => window.turnpike.ready);
  return { page, complaints, close: () => context.close() };
}

/** Software WebGL says that it is slow to read pixels; that is the machine's business, not the page's. */
const isOfTheDriver = (text: string): boolean => /GL Driver Message|GPU stall/.test(text);

/** The text field of the first control with this name. */
export const fieldOf = (page: Page, label: string): Locator =>
  page.locator('.control', { hasText: label }).first().locator('input[type=text]');

export const tickOf = (page: Page): Promise<number> =>
  page.evaluate(() => window.turnpike.summary?.economies[0].tick ?? -1);

export const hashesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => window.turnpike.api.hashes());

/** Steps by the page's own button, each one waited for. */
export async function stepTimes(page: Page, times: number): Promise<void> {
  await page.evaluate(() => window.turnpike.ready);
  for (let i = 0; i < times; i++) {
    const before = await tickOf(page);
    await page.click('#step');
    await page.waitForFunction((tick) => (window.turnpike.summary?.economies[0].tick ?? -1) > tick, before);
  }
}

export async function waitForTick(page: Page, tick: number): Promise<void> {
  await page.waitForFunction((least) => (window.turnpike.summary?.economies[0].tick ?? -1) >= least, tick);
}

/** Makes the page believe that it is looked at, or that it is not. */
export const look = (page: Page, isLookedAt: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !isLookedAt);

/** Pixels of the figure's picture that have this colour. Axes and labels are hidden first. */
export async function pixelsOf(page: Page, color: string): Promise<number> {
  await page.evaluate(() => document.querySelector('.axes')!.setAttribute('visibility', 'hidden'));
  const picture = (await page.locator('.figure').screenshot()).toString('base64');
  await page.evaluate(() => document.querySelector('.axes')!.removeAttribute('visibility'));
  return page.evaluate(
    async ([base64, wanted]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      pen.drawImage(bitmap, 0, 0);
      const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 40) count++;
      }
      return count;
    },
    [picture, color] as const,
  );
}

/** Settles once the present scenario is loaded. */
export const ready = (page: Page) => page.evaluate(() => window.turnpike.ready);

export const nameOf = (page: Page) => page.evaluate(() => window.turnpike.scenario.name);

/** Colour of the optimum's lines on light (css/tokens.css). */
export const optimumColor = '#b84a00';
