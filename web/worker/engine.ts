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
import { Occasional } from './occasional.ts';
import { ghostOf } from './picture/ghost.ts';
import { Picture } from './picture/picture.ts';
import { FIRST_VIEW, type View } from './picture/view.ts';
import { projectionsOf, readingsOf } from './reading.ts';
import { recordAsCsv } from './record.ts';
import { Run } from './run/run.ts';
import { benchmarksNow, economySummaries, failureOf } from './summary.ts';

/** Most and least time a frame spends on advancing, in milliseconds; what drawing leaves of a whole frame lies between. */
const MOST_ADVANCE = 8;
const LEAST_ADVANCE = 3;
const WHOLE_FRAME = 11;
/** Time of a frame spent on replay while time is being moved: nothing else is wanted then. */
const SEEK = 14;
/** Least time between summaries, in milliseconds. */
const SUMMARY_EVERY = 33;
/** Least time between pictures from inside one tick, in milliseconds. */
const INSIDE_EVERY = 250;
/** Where the machine is too slow for the chosen speed, no more than this much of it is made up for later, in seconds. */
const MOST_BACKLOG = 0.1;

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
  readonly #projections = new Occasional(projectionsOf);
  readonly #readings = new Occasional(readingsOf);
  #view = FIRST_VIEW;
  #core: Core | null = null;
  #run: Run | null = null;
  #picture: Picture | null = null;
  #isPlaying = false;
  #speed: Speed = 60;
  /** Decision intervals to be taken; its fraction is the time since the last. */
  #due = 0;
  #isAwake = false;
  #isStale = false;
  #hasNews = false;
  #lastFrame = 0;
  #lastDrawing = Number.NEGATIVE_INFINITY;
  #drawingCost = 0;
  #lastSummary = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock, audience: Audience) {
    this.#clock = clock;
    this.#audience = audience;
  }

  get run(): Run | null {
    return this.#run;
  }

  get picture(): Picture | null {
    return this.#picture;
  }

  get domains(): Domains | null {
    return this.#picture?.domains() ?? null;
  }

  /** Starts a scenario at t = 0, paused. Throws, and keeps what was, if there is no memory for it. */
  load(core: Core, scenario: Scenario): void {
    const run = new Run(core, scenario);
    // Who looked at a lab goes on looking at it, if the new run has one in its place.
    run.pin(this.#run?.pinned?.place ?? null);
    this.#picture = new Picture(run, this.#view, this.#now);
    this.#run = run;
    this.#core = core;
    this.#isPlaying = false;
    this.#due = 0;
    this.#release();
    this.#changed();
  }

  /**
   * Goes on, where time stands, as a scenario that differs in words and in the end of the run alone. Benchmarks plan for the
   * end: with another one the run is replayed to there, so that everything observed is as if it had been so from the start.
   */
  amend(scenario: Scenario): void {
    const run = this.#run;
    if (!run || !this.#core) throw new Error('nothing is loaded yet');
    if (haveSameRun(run.simulation.scenario, scenario)) {
      run.simulation.reword(scenario);
      this.#changed();
      return;
    }
    const wasPlaying = this.#isPlaying;
    this.load(this.#core, scenario);
    this.#run!.seek(run.destination);
    if (wasPlaying) this.play();
  }

  reset(): void {
    if (this.#core && this.#run) this.load(this.#core, this.#run.simulation.scenario);
  }

  play(): void {
    if (!this.#run?.isRunning || this.#isPlaying) return;
    this.#isPlaying = true;
    this.#lastFrame = this.#clock.now();
    this.#hasNews = true;
    this.#wake();
  }

  /** Stops at the end of the interval under way, never inside one. */
  pause(): void {
    this.#isPlaying = false;
    if (!this.#run?.isSeeking) this.#due = this.#run?.isInsideInterval ? 1 : 0;
    this.#hasNews = true;
    this.#wake();
  }

  /** One interval more. Steps asked for faster than frames come add up: none is lost. */
  step(): void {
    this.#due = this.#isPlaying ? 1 : this.#due + 1;
    this.#isPlaying = false;
    this.#hasNews = true;
    this.#wake();
  }

  /** Moves to a position, and stays there. What is asked for while under way to another takes its place. */
  seek(position: number): void {
    if (!this.#run) return;
    this.#isPlaying = false;
    this.#due = 0;
    this.#run.seek(position);
    this.#hasNews = true;
    this.#wake();
  }

  /** Follows a lab; false if there is none at that place. */
  pin(place: LabPlace | null): boolean {
    const isThere = this.#run?.pin(place) ?? false;
    this.#changed();
    return isThere;
  }

  /** The pinned lab where time stands; under way to another time, once that is reached. */
  async inspect(): Promise<Inspection | null> {
    while (this.#run?.isSeeking) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#run && inspectionOf(this.#run);
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#due = Number.isFinite(this.#due) ? this.#due % 1 : 0;
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
    this.#look({ ghost: isKept && this.#run ? ghostOf(this.#run) : null });
  }

  setBands(bands: Bands | null): void {
    this.#look({ bands });
  }

  #look(changes: Partial<View>): void {
    this.#view = { ...this.#view, ...changes };
    this.#picture?.look(this.#view);
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
    return this.#picture?.frame(this.#asked(this.#projections)[0]) ?? null;
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
    if (!this.#run) throw new Error('nothing is loaded yet');
    if (this.#run.isInsideInterval || this.#run.isSeeking)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#run;
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
    const run = this.#run;
    if (!run) return;
    const start = this.#clock.now();
    if (this.#isPlaying) this.#owe((start - this.#lastFrame) / 1000);
    this.#lastFrame = start;
    const dear = [this.#projections, this.#readings].find((one) => one.isDear && one.isDue(run, start));
    if (run.isSeeking) {
      run.advanceToGoal(this.#now, start + SEEK);
      if (!run.isSeeking || start - this.#lastDrawing > INSIDE_EVERY) this.#isStale = this.#hasNews = true;
    } else if (this.#isPlaying && dear) {
      // With very many labs this takes as long as a tick: then it is done instead of one.
      dear.refresh(run, this.#now);
      this.#isStale = this.#hasNews = true;
    } else if (this.#due >= 1 && run.isRunning) {
      const done = run.advance(Math.floor(this.#due), this.#now, start + this.#budget);
      this.#due -= done;
      // Inside a long tick nothing new is recorded; now and then the dots show that it goes on.
      if (done > 0 || start - this.#lastDrawing > INSIDE_EVERY) this.#isStale = this.#hasNews = true;
    }
    if (!run.isRunning) {
      this.#isPlaying = false;
      this.#due = 0;
    }
    if (!run.isInsideInterval && !run.isSeeking) this.#release();
    this.#show(this.#clock.now());
    const isBusy = this.#isPlaying || run.isSeeking || this.#due >= 1;
    if (isBusy || this.#hasNews || this.#isStale || this.#waiting.length > 0) this.#wake();
  };

  #owe(seconds: number): void {
    // What could not be done within the last frames is let go, but an interval under way is finished.
    const most = Math.max(1, this.#speed * MOST_BACKLOG);
    this.#due = Math.min(this.#due, most) + this.#speed * seconds;
    if (Number.isNaN(this.#due)) this.#due = 0;
  }

  #show(now: number): void {
    const picture = this.#picture;
    if (!picture) return;
    if (this.#isStale) {
      this.#isStale = false;
      this.#lastDrawing = now;
      this.#audience.draw(picture.frame(this.#asked(this.#projections)[0]));
      // A benchmark was added, or another is still to come: its name and number follow.
      if (picture.isUnfinished) this.#isStale = this.#hasNews = true;
      // Dear frames count at once, cheap ones slowly: the budget is for the dear ones.
      const cost = this.#clock.now() - now;
      this.#drawingCost = Math.max(cost, 0.9 * this.#drawingCost + 0.1 * cost);
    }
    if (!this.#hasNews || (!this.#isQuiet && now - this.#lastSummary < SUMMARY_EVERY)) return;
    this.#hasNews = false;
    this.#lastSummary = now;
    this.#audience.summary(this.#summary());
  }

  get #budget(): number {
    return Math.min(MOST_ADVANCE, Math.max(LEAST_ADVANCE, WHOLE_FRAME - this.#drawingCost));
  }

  get #isQuiet(): boolean {
    return !this.#isPlaying && this.#due < 1;
  }

  /** Answers as fresh as they can be had cheaply, and quite fresh where nothing else is to be done. */
  #asked<T>(of: Occasional<T>): readonly T[] {
    const run = this.#run!;
    const isWanted = !of.isDear && of.isDue(run, this.#now());
    if (this.#isQuiet || isWanted || !of.isOf(run)) of.refresh(run, this.#now);
    return of.answers;
  }

  #summary(): Omit<Summary, 'renderer' | 'pictureLost'> {
    const run = this.#run!;
    return {
      playing: this.#isPlaying,
      ended: !run.isRunning,
      labs: run.labs,
      position: run.position,
      furthest: run.furthest,
      length: run.length,
      until: run.simulation.scenario.clock.until,
      ticksPerSecond: this.#speed,
      economies: economySummaries(run, this.#asked(this.#projections), this.#asked(this.#readings)),
      benchmarks: benchmarksNow(run, this.#view.hidden),
      tips: this.#picture!.tips(),
      domains: this.#picture!.domains(),
      hasGhost: this.#view.ghost !== null,
      seeds: this.#view.bands?.seeds ?? 0,
      pinned: run.pinned?.spot ?? null,
      failure: failureOf(run),
    };
  }
}
