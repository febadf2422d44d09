import type { Core } from '../../../core/core.ts';
import type { Hire, WorkerPort } from '../../pool/protocol.ts';
import type { Experiment } from '../../types.ts';

/** A thread and the experiment it has open. */
class Thread {
  readonly port: WorkerPort;
  opened: string | null = null;
  isDead = false;
  /** The lines of the batch at hand so far, and how many runs are still to come. */
  #lines: Uint8Array[] = [];
  #left = 0;
  #settle: { resolve: (lines: Uint8Array) => void; reject: (error: Error) => void } | null = null;

  constructor(port: WorkerPort) {
    this.port = port;
    port.onMessage((message) => {
      if (message.kind !== 'done') return;
      this.#lines.push(message.lines);
      this.#left -= message.made;
      if (this.#left === 0) this.#settle?.resolve(Buffer.concat(this.#lines));
    });
    port.onDeath((reason) => {
      this.isDead = true;
      this.#settle?.reject(new Error(`the thread that made it died: ${reason}`));
    });
  }

  make(batch: number, runs: readonly number[]): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#lines = [];
      this.#left = runs.length;
      this.#settle = { resolve, reject };
      this.port.post({ kind: 'run', batch, runs });
    });
  }
}

/** Threads that make runs of any experiment, one batch at a time each. */
export class Threads {
  readonly #core: Core;
  readonly #hire: Hire;
  readonly #free: Thread[] = [];
  #batches = 0;

  constructor(core: Core, hire: Hire) {
    this.#core = core;
    this.#hire = hire;
  }

  /** Lines of the runs. Rejects if the thread dies with them. */
  async make(id: string, experiment: Experiment, runs: readonly number[]): Promise<Uint8Array> {
    const thread = this.#free.pop() ?? new Thread(this.#hire());
    if (thread.opened !== id) thread.port.post({ kind: 'open', core: this.#core, experiment });
    thread.opened = id;
    try {
      return await thread.make(this.#batches++, runs);
    } finally {
      if (!thread.isDead) this.#free.push(thread);
    }
  }

  end(): void {
    for (const { port } of this.#free) port.end();
  }
}
