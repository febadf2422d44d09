/** The runs still to be made, handed out in order, and again where a worker died with them. */

/** How often a run is tried on workers that die with it before it is taken to be the cause. */
const mostTries = 2;

export interface Batch {
  readonly id: number;
  readonly runs: readonly number[];
}

export class RunQueue {
  readonly #fresh: Iterator<number>;
  readonly #again: number[] = [];
  readonly #tries = new Map<number, number>();
  #left: number;
  #next = 0;

  /** runs: each once. count: how many they are. */
  constructor(runs: Iterable<number>, count: number) {
    this.#fresh = runs[Symbol.iterator]();
    this.#left = count;
  }

  /** Runs not handed out yet. */
  get left(): number {
    return this.#left + this.#again.length;
  }

  /** The next batch of at most `size` runs, or null. Runs that were with a dying worker come one by one. */
  take(size: number): Batch | null {
    const again = this.#again.shift();
    if (again !== undefined) return { id: this.#next++, runs: [again] };
    const runs: number[] = [];
    while (runs.length < size) {
      const { value, done } = this.#fresh.next();
      if (done) break;
      runs.push(value);
    }
    this.#left -= runs.length;
    return runs.length === 0 ? null : { id: this.#next++, runs };
  }

  /** Takes back a batch that was with a worker when it died. Returns the runs that have been with too many of those. */
  giveBack({ runs }: Batch, wasAtWork: boolean): number[] {
    const lost: number[] = [];
    for (const run of runs) {
      const tries = (this.#tries.get(run) ?? 0) + (wasAtWork ? 1 : 0);
      this.#tries.set(run, tries);
      if (tries >= mostTries && runs.length === 1) lost.push(run);
      else this.#again.push(run);
    }
    return lost;
  }
}
