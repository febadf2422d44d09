// Two worker threads, each with a core of its own, against one.
import { Worker } from 'node:worker_threads';
import { count, figure, table } from '../report/table.mjs';

const SIZES = [1000, 100_000];

/** A worker with a simulation of N labs; `run` resolves when its ticks are done. */
async function hire(N) {
  const worker = new Worker(new URL('./labWorker.mjs', import.meta.url), { workerData: { N } });
  worker.on('error', (error) => {
    throw error;
  });
  const next = () => new Promise((resolve) => worker.once('message', resolve));
  await next();
  return {
    run(ticks) {
      const done = next();
      worker.postMessage(ticks);
      return done;
    },
    dismiss: () => worker.terminate(),
  };
}

async function wallTime(workers, ticks) {
  const start = performance.now();
  await Promise.all(workers.map((worker) => worker.run(ticks)));
  return performance.now() - start;
}

export async function workers({ effort: { rounds, slice }, say }) {
  const rows = [];
  for (const N of SIZES) {
    say(`N = ${count(N)} each`);
    const both = await Promise.all([hire(N), hire(N)]);
    let ticks = 1;
    while ((await wallTime(both, ticks)) < slice) ticks *= 2;
    const gains = [];
    for (let round = 0; round < rounds; round++) {
      const alone = ((await wallTime([both[0]], ticks)) + (await wallTime([both[1]], ticks))) / 2;
      gains.push((2 * alone) / (await wallTime(both, ticks)));
    }
    await Promise.all(both.map(({ dismiss }) => dismiss()));
    gains.sort((x, y) => x - y);
    rows.push([`N = ${count(N)} in each`, `${figure(gains[rounds >> 1])}×`, `${figure(gains.at(-1))}×`]);
  }
  return {
    text: `Paper economy with spillover: lab-ticks a second of two worker threads against one alone. On a machine that does other work the median says how much of two cores was to be had.\n\n${table(['', 'median of rounds', 'best round'], rows)}`,
  };
}
