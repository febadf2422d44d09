import type { Run } from '../run/run.ts';
import { niceCeil } from './nice.ts';

/**
 * Where the time axis ends. Usually at the scenario's end; where that lies far beyond any blow-up, at a place that shows
 * what happens, extended in wide steps while the run goes on. When all is over it is brought in once, to what there was.
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

  /** The end for the run's present state; it does not depend on how often it was asked for before. */
  end(run: Run): number {
    const now = Math.max(...run.simulation.economies.map((economy) => economy.t));
    if (run.isRunning) {
      while (this.#end < this.#until && now > 0.92 * this.#end)
        this.#end = Math.min(this.#until, niceCeil(1.5 * this.#end));
    } else if (!this.#isSettled) {
      this.#isSettled = true;
      const optima = run.benchmarks.map(({ blowUpTime }) => blowUpTime).filter(Number.isFinite);
      const last = Math.max(now, ...optima);
      if (last < 0.6 * this.#until) this.#end = Math.min(this.#until, niceCeil(1.08 * last));
      else this.#end = this.#until;
    }
    return this.#end;
  }
}
