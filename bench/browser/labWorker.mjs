// In a browser's worker: the core and typed arrays in turns, and what a frame of a large economy takes. Posts the results.
import { Simulation } from '../../build/lib/core/index.js';
import { loadCore } from '../../build/lib/core/loadWeb.js';
import { parseScenario } from '../../build/lib/scenario/index.js';
import * as eulerTypedArrays from '../contestants/euler/typedArrays.mjs';
import * as paperTypedArrays from '../contestants/paper/typedArrays.mjs';
import { scenarioOf, simulateWith } from '../contestants/simulate.mjs';
import { euler, paper } from '../economies.mjs';
import { checkAgreement, median, timeContestants } from '../timing.mjs';

const FRAME_LABS = 100_000;

const library = {
  Simulation,
  parseScenario,
  core: await loadCore(new URL('core.wasm', import.meta.url)),
};

const coreFor = (economy) => ({
  name: 'Turnpike core (WebAssembly, 128-bit SIMD)',
  create: (N, h) => simulateWith(library, scenarioOf(economy, N, h)),
});

/** By size, the results of the core and of typed arrays. */
async function compare(economy, typedArrays, { sizes, effort }) {
  const contestants = [coreFor(economy), typedArrays];
  const results = [];
  for (const N of sizes) {
    await checkAgreement(contestants, economy, N);
    results.push(await timeContestants(contestants, economy, N, effort));
  }
  return { names: contestants.map(({ name }) => name), results };
}

/** Milliseconds of one frame that takes so many ticks: the median and the least of many. */
function frames(economy, ticks, { rounds }) {
  const runner = simulateWith(library, scenarioOf(economy, FRAME_LABS, economy.h));
  for (let i = 0; i < 20; i++) runner.time(ticks);
  const times = Array.from({ length: 5 * rounds }, () => runner.time(ticks));
  return { median: median(times), least: Math.min(...times) };
}

self.addEventListener('message', async ({ data: options }) => {
  try {
    postMessage({
      paper: await compare(paper, paperTypedArrays, options),
      euler: await compare(euler, eulerTypedArrays, options),
      frames: { sixth: frames(paper, 1, options.effort), euler: frames(euler, 10, options.effort) },
    });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});
postMessage('ready');
