// Two worker threads, each with a core of its own, against one.
import { Worker } from 'node:worker_threads';
import { milliseconds } from '../clock.mjs';
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

/** Milliseconds that workers take for so many ticks each, side by side: by the clock, and of all processors. */
async function timesOf(workers, ticks) {
  const start = performance.now();
  const worked = milliseconds();
  await Promise.all(workers.map((worker) => worker.run(ticks)));
  return { wall: performance.now() - start, worked: milliseconds() - worked };
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
    while ((await timesOf(both, ticks)).wall < SLICE) ticks *= 2;
    const times = [];
    for (let round = 0; round < ROUNDS_EACH * rounds; round++)
      times.push({ alone: await timesOf([both[round % 2]], ticks), together: await timesOf(both, ticks) });
    await Promise.all(both.map(({ dismiss }) => dismiss()));
    const gain = (reduce, clock) => {
      const alone = reduce(times.map((time) => time.alone[clock]));
      const together = reduce(times.map((time) => time.together[clock]));
      return (2 * alone) / together;
    };
    const least = (values) => Math.min(...values);
    // Processor time adds up over both threads: they lose nothing to each other if together they need twice one's.
    const gains = [gain(median, 'wall'), gain(least, 'wall'), 2 * gain(median, 'worked')];
    rows.push([`N = ${count(N)} in each`, ...gains.map((times) => `${figure(times)}×`)]);
  }
  return {
    text: `Paper economy with spillover: lab-ticks a second of two worker threads against one alone, by the clock. On a machine that does other work the medians say how much of two cores was to be had; the least times what two cores give if both were ever free for some milliseconds; the processor time, what two cores of their own would give: two, less what the threads cost each other.\n\n${table(['', 'clock, medians', 'clock, least times', 'processor time, medians'], rows)}`,
  };
}
