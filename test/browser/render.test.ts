import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preset } from '../../src/scenario/index.ts';
import { serve } from '../../web/serve.mjs';
import { layout as plan, theme } from '../web/render/theme.ts';
import { crowd, hashesOf, scenario } from '../web/worker/lab.ts';
import { openSite } from './browser.mjs';
import { findBrowser } from './findBrowser.mjs';
import { countColor, type Picture, workerLab } from './workerLab.ts';

const layout = { ...plan, ratio: 1 };
const { phase, chips, share } = layout.panels;
type Site = Awaited<ReturnType<typeof openSite>>;

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.goto(`${site.url}?autoplay=0`);
});
afterAll(() => site.close());

/** Runs figure 1 to its end and looks at the picture. */
async function figure1(on: Page, webgl: boolean) {
  const lab = await workerLab(on, layout, theme, webgl);
  await lab.call('load', [preset('figure-1')]);
  await lab.call('setSpeed', Number.POSITIVE_INFINITY);
  await lab.call('play');
  const { renderer } = await lab.until(({ ended }) => ended);
  await on.waitForTimeout(300);
  return { renderer, picture: await lab.picture() };
}

function expectFigure1(picture: Picture): void {
  // K along the phase plane and over time, V, the two shares, and empty paper.
  expect(countColor(picture, phase, theme.rules.fixed)).toBeGreaterThan(300);
  expect(countColor(picture, chips, theme.rules.fixed)).toBeGreaterThan(200);
  expect(countColor(picture, chips, theme.optimum)).toBeGreaterThan(100);
  expect(countColor(picture, share, theme.rules.fixed)).toBeGreaterThan(200);
  expect(countColor(picture, share, theme.optimum)).toBeGreaterThan(100);
  expect(countColor(picture, phase, theme.surface)).toBeGreaterThan(0.9 * phase.width * phase.height);
}

describe('the worker of the built page', () => {
  it('draws figure 1 with WebGL, the same as with Canvas2D', async () => {
    const webgl = await figure1(page, true);
    expect(webgl.renderer).toBe('webgl-worker');
    expectFigure1(webgl.picture);
    const canvas = await figure1(page, false);
    expect(canvas.renderer).toBe('canvas2d-worker');
    expectFigure1(canvas.picture);
    // Edges are smoothed by other means; nothing else may differ.
    const differing = webgl.picture.data.filter(
      (part, i) => Math.abs(part - canvas.picture.data[i]) > 100,
    ).length;
    expect(differing / webgl.picture.data.length).toBeLessThan(0.005);
  });

  it.each([
    ['a crowd with luck', crowd],
    ['figure-1', preset('figure-1')],
    ['parity-vs-turnpike', preset('parity-vs-turnpike')],
    ['wrong-beliefs', preset('wrong-beliefs')],
  ])('gives the hashes of Node for %s, whatever is drawn', async (_, tried) => {
    const lab = await workerLab(page, layout, theme, true);
    await lab.call('load', [tried]);
    await lab.call('setSpeed', Number.POSITIVE_INFINITY);
    await lab.call('play');
    await lab.until(({ ended }) => ended);
    expect(await lab.call('hashes')).toEqual(hashesOf(tried));
  });

  it('shows the picture again after the GPU process died', async () => {
    const lab = await workerLab(page, layout, theme, true);
    await lab.call('load', [scenario({ clock: { h: 0.001, until: 3.1 } })]);
    await lab.call('setSpeed', 100);
    await lab.call('play');
    const before = await lab.until(({ economies }) => economies[0].tick > 20);
    const session = await site.browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess');
    await lab.until(({ pictureLost }) => pictureLost);
    await lab.until(({ pictureLost }) => !pictureLost);
    await lab.until(({ economies }) => economies[0].tick > before.economies[0].tick + 100);
    await lab.call('pause');
    await page.waitForTimeout(500);
    expect(countColor(await lab.picture(), share, theme.rules.fixed)).toBeGreaterThan(5);
    expect(countColor(await lab.picture(), chips, theme.optimum)).toBeGreaterThan(100);
  });
});

it('falls back to Canvas2D in a browser without WebGL', async () => {
  const served = await serve();
  // Without a GPU and without software for one; --disable-3d-apis would leave WebGL to workers.
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-software-rasterizer'],
  });
  try {
    const bare = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await bare.goto(`${served.url}?autoplay=0`);
    const { renderer, picture } = await figure1(bare, true);
    expect(renderer).toBe('canvas2d-worker');
    expectFigure1(picture);
  } finally {
    await browser.close();
    await served.close();
  }
});
