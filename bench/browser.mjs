// The core beside typed arrays in a worker of the system's Chromium, headless, and how long a frame of 100,000 labs takes
// there: npm run bench:browser.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { launchBrowser } from '../test/browser/browser.mjs';
import { optionsOf } from '../web/options.mjs';
import { serve } from '../web/serve.mjs';
import { machine } from './report/machine.mjs';
import { count, figure, table } from './report/table.mjs';
import { writeSections } from './report/write.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = file('../build/bench/browser/');

const help = `npm run bench:browser [-- --quick] [--write]
  --quick   fewer rounds
  --write   puts the tables into bench/README.md`;
const values = optionsOf(help, { quick: { type: 'boolean' }, write: { type: 'boolean' } });
const options = {
  effort: values.quick ? { rounds: 9, slice: 15 } : { rounds: 45, slice: 15 },
  sizes: [10, 1000, 100_000],
};

async function build() {
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [file('browser/labWorker.mjs')],
    outfile: `${folder}labWorker.js`,
    bundle: true,
    format: 'esm',
    target: ['es2022'],
    logLevel: 'silent',
  });
  await copyFile(file('../build/core.wasm'), `${folder}core.wasm`);
  await writeFile(`${folder}index.html`, '<!doctype html><meta charset="utf-8"><title>Bench</title>\n');
}

/** Runs in the page: starts the worker and resolves to what it posts. */
function inPage(given) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('labWorker.js', { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data === 'ready') worker.postMessage(given);
      else if (data.error) reject(new Error(data.error));
      else resolve(data);
    };
  });
}

async function measure() {
  const site = await serve({ folder });
  const browser = await launchBrowser({ webgl: false });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    return { version: browser.version(), ...(await page.evaluate(inPage, options)) };
  } finally {
    await browser.close();
    await site.close();
  }
}

function compared(title, { names, results }) {
  const rows = names.map((name, i) => [
    name,
    ...results.map((at) => {
      const { median, least, ratio } = at[i];
      return `${figure(median)} (${figure(least)})${i > 0 ? ` ${figure(ratio)}×` : ''}`;
    }),
  ]);
  return `${title}\n\n${table(['', ...options.sizes.map((N) => `N = ${count(N)}`)], rows)}`;
}

const frame = (name, { median, least }) => [name, median.toFixed(1), least.toFixed(1)];

await build();
const { version, paper, euler, frames } = await measure();
const text = [
  machine(`in a worker of Chromium ${version}`),
  'ns per lab-tick: the median of the rounds, in brackets the least; ratio to the core within a round.',
  compared('Sixth-order tick of the paper economy with spillover:', paper),
  compared('Euler tick of the reference economy:', euler),
  `A live frame, 100,000 labs in the worker, milliseconds:\n\n${table(
    ['', 'median', 'least'],
    [frame('one sixth-order tick', frames.sixth), frame('ten Euler ticks', frames.euler)],
  )}`,
].join('\n\n');
console.log(text);
if (values.write) writeSections(file('README.md'), { browser: text });
