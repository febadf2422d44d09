import type { Run } from './run/run.ts';

/** What is asked only now and then may take this share of the time. */
const SHARE = 0.02;
/** From here on, in milliseconds, it gets a frame of its own. */
const DEAR = 4;

/**
 * Numbers of a run that every lab must be asked for, which can cost more than a tick: the answers are reused for a while
 * where they are dear.
 */
export class Occasional<T> {
  readonly #ask: (run: Run, before: readonly T[]) => readonly T[];
  #answers: readonly T[] = [];
  #of: Run | null = null;
  #progress = -1;
  #at = 0;
  #cost = 0;

  /** ask: for one answer an economy; before: the last answers of the same run, if there are any. */
  constructor(ask: (run: Run, before: readonly T[]) => readonly T[]) {
    this.#ask = ask;
  }

  /** One an economy. */
  get answers(): readonly T[] {
    return this.#answers;
  }

  /** Those of a run, fresh or not; none if there are none yet. */
  answersFor(run: Run): readonly T[] {
    return this.#of === run ? this.#answers : [];
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
    this.#answers = this.#ask(run, this.#of === run ? this.#answers : []);
    this.#of = run;
    this.#progress = run.progress;
    this.#at = start;
    this.#cost = now() - start;
  }
}
