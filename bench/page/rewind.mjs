// Any tick of a long run reached again: how soon, with how many bytes of snapshots, and whether the bits are the forward run's.
import { History } from '../../build/lib/core/history.js';
import { loadCore, parseScenario, Simulation } from '../../build/lib/index.js';
import { crowd, openPage, openScenario, quantile, rounded } from './open.mjs';

const LABS = 1000;
const TICKS = 10_000;
const MOVES = 40;

/** The positions to go to: the worst (just before a snapshot) and the rest all over the run. */
function positions(stride) {
  const spread = Array.from({ length: MOVES - 2 }, (_, i) => Math.floor(((i * 0.618034) % 1) * TICKS));
  return [stride - 1, TICKS - 1, ...spread];
}

export async function measureRewind(site) {
  const scenario = crowd(LABS, TICKS);
  const simulation = new Simulation(await loadCore(), parseScenario(scenario));
  const history = new History();
  for (let tick = 0; ; tick++) {
    history.record(tick, () => simulation.snapshot());
    if (tick === TICKS) break;
    simulation.step();
  }
  const wanted = positions(history.stride);
  const forward = new Simulation(await loadCore(), parseScenario(scenario));
  const hashes = new Map();
  for (let tick = 0; tick < TICKS; tick++) {
    if (wanted.includes(tick)) hashes.set(tick, forward.economies[0].hash());
    forward.step();
  }
  const { page, close } = await openPage(site);
  await openScenario(page, scenario);
  await page.selectOption('.speed select', 'Infinity');
  await page.click('#play');
  await page.waitForFunction(() => window.turnpike.summary.ended, undefined, { timeout: 300_000 });
  const times = [];
  let wrong = 0;
  for (const position of wanted) {
    const { time, hash } = await page.evaluate(async (to) => {
      const start = performance.now();
      await window.turnpike.api.seek(to);
      const { base } = await window.turnpike.api.hashes();
      return { time: performance.now() - start, hash: base };
    }, position);
    times.push(time);
    if (hash !== hashes.get(position)) wrong++;
  }
  await close();
  const run = `${TICKS.toLocaleString('en')} ticks, ${LABS.toLocaleString('en')} labs`;
  return [
    {
      what: `rewind, ${run}: any tick, worst of ${MOVES}`,
      most: 300,
      value: rounded(Math.max(...times)),
      unit: 'ms',
      note: `median ${rounded(quantile(times, 0.5))} ms; ${history.stride} ticks between snapshots`,
    },
    { what: 'snapshots', most: 64, value: rounded(history.bytes / 2 ** 20), unit: 'MiB' },
    { what: 'ticks whose hash is not the forward run’s', most: 0, value: wrong, unit: '' },
  ];
}
