import { Lines } from '../journal/line.ts';
import { Runner } from '../runner.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The inside of a worker: where messages come from and go to. */
export interface WorkerInside {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  onMessage(listener: (message: ToWorker) => void): void;
}

/** Finished runs are kept to themselves for so long at most, in ms: what dies with a worker is no more than that, and one run. */
const SLICE = 100;

/** Makes the runs a pool asks for; the same in a thread of Node and in a browser's worker. */
export function serve(inside: WorkerInside): void {
  let runner: Runner | null = null;
  const lines = new Lines();
  const make = (batch: number, runs: readonly number[]): void => {
    if (!runner) throw new Error('runs were asked for before an experiment was opened');
    let rest = runs;
    do {
      const started = performance.now();
      const records = runner.runFor(rest, SLICE);
      for (const record of records) lines.add(record);
      const all = lines.taken();
      const made = records.length;
      const failed = records.filter(({ failure }) => failure !== null).length;
      const took = performance.now() - started;
      inside.post({ kind: 'done', batch, made, lines: all, failed, took }, [all.buffer]);
      rest = rest.slice(made);
    } while (rest.length > 0);
  };
  inside.onMessage((message) => {
    if (message.kind === 'run') return make(message.batch, message.runs);
    runner = new Runner(message.core, message.experiment);
    inside.post({ kind: 'ready' }, []);
  });
}
