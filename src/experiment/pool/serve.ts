import { Lines } from '../journal/line.ts';
import { Runner } from '../runner.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The inside of a worker: where messages come from and go to. */
export interface WorkerInside {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  onMessage(listener: (message: ToWorker) => void): void;
}

/** Makes the runs a pool asks for; the same in a thread of Node and in a browser's worker. */
export function serve(inside: WorkerInside): void {
  let runner: Runner | null = null;
  const lines = new Lines();
  const make = (batch: number, runs: readonly number[]): void => {
    if (!runner) throw new Error('runs were asked for before an experiment was opened');
    const started = performance.now();
    let failed = 0;
    for (const record of runner.runAll(runs)) {
      if (record.failure) failed++;
      lines.add(record);
    }
    const all = lines.taken();
    inside.post({ kind: 'done', batch, lines: all, failed, took: performance.now() - started }, [all.buffer]);
  };
  inside.onMessage((message) => {
    if (message.kind === 'run') return make(message.batch, message.runs);
    runner = new Runner(message.core, message.experiment);
    inside.post({ kind: 'ready' }, []);
  });
}
