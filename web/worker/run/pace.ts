/** A slice of integration may take this long, in milliseconds, before the worker looks at the clock again. */
const SLICE = 3;
/** What a substep of one lab takes until it has been measured, in milliseconds; rather too much than too little. */
const GUESS = 3e-4;

/**
 * How many substeps of the integrator fit into a slice of time. The last tick before a blow-up takes hundreds of substeps,
 * each over every lab: counted in ticks alone it would block for seconds.
 */
export class Pace {
  #cost: number;

  constructor(labs: number) {
    this.#cost = GUESS * labs;
  }

  /** Substeps for the time left, in milliseconds; at least one. */
  substeps(left: number): number {
    return Math.max(1, Math.floor(Math.min(SLICE, left) / this.#cost));
  }

  /** Learns from what was done. */
  learn(substeps: number, time: number): void {
    // Below the clock's resolution nothing is learnt.
    if (substeps < 1 || time <= 0.1) return;
    this.#cost = 0.7 * this.#cost + 0.3 * (time / substeps);
  }

  /** What so many substeps would take, in milliseconds. */
  estimate(substeps: number): number {
    return substeps * this.#cost;
  }
}
