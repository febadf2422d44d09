// Random states through the address and through JSON: is the state hash the same in the page and on the command line?
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { encodeLink, loadCore, parseScenario, Simulation } from '../../build/lib/index.js';
import { openPage } from './open.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Random legal scenarios, drawn as the tests draw them, from a fixed seed. */
async function randomScenarios(count, folder) {
  const outfile = join(folder, 'arbitrary.mjs');
  await build({
    stdin: {
      contents: `export { scenario } from './arbitrary.ts'; export { default as fc } from 'fast-check';`,
      resolveDir: file('../../test/src/scenario'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
  });
  const { scenario, fc } = await import(pathToFileURL(outfile).href);
  return fc.sample(scenario('tame'), { numRuns: count, seed: 20260101 });
}

/** State hashes by economy, as `turnpike run` says them. */
async function onCommandLine(argument) {
  const child = spawn(process.execPath, [file('../../build/lib/cli/main.js'), 'run', argument, '--json']);
  let text = '';
  let errors = '';
  child.stdout.on('data', (piece) => (text += piece));
  child.stderr.on('data', (piece) => (errors += piece));
  await new Promise((resolve) => child.on('close', resolve));
  if (text === '') throw new Error(errors);
  const { stateHash, variants } = JSON.parse(text);
  const others = Object.entries(variants).map(([name, { stateHash: hash }]) => [name, hash]);
  return { base: stateHash, ...Object.fromEntries(others) };
}

/** Opens another scenario in between, so that what is compared was opened anew; waits until the page has what `act` opens. */
async function open(page, act) {
  await page.keyboard.press('1');
  await page.waitForFunction(() => window.turnpike.scenario.name === 'figure-1');
  await page.evaluate(() => {
    window.before = window.turnpike.scenario;
  });
  await act();
  try {
    await page.waitForFunction(() => window.turnpike.scenario !== window.before);
  } catch (error) {
    const words = await page.evaluate(() => document.querySelector('.notices')?.textContent);
    throw new Error(`the page did not open it: ${words}`, { cause: error });
  }
}

async function inPage(page) {
  await page.evaluate(() => window.turnpike.ready);
  return page.evaluate(async () => {
    await window.turnpike.api.seek(Number.MAX_SAFE_INTEGER);
    return window.turnpike.api.hashes();
  });
}

const same = (one, other) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

export async function measureLinks(site, { states }) {
  const folder = mkdtempSync(join(tmpdir(), 'turnpike-links-'));
  const scenarios = await randomScenarios(states, folder);
  const core = await loadCore();
  const { page, close } = await openPage(site);
  const wrong = { link: 0, json: 0 };
  let longest = 0;
  try {
    for (const [i, scenario] of scenarios.entries()) {
      const simulation = new Simulation(core, scenario);
      while (simulation.isRunning) simulation.step();
      const wanted = Object.fromEntries(
        simulation.economies.map((economy) => [economy.name, economy.hash()]),
      );
      const link = encodeLink(scenario);
      longest = Math.max(longest, link.length);
      const path = join(folder, `${i}.json`);
      const json = JSON.stringify(parseScenario(scenario));
      writeFileSync(path, json);
      const cli = [onCommandLine(`#${link}`), onCommandLine(path)];
      await open(page, () =>
        page.evaluate((hash) => {
          location.hash = hash;
        }, link),
      );
      const byLink = await inPage(page);
      await open(page, () =>
        page.setInputFiles('#open-file', {
          name: 'state.json',
          mimeType: 'application/json',
          buffer: Buffer.from(json),
        }),
      );
      const byJson = await inPage(page);
      const [cliLink, cliJson] = await Promise.all(cli);
      if (!same(byLink, wanted) || !same(cliLink, wanted)) wrong.link++;
      if (!same(byJson, wanted) || !same(cliJson, wanted)) wrong.json++;
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
  const note = `of ${states} random states, page and command line against the library`;
  return [
    { what: 'links with another state hash', most: 0, value: wrong.link, unit: '', note },
    { what: 'JSON files with another state hash', most: 0, value: wrong.json, unit: '', note },
    { what: 'longest of these links', most: null, value: longest, unit: 'characters' },
  ];
}
