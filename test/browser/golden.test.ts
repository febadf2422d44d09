import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenRuns } from '../golden/runs.ts';
import { layout as plan, theme } from '../web/render/theme.ts';
import { openSite } from './browser.mjs';
import { workerLab } from './workerLab.ts';

type Site = Awaited<ReturnType<typeof openSite>>;
type Lab = Awaited<ReturnType<typeof workerLab>>;

const golden = JSON.parse(readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8'));
let site: Site;
let lab: Lab;
beforeAll(async () => {
  site = await openSite();
  const page = await site.browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.goto(`${site.url}?autoplay=0`);
  lab = await workerLab(page, { ...plan, ratio: 1 }, theme, true);
});
afterAll(() => site.close());

describe('golden state hashes in the browser, while it draws', () => {
  it.each(Object.keys(goldenRuns))('%s', async (name) => {
    await lab.call('load', [goldenRuns[name]]);
    const ends = (hashes: Record<string, { start: string; end: string }>, key: 'start' | 'end') =>
      Object.fromEntries(Object.entries(hashes).map(([economy, checkpoints]) => [economy, checkpoints[key]]));
    expect(await lab.call('hashes')).toEqual(ends(golden.runs[name], 'start'));
    // The last run's final summary must not be taken for this one's.
    await lab.until(({ economies }) => economies.every(({ tick }) => tick === 0));
    await lab.call('setSpeed', Number.POSITIVE_INFINITY);
    await lab.call('play');
    await lab.until(({ ended }) => ended);
    expect(await lab.call('hashes')).toEqual(ends(golden.runs[name], 'end'));
  });
});
