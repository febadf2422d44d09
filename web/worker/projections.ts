import { projectedBlowUp } from '../../src/measure/index.ts';
import type { Run } from './run/run.ts';

/** Projections may take this share of the time. */
const SHARE = 0.02;
/** From here on, in milliseconds, they get a frame of their own. */
const DEAR = 4;

/**
 * When each economy would blow up if every lab kept its split. Asking every lab for its remaining time can cost more than a tick,
 * so the answers are reused for a while where they are dear.
 */
export class Projections {
  #times: readonly number[] = [];
  #of: Run | null = null;
  #progress = -1;
  #at = 0;
  #cost = 0;

  /** One an economy; Infinity where none is to come. */
  get times(): readonly number[] {
    return this.#times;
  }

  get isDear(): boolean {
    return this.#cost > DEAR;
  }

  isOf(run: Run): boolean {
    return this.#of === run;
  }

  /** Is there something new, and has enough time gone by? */
  isDue(run: Run, time: number): boolean {
    return this.#of !== run || (this.#progress !== run.progress && time - this.#at >= this.#cost / SHARE);
  }

  refresh(run: Run, now: () => number): void {
    if (this.#of === run && this.#progress === run.progress) return;
    const start = now();
    this.#times = run.simulation.economies.map((economy) => projectedBlowUp(economy));
    this.#of = run;
    this.#progress = run.progress;
    this.#at = start;
    this.#cost = now() - start;
  }
}
