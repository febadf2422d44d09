import type { Speed } from '../shared/protocol.ts';

/** Most and least time a frame spends on advancing, in milliseconds; what drawing leaves of a whole frame lies between. */
const MOST_ADVANCE = 8;
const LEAST_ADVANCE = 3;
const WHOLE_FRAME = 11;
/** Where the machine is too slow for the chosen speed, no more than this much of it is made up for later, in seconds. */
const MOST_BACKLOG = 0.1;

/** How many decision intervals are due at the speed chosen, and how much of a frame may go into them. */
export class Pacing {
  #isPlaying = false;
  #speed: Speed = 60;
  /** Decision intervals to be taken; its fraction is the time since the last. */
  #due = 0;
  #lastFrame = 0;
  #drawingCost = 0;

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** Whole decision intervals to be taken now. */
  get due(): number {
    return Math.floor(this.#due);
  }

  /** Milliseconds of this frame for advancing. */
  get budget(): number {
    return Math.min(MOST_ADVANCE, Math.max(LEAST_ADVANCE, WHOLE_FRAME - this.#drawingCost));
  }

  get isQuiet(): boolean {
    return !this.#isPlaying && this.#due < 1;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
    this.#due = Number.isFinite(this.#due) ? this.#due % 1 : 0;
  }

  play(now: number): void {
    this.#isPlaying = true;
    this.#lastFrame = now;
  }

  /** Plays no more; this many intervals are still taken. */
  stop(due = 0): void {
    this.#isPlaying = false;
    this.#due = due;
  }

  /** Plays no more, and takes one interval beyond those asked for before. */
  step(): void {
    this.stop(this.#isPlaying ? 1 : this.#due + 1);
  }

  /** Plays no more; what is due is still taken. */
  pause(): void {
    this.#isPlaying = false;
  }

  /** A frame begins: adds what has become due since the last one. */
  begin(now: number): void {
    if (this.#isPlaying) this.#owe((now - this.#lastFrame) / 1000);
    this.#lastFrame = now;
  }

  took(intervals: number): void {
    this.#due -= intervals;
  }

  drew(milliseconds: number): void {
    // Dear frames count at once, cheap ones slowly: the budget is for the dear ones.
    this.#drawingCost = Math.max(milliseconds, 0.9 * this.#drawingCost + 0.1 * milliseconds);
  }

  #owe(seconds: number): void {
    // What could not be done within the last frames is let go, but an interval under way is finished.
    const most = Math.max(1, this.#speed * MOST_BACKLOG);
    this.#due = Math.min(this.#due, most) + this.#speed * seconds;
    if (Number.isNaN(this.#due)) this.#due = 0;
  }
}
