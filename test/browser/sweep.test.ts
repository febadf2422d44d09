import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseExperiment, Runner } from '../../src/experiment/index.ts';
import { core } from '../src/core/harness.ts';
import { launchBrowser } from './browser.mjs';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = {
  scenario: 'wrong-beliefs',
  factors: [
    { path: 'economy.c', kind: 'lognormal', median: 1, spread: 0.2 },
    { path: 'groups.believers.count', name: 'labs', kind: 'list', values: [30, 60] },
  ],
  design: { type: 'sobol', n: 8 },
  replications: { count: 2 },
  measures: { summary: ['ticks', 'K', 'T', 'q', 'blowUpTime', 'stateHash'], series: { every: 10 } },
};

/** The library's part of a page that sweeps: what a program in a browser would write. */
const page = `
  import { loadCore } from './src/core/loadWeb.ts';
  import { hireWeb, parseExperiment, sweep } from './src/experiment/index.ts';
  globalThis.sweepAll = async (asked, workers) => {
    const core = await loadCore('core.wasm');
    const records = [];
    for await (const record of sweep(parseExperiment(asked), { core, hire: hireWeb('worker.js'), workers }))
      records.push({ ...record, economies: record.economies.map((e) => ({ ...e, series: [...e.series].map(String) })) });
    return { hash: core.hash, records: records.sort((x, y) => x.run - y.run) };
  };`;

async function bundled(entry: object): Promise<string> {
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    format: 'esm',
    write: false,
    absWorkingDir: root,
  });
  return outputFiles[0].text;
}

let server: Server;
let browser: Browser;
beforeAll(async () => {
  const files: Record<string, [type: string, body: string | Buffer]> = {
    '/': ['text/html', '<!doctype html><script type="module" src="page.js"></script>'],
    '/page.js': [
      'text/javascript',
      await bundled({ stdin: { contents: page, resolveDir: root, loader: 'ts' } }),
    ],
    '/worker.js': ['text/javascript', await bundled({ entryPoints: ['src/experiment/pool/workerWeb.ts'] })],
    '/core.wasm': ['application/wasm', readFileSync(new URL('../../build/core.wasm', import.meta.url))],
  };
  server = createServer(({ url }, response) => {
    const [type, body] = files[url ?? ''] ?? ['text/plain', ''];
    response.setHeader('Content-Type', type).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a sweep on two workers of a browser has the records of one in Node, to the bit', async () => {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { hash, records } = await tab.evaluate(
    (given) =>
      (
        globalThis as unknown as {
          sweepAll: (...args: unknown[]) => Promise<{ hash: string; records: unknown[] }>;
        }
      ).sweepAll(given, 2),
    asked,
  );
  const runner = new Runner(core, parseExperiment(asked));
  const expected = Array.from({ length: runner.plan.runs }, (_, run) => {
    const record = runner.run(run);
    const economies = record.economies.map((e) => ({ ...e, series: [...e.series!].map(String) }));
    return { ...record, economies };
  });
  expect(hash).toBe(core.hash);
  expect(expected.length).toBe(32);
  expect(records).toEqual(expected);
});
