import { Fnv64 } from './journal/fnv64.ts';
import type { PlannedRun } from './plan.ts';
import type { Experiment } from './types.ts';

/** Tells runs apart: two have one key only if they have the same experiment, parameters, seed and core. */
export class Identity {
  /** Of the experiment and the core: 16 hex digits. */
  readonly id: string;
  readonly #begun: Fnv64;

  constructor(experiment: Experiment, coreHash: string) {
    this.#begun = new Fnv64().add(coreHash).add(JSON.stringify(experiment));
    this.id = this.#begun.digest();
  }

  /** The key of a run: 16 hex digits. */
  key({ run, seed, values }: PlannedRun): string {
    return this.#begun
      .copy()
      .add(JSON.stringify([run, seed, values]))
      .digest();
  }
}
