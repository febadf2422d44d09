// How soon the page can be seen and runs, from a cold cache, and what it loads before that.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { median, rounded } from './open.mjs';

const ROUNDS = 7;
const built = (name) => readFileSync(fileURLToPath(new URL(`../../build/web/${name}`, import.meta.url)));

/** Bytes, packed, of the scripts that index.html asks for: all that page.js imports is among them. */
function scriptBytes() {
  const names = [...String(built('index.html')).matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(
    ([, name]) => name,
  );
  return names.reduce((sum, name) => sum + gzipSync(built(name)).length, 0);
}

async function once({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.started = new Promise((resolve) => {
      const look = () =>
        window.turnpike?.summary?.economies[0].tick >= 1
          ? resolve(performance.now())
          : requestAnimationFrame(look);
      requestAnimationFrame(look);
    });
  });
  await page.goto(url);
  const running = await page.evaluate(() => window.started);
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
  );
  await context.close();
  return { paint, running };
}

export async function measureStart(site) {
  await once(site); // the browser's own first page is not the page's
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await once(site));
  const note = `median of ${ROUNDS} fresh profiles`;
  return [
    {
      what: 'first paint',
      most: 1000,
      value: Math.round(median(rounds.map(({ paint }) => paint))),
      unit: 'ms',
      note,
    },
    {
      what: 'running (first tick shown)',
      most: 2000,
      value: Math.round(median(rounds.map(({ running }) => running))),
      unit: 'ms',
      note,
    },
    {
      what: 'scripts before first paint, gzip',
      most: 120,
      value: rounded(scriptBytes() / 1000),
      unit: 'kB',
    },
  ];
}
