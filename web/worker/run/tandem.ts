import { commonInterval } from '../../shared/commonInterval.ts';
import type { Run } from './run.ts';
import type { Timeline } from './timeline.ts';

/** Of a step: times that differ by less are the same but for rounding. */
const ROUNDING = 1e-6;

/**
 * Two runs under one clock. Its step is a multiple of every decision interval in either, so that both stand at the same t after
 * every step; where there is no short one it is the longest interval, and each run stands at its last decision by then. A run
 * that ends stays at its end while the other goes on. Each takes the very ticks it would take alone.
 */
export class Tandem implements Timeline {
  #runs: readonly Run[];
  readonly #h: number;
  /** For each run, its own position at every position of the clock. */
  #positions: readonly number[][];
  #position = 0;
  #length: number | null = null;
  /** One of the runs has come further than `position`. */
  #isUneven = false;
  #goal: number | null = null;
  /** Where both have been before, on the way there. */
  #known: number | null = null;

  /** Runs at t = 0. */
  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    this.#h = commonInterval(
      runs.flatMap(({ simulation }) => simulation.economies.map(({ spec }) => spec.clock.h)),
    );
    this.#positions = runs.map(() => [0]);
  }

  /** The first run becomes the second. */
  reverse(): void {
    this.#runs = [...this.#runs].reverse();
    this.#positions = [...this.#positions].reverse();
  }

  get isRunning(): boolean {
    return this.#runs.some((run) => run.isRunning);
  }

  get isInsideInterval(): boolean {
    return this.#isUneven || this.#runs.some((run) => run.isInsideInterval);
  }

  get isSeeking(): boolean {
    return this.#goal !== null || this.#runs.some((run) => run.isSeeking);
  }

  get isLevel(): boolean {
    return !this.#isUneven;
  }

  get position(): number {
    return this.#position;
  }

  get furthest(): number {
    return this.#positions[0].length - 1;
  }

  get length(): number | null {
    return this.#length;
  }

  get destination(): number {
    return this.#goal ?? this.#position;
  }

  seek(position: number): void {
    const known = Math.min(position, this.furthest);
    this.#runs.forEach((run, index) => {
      run.seek(this.#positions[index][known]);
    });
    this.#known = known;
    this.#goal = position;
  }

  advanceToGoal(now: () => number, deadline: number): void {
    for (const run of this.#runs) {
      if (!run.isSeeking) continue;
      run.advanceToGoal(now, deadline);
      if (run.isSeeking) return;
    }
    if (this.#goal === null) return;
    if (this.#known !== null) {
      this.#position = this.#known;
      this.#known = null;
      this.#isUneven = false;
    }
    this.advance(this.#goal - this.#position, now, deadline);
    if (this.#position >= this.#goal || !this.isRunning) this.#goal = null;
  }

  advance(steps: number, now: () => number, deadline: number): number {
    let done = 0;
    while (done < steps && this.isRunning) {
      this.#isUneven = true;
      if (!this.#reach((this.#position + 1) * this.#h, now, deadline)) break;
      this.#isUneven = false;
      this.#arrive();
      done++;
      if (now() >= deadline) break;
    }
    return done;
  }

  /** Have both come to a time, before the deadline? */
  #reach(t: number, now: () => number, deadline: number): boolean {
    for (const run of this.#runs)
      while (this.#isBehind(run, t)) {
        run.advance(1, now, deadline);
        if (now() >= deadline) return !this.#runs.some((one) => this.#isBehind(one, t));
      }
    return true;
  }

  #isBehind(run: Run, t: number): boolean {
    return run.isRunning && (run.isInsideInterval || run.due <= t + ROUNDING * this.#h);
  }

  #arrive(): void {
    this.#position++;
    if (!this.isRunning) this.#length = this.#position;
    if (this.#position <= this.furthest) return;
    this.#runs.forEach((run, index) => {
      this.#positions[index].push(run.position);
    });
  }
}
