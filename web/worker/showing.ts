import type { SideIndex } from '../shared/protocol.ts';
import type { Audience, Clock } from './audience.ts';
import type { Pacing } from './pacing.ts';
import type { Sides } from './sides.ts';

/** Least time between summaries, in milliseconds. */
const SUMMARY_EVERY = 33;
/** Least time between pictures from inside one tick or replay, in milliseconds. */
const INSIDE_EVERY = 250;

/** Shows the audience what is played: pictures that are stale, and numbers where there is news, not too often. */
export class Showing {
  readonly #clock: Clock;
  readonly #audience: Audience;
  #isStale = false;
  #hasNews = false;
  #lastDrawing = Number.NEGATIVE_INFINITY;
  #lastSummary = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, audience: Audience) {
    this.#clock = clock;
    this.#audience = audience;
  }

  /** Has the audience yet to see something? */
  get isDue(): boolean {
    return this.#isStale || this.#hasNews;
  }

  /** The numbers are others. */
  tell(): void {
    this.#hasNews = true;
  }

  /** The picture is another. */
  redraw(): void {
    this.#isStale = true;
  }

  /** Picture and numbers are others. */
  change(): void {
    this.#isStale = this.#hasNews = true;
  }

  /** A frame went into a long tick or a replay: nothing new is recorded, but now and then the dots show that it goes on. */
  wentOn(frameStart: number): void {
    if (frameStart - this.#lastDrawing > INSIDE_EVERY) this.change();
  }

  /** Draws and tells what is due. */
  show({ all, time }: Sides, pacing: Pacing): void {
    if (!time) return;
    const now = this.#clock.now();
    if (this.#isStale) {
      this.#isStale = false;
      this.#lastDrawing = now;
      // Axes in common hang on the counts of both.
      if (all.length > 1) for (const { picture } of all) picture.count();
      all.forEach((side, index) => {
        this.#audience.draw(side.frame(pacing.isQuiet), index as SideIndex);
      });
      // A benchmark was added, or another is still to come: its name and number follow.
      if (all.some(({ picture }) => picture.isUnfinished)) this.change();
      pacing.drew(this.#clock.now() - now);
    }
    // Numbers of two runs are told where both stand at the same time.
    if (!this.#hasNews || !time.isLevel || (!pacing.isQuiet && now - this.#lastSummary < SUMMARY_EVERY))
      return;
    this.#hasNews = false;
    this.#lastSummary = now;
    all.forEach((side, index) => {
      const summary = {
        ...side.summary(pacing.isQuiet),
        playing: pacing.isPlaying,
        ended: !time.isRunning,
        position: time.position,
        furthest: time.furthest,
        length: time.length,
        ticksPerSecond: pacing.speed,
      };
      this.#audience.summary(summary, index as SideIndex);
    });
  }
}
