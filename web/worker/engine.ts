import type { Core } from '../../src/core/core.ts';
import { summarise } from '../../src/measure/index.ts';
import { haveSameRun } from '../../src/scenario/amendments.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type {
  Bands,
  Domains,
  Frame,
  Inspection,
  LabPlace,
  PanelId,
  Speed,
  Summary,
} from '../shared/protocol.ts';
import { inspectionOf } from './inspect.ts';
import { Pacing } from './pacing.ts';
import { ghostOf } from './picture/ghost.ts';
import type { Picture } from './picture/picture.ts';
import { FIRST_VIEW, type View } from './picture/view.ts';
import { recordAsCsv } from './record.ts';
import type { Run } from './run/run.ts';
import { Side } from './side.ts';

/** Time of a frame spent on replay while time is being moved: nothing else is wanted then. */
const SEEK = 14;
/** Least time between summaries, in milliseconds. */
const SUMMARY_EVERY = 33;
/** Least time between pictures from inside one tick, in milliseconds. */
const INSIDE_EVERY = 250;

/** The worker's clock and frames; tests bring their own. */
export interface Clock {
  now(): number;
  /** Calls back once, at the next frame. */
  request(frame: () => void): void;
}

export interface Audience {
  draw(frame: Frame): void;
  summary(summary: Omit<Summary, 'renderer' | 'pictureLost'>): void;
}

/**
 * Plays a run: decides how many decision intervals are due, has them taken in slices, and shows what came of it.
 * It sleeps when nothing is due and nothing has changed.
 */
