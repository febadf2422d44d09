import type { Core } from '../../core/core.ts';
import type { Experiment } from '../types.ts';

/** What goes between a pool and its workers. The core goes along compiled: workers load nothing. */
export type ToWorker =
  | { kind: 'open'; core: Core; experiment: Experiment }
  | { kind: 'run'; batch: number; runs: readonly number[] };

export type FromWorker =
  | { kind: 'ready' }
  /** The next `made` runs of a batch; the rest follows. lines: of the journal, one a run. took: milliseconds. */
  | {
      kind: 'done';
      batch: number;
      made: number;
      lines: Uint8Array<ArrayBuffer>;
      failed: number;
      took: number;
    };

/** A worker as the pool sees it, whatever platform it is of. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once if the worker ends by itself. */
  onDeath(listener: (reason: string) => void): void;
  /** Ends the worker at once, whatever it is doing. */
  end(): void;
}

/** Makes a worker. */
export type Hire = () => WorkerPort;
