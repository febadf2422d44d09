// Where the time goes: V8's sampling profiler on a build of the core that keeps its functions' names.
import { Session } from 'node:inspector/promises';
import { variant } from '../contestants/builds.mjs';
import { simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { euler, paper } from '../economies.mjs';
import { count, figure, table } from '../report/table.mjs';

const N = 1000;
/** Rows below this share are added up. */
const SHOWN = 0.01;

/** Self time by function name, largest first, as shares of all samples in the core. */
async function sample(runner, milliseconds) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  let spent = 0;
  while (spent < milliseconds) spent += runner.time(100);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const names = new Map(
    profile.nodes
      .filter(({ callFrame }) => callFrame.url.startsWith('wasm:'))
      .map(({ id, callFrame }) => [id, callFrame.functionName.replace(/^assembly\//, '')]),
  );
  const self = new Map();
  for (const id of profile.samples) {
    const name = names.get(id) ?? 'outside the core';
    self.set(name, (self.get(name) ?? 0) + 1 / profile.samples.length);
  }
  return [...self].sort(([, x], [, y]) => y - x);
}

export async function profile({ effort, say }) {
  const library = await variant('named', { flags: ['--debug'] });
  const parts = [];
  for (const [name, economy] of [
    ['sixth-order tick of the paper economy with spillover', paper],
    ['Euler tick of the reference economy', euler],
  ]) {
    say(name);
    const runner = simulate(scenarioOf(economy, N, economy.h), { library });
    runner.time(2000);
    const ns = (runner.time(1000) * 1e6) / (1000 * N);
    const shares = await sample(runner, effort.rounds * effort.slice);
    const large = shares.filter(([, share]) => share >= SHOWN);
    const rest = 1 - large.reduce((sum, [, share]) => sum + share, 0);
    const rows = [...large, ['all else', Math.max(0, rest)]].map(([what, share]) => [
      what,
      `${(100 * share).toFixed(1)} %`,
      figure(share * ns),
    ]);
    parts.push(
      `${name}, N = ${count(N)}, ${figure(ns)} ns per lab-tick:\n\n${table(['function', 'share', 'ns'], rows)}`,
    );
  }
  return { text: parts.join('\n\n') };
}
