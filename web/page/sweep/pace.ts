/** How far back counts what was made, in milliseconds. */
const WINDOW = 5000;

/** How many runs are made a second, of late. */
export class Pace {
  #seen: { time: number; done: number }[] = [];

  /** done: so far, in all. */
  see(time: number, done: number): void {
    this.#seen.push({ time, done });
    // One from before the window stays, so that it is covered whole.
    while (this.#seen.length > 2 && this.#seen[1].time < time - WINDOW) this.#seen.shift();
  }

  /** Null before anything was made. */
  get rate(): number | null {
    const first = this.#seen[0];
    const last = this.#seen[this.#seen.length - 1];
    if (!first || last.done === first.done || last.time === first.time) return null;
    return (1000 * (last.done - first.done)) / (last.time - first.time);
  }
}
