import type { Run } from '../run/run.ts';
import { niceCeil } from './nice.ts';

/**
 * Where the time axis ends. Usually at the scenario's end; where that lies far beyond any blow-up, at a place that shows
 * what happens, extended in wide steps while the run goes on, and brought in once when all is over.
 */
export class TimeAxis {
  readonly #until: number;
  #end: number;
  #isSettled = false;

  constructor(run: Run) {
    this.#until = Math.max(...run.simulation.economies.map(({ spec }) => spec.clock.until));
    const optimum = Math.max(...run.benchmarks.map((benchmark) => benchmark.blowUpTime));
    this.#end = this.#until <= 3 * optimum ? this.#until : Math.min(this.#until, niceCeil(1.6 * optimum));
  }

  /** The end for the run's present state. */
  end(run: Run): number {
    const { economies } = run.simulation;
    const now = Math.max(...economies.map((economy) => economy.t));
    if (run.isRunning) {
      while (this.#end < this.#until && now > 0.92 * this.#end)
        this.#end = Math.min(this.#until, niceCeil(1.5 * this.#end));
    } else if (!this.#isSettled) {
      this.#isSettled = true;
      const last = Math.max(now, ...run.benchmarks.map(({ blowUpTime }) => (Number.isFinite(blowUpTime) ? blowUpTime : 0)));
      if (last > this.#end || last < 0.6 * this.#end) this.#end = Math.min(this.#until, niceCeil(1.08 * last));
    }
    return this.#end;
  }
}
