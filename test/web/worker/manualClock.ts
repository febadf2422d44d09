import type { Clock } from '../../../web/worker/audience.ts';

/** Time that passes only when told, and a little with every look at it, as when computing takes time. */
export class ManualClock implements Clock {
  readonly #tick: number;
  #time = 0;
  #requested: (() => void) | null = null;

  /** tick: milliseconds that pass with every look. */
  constructor(tick = 0) {
    this.#tick = tick;
  }

  get isAwaited(): boolean {
    return this.#requested !== null;
  }

  now(): number {
    this.#time += this.#tick;
    return this.#time;
  }

  request(frame: () => void): void {
    this.#requested = frame;
  }

  /** Shows one frame after so many milliseconds; nothing if none was asked for. */
  frame(milliseconds = 16): void {
    this.#time += milliseconds;
    const frame = this.#requested;
    this.#requested = null;
    frame?.();
  }

  /** Frames until nobody asks for another. Throws after `most`. */
  frames(most = 100_000): number {
    for (let count = 0; count < most; count++) {
      if (!this.#requested) return count;
      this.frame();
    }
    throw new Error(`still awake after ${most} frames`);
  }
}
