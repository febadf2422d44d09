// Two worker threads, each with a core of its own, against one.
import { Worker } from 'node:worker_threads';
import { count, figure, table } from '../report/table.mjs';
import { median } from '../timing.mjs';

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

/** Turns are short and many: on a busy machine both cores are free for moments only. */
const SLICE = 20;
const ROUNDS_EACH = 6;

export async function workers({ effort: { rounds }, say }) {
  const rows = [];
  for (const N of SIZES) {
    say(`N = ${count(N)} in each`);
    const both = await Promise.all([hire(N), hire(N)]);
    let ticks = 1;
    while ((await wallTime(both, ticks)) < SLICE) ticks *= 2;
    const times = [];
    for (let round = 0; round < ROUNDS_EACH * rounds; round++)
      times.push({ alone: await wallTime([both[round % 2]], ticks), together: await wallTime(both, ticks) });
    await Promise.all(both.map(({ dismiss }) => dismiss()));
    const gain = (reduce) =>
      (2 * reduce(times.map(({ alone }) => alone))) / reduce(times.map(({ together }) => together));
    rows.push([
      `N = ${count(N)} in each`,
      `${figure(gain(median))}×`,
      `${figure(gain((values) => Math.min(...values)))}×`,
    ]);
  }
  return {
    text: `Paper economy with spillover: lab-ticks a second of two worker threads against one alone, by the clock. On a machine that does other work the medians say how much of two cores was to be had; the least times say what two cores give.\n\n${table(['', 'by medians', 'by least times'], rows)}`,
  };
}