export class Engine {
  readonly #clock: Clock;
  readonly #now = (): number => this.#clock.now();
  readonly #audience: Audience;
  readonly #pacing = new Pacing();
  #view = FIRST_VIEW;
  #core: Core | null = null;
  #side: Side | null = null;
  #isAwake = false;
  #isStale = false;
  #hasNews = false;
  #lastDrawing = Number.NEGATIVE_INFINITY;
  #lastSummary = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock, audience: Audience) {
    this.#clock = clock;
    this.#audience = audience;
  }

  get run(): Run | null {
    return this.#side?.run ?? null;
  }

  get picture(): Picture | null {
    return this.#side?.picture ?? null;
  }

  get domains(): Domains | null {
    return this.picture?.domains() ?? null;
  }

  /** Starts a scenario at t = 0, paused. Throws, and keeps what was, if there is no memory for it. */
  load(core: Core, scenario: Scenario): void {
    const side = new Side(core, scenario, this.#view, this.#now);
    // Who looked at a lab goes on looking at it, if the new run has one in its place.
    side.run.pin(this.run?.pinned?.place ?? null);
    this.#side = side;
    this.#core = core;
    this.#pacing.stop();
    this.#release();
    this.#changed();
  }

  /**
   * Goes on, where time stands, as a scenario that differs in words and in the end of the run alone. Benchmarks plan for the
   * end: with another one the run is replayed to there, so that everything observed is as if it had been so from the start.
   */
  amend(scenario: Scenario): void {
    const run = this.run;
    if (!run || !this.#core) throw new Error('nothing is loaded yet');
    if (haveSameRun(run.simulation.scenario, scenario)) {
      run.simulation.reword(scenario);
      this.#changed();
      return;
    }
    const wasPlaying = this.#pacing.isPlaying;
    this.load(this.#core, scenario);
    this.run!.seek(run.destination);
    if (wasPlaying) this.play();
  }

  reset(): void {
    if (this.#core && this.run) this.load(this.#core, this.run.simulation.scenario);
  }

  play(): void {
    if (!this.run?.isRunning || this.#pacing.isPlaying) return;
    this.#pacing.play(this.#clock.now());
    this.#hasNews = true;
    this.#wake();
  }

  /** Stops at the end of the interval under way, never inside one. */
  pause(): void {
    if (this.run?.isSeeking) this.#pacing.pause();
    else this.#pacing.stop(this.run?.isInsideInterval ? 1 : 0);
    this.#hasNews = true;
    this.#wake();
  }

  /** One interval more. Steps asked for faster than frames come add up: none is lost. */
  step(): void {
    this.#pacing.step();
    this.#hasNews = true;
    this.#wake();
  }

  /** Moves to a position, and stays there. What is asked for while under way to another takes its place. */
  seek(position: number): void {
    if (!this.run) return;
    this.#pacing.stop();
    this.run.seek(position);
    this.#hasNews = true;
    this.#wake();
  }

  /** Follows a lab; false if there is none at that place. */
  pin(place: LabPlace | null): boolean {
    const isThere = this.run?.pin(place) ?? false;
    this.#changed();
    return isThere;
  }

  /** The pinned lab where time stands; under way to another time, once that is reached. */
  async inspect(): Promise<Inspection | null> {
    while (this.run?.isSeeking) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.run && inspectionOf(this.run);
  }

  setSpeed(speed: Speed): void {
    this.#pacing.speed = speed;
    this.#hasNews = true;
    this.#wake();
  }

  /** Which benchmarks are not drawn, by id. Those that do not apply never are. */
  hide(benchmarks: readonly string[]): void {
    this.#look({ hidden: new Set(benchmarks) });
  }

  /** Which panels are drawn. */
  show(panels: readonly PanelId[]): void {
    this.#look({ shown: panels });
  }

  setLinear(isLinear: boolean): void {
    this.#look({ isLinear });
  }

  /** Keeps what is known of this run as a ghost under those that follow; or lets go of it. */
  keepGhost(isKept: boolean): void {
    this.#look({ ghost: isKept && this.run ? ghostOf(this.run) : null });
  }

  setBands(bands: Bands | null): void {
    this.#look({ bands });
  }

  #look(changes: Partial<View>): void {
    this.#view = { ...this.#view, ...changes };
    this.picture?.look(this.#view);
    this.#changed();
  }

  /** Draws again although nothing was computed: the canvas, the theme or the layout is another. */
  redraw(): void {
    this.#changed();
  }

  /** The frame just offered could not be shown: another one follows. */
  skipped(): void {
    this.#isStale = true;
    this.#wake();
  }

  /** A frame of the present state, or null before the first load. */
  frame(): Frame | null {
    return this.#side?.frame(this.#pacing.isQuiet) ?? null;
  }

  async hashes(): Promise<Record<string, string>> {
    const run = await this.#settled();
    return Object.fromEntries(run.simulation.economies.map((economy) => [economy.name, economy.hash()]));
  }

  async csv(): Promise<string> {
    return recordAsCsv(await this.#settled());
  }

  async json(): Promise<object> {
    const run = await this.#settled();
    return summarise(run.simulation, run.benchmarks, run.watches);
  }

  /** The run, once no interval is half done. */
  async #settled(): Promise<Run> {
    if (!this.run) throw new Error('nothing is loaded yet');
    if (this.run.isInsideInterval || this.run.isSeeking)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.run;
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #changed(): void {
    this.#isStale = true;
    this.#hasNews = true;
    this.#wake();
  }

  #wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    this.#clock.request(this.#onFrame);
  }

  readonly #onFrame = (): void => {
    this.#isAwake = false;
    const side = this.#side;
    if (!side) return;
    const { run } = side;
    const start = this.#clock.now();
    this.#pacing.begin(start);
    if (run.isSeeking) {
      run.advanceToGoal(this.#now, start + SEEK);
      if (!run.isSeeking || start - this.#lastDrawing > INSIDE_EVERY) this.#isStale = this.#hasNews = true;
    } else if (this.#pacing.isPlaying && side.hasDear(start)) {
      // With very many labs this takes as long as a tick: then it is done instead of one.
      side.refreshDear(start);
      this.#isStale = this.#hasNews = true;
    } else if (this.#pacing.due >= 1 && run.isRunning) {
      const done = run.advance(this.#pacing.due, this.#now, start + this.#pacing.budget);
      this.#pacing.took(done);
      // Inside a long tick nothing new is recorded; now and then the dots show that it goes on.
      if (done > 0 || start - this.#lastDrawing > INSIDE_EVERY) this.#isStale = this.#hasNews = true;
    }
    if (!run.isRunning) this.#pacing.stop();
    if (!run.isInsideInterval && !run.isSeeking) this.#release();
    this.#show(side, this.#clock.now());
    if (!this.#pacing.isQuiet || run.isSeeking || this.#hasNews || this.#isStale || this.#waiting.length > 0)
      this.#wake();
  };

  #show(side: Side, now: number): void {
    if (this.#isStale) {
      this.#isStale = false;
      this.#lastDrawing = now;
      this.#audience.draw(side.frame(this.#pacing.isQuiet));
      // A benchmark was added, or another is still to come: its name and number follow.
      if (side.picture.isUnfinished) this.#isStale = this.#hasNews = true;
      this.#pacing.drew(this.#clock.now() - now);
    }
    if (!this.#hasNews || (!this.#pacing.isQuiet && now - this.#lastSummary < SUMMARY_EVERY)) return;
    this.#hasNews = false;
    this.#lastSummary = now;
    this.#audience.summary({
      ...side.summary(this.#pacing.isQuiet),
      playing: this.#pacing.isPlaying,
      ticksPerSecond: this.#pacing.speed,
    });
  }
}
