import type { Core } from '../../src/core/core.ts';
import { summarise } from '../../src/measure/index.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { Bands, Frame, Inspection, LabPlace, PanelId, SideIndex, Speed } from '../shared/protocol.ts';
import type { Audience, Clock } from './audience.ts';
import { inspectionOf } from './inspect.ts';
import { Pacing } from './pacing.ts';
import { ghostOf } from './picture/ghost.ts';
import type { Picture } from './picture/picture.ts';
import type { View } from './picture/view.ts';
import { recordAsCsv } from './record.ts';
import type { Run } from './run/run.ts';
import { Showing } from './showing.ts';
import type { Side } from './side.ts';
import { Sides } from './sides.ts';
import { Waiting } from './waiting.ts';

/** Time of a frame spent on replay while time is being moved: nothing else is wanted then. */
const SEEK = 14;

/**
 * Plays a run, or two under one clock: decides how many steps are due, has them taken in slices, and shows what came of it.
 * It sleeps when nothing is due and nothing has changed.
 */
export class Engine {
  readonly #clock: Clock;
  readonly #now = (): number => this.#clock.now();
  readonly #showing: Showing;
  readonly #pacing = new Pacing();
  readonly #sides = new Sides(this.#now);
  #core: Core | null = null;
  #isAwake = false;
  /** For an interval under way, or a time that is on its way. */
  readonly #waiting = new Waiting();

  constructor(clock: Clock, audience: Audience) {
    this.#clock = clock;
    this.#showing = new Showing(clock, audience);
  }

  side(side: SideIndex): Side | null {
    return this.#sides.at(side);
  }

  /** The first side's. */
  get run(): Run | null {
    return this.side(0)?.run ?? null;
  }

  get picture(): Picture | null {
    return this.side(0)?.picture ?? null;
  }

  /** Starts a scenario, or two side by side, at t = 0, paused. Throws, and keeps what was, if there is no memory for it. */
  load(core: Core, scenarios: readonly Scenario[]): void {
    this.#start(core, scenarios);
    // At once, for the next frame may be far: where drawing is slow several are on their way.
    this.#showing.show(this.#sides, this.#pacing);
  }

  #start(core: Core, scenarios: readonly Scenario[]): void {
    this.#sides.load(core, scenarios);
    this.#core = core;
    this.#pacing.stop();
    this.#waiting.release();
    this.#changed();
  }

  /**
   * Goes on, where time stands, as scenarios that differ in words and in the end of the run alone. Benchmarks plan for the
   * end: with another one the run is replayed to there, so that everything observed is as if it had been so from the start.
   */
  amend(scenarios: readonly Scenario[]): void {
    const { time } = this.#sides;
    if (!time || !this.#core) throw new Error('nothing is loaded yet');
    if (this.#sides.reword(scenarios)) {
      this.#changed();
      return;
    }
    const wasPlaying = this.#pacing.isPlaying;
    this.#start(this.#core, scenarios);
    this.#sides.time!.seek(time.destination);
    if (wasPlaying) this.play();
  }

  reset(): void {
    if (this.#core) this.load(this.#core, this.#sides.scenarios);
  }

  /** A becomes B and B becomes A, where time stands. */
  swap(): void {
    this.#sides.swap();
    this.#changed();
  }

  /** One of two goes on alone. */
  keep(side: SideIndex): void {
    this.#sides.keep(side);
    this.#changed();
  }

  play(): void {
    if (!this.#sides.time?.isRunning || this.#pacing.isPlaying) return;
    this.#pacing.play(this.#clock.now());
    this.#tell();
  }

  /** Stops at the end of the interval under way, never inside one. */
  pause(): void {
    if (this.#sides.time?.isSeeking) this.#pacing.pause();
    else this.#pacing.stop(this.#sides.time?.isInsideInterval ? 1 : 0);
    this.#tell();
  }

  /** One interval more. Steps asked for faster than frames come add up: none is lost. */
  step(): void {
    this.#pacing.step();
    this.#tell();
  }

  /** Moves to a position, and stays there. What is asked for while under way to another takes its place. */
  seek(position: number): void {
    if (!this.#sides.time) return;
    this.#pacing.stop();
    this.#sides.time.seek(position);
    this.#tell();
  }

  /** Follows a lab; false if there is none at that place. */
  pin(place: LabPlace | null, side: SideIndex = 0): boolean {
    const isThere = this.#sides.at(side)?.run.pin(place) ?? false;
    this.#changed();
    return isThere;
  }

  /** The pinned lab where time stands; under way to another time, once that is reached. */
  async inspect(side: SideIndex = 0): Promise<Inspection | null> {
    while (this.#sides.time?.isSeeking) await this.#waiting.wait();
    const at = this.#sides.at(side);
    return at && inspectionOf(at.run);
  }

  setSpeed(speed: Speed): void {
    this.#pacing.speed = speed;
    this.#tell();
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
  keepGhost(isKept: boolean, side: SideIndex = 0): void {
    const at = this.#sides.at(side);
    this.#look({ ghost: isKept && at ? ghostOf(at.run) : null }, [side]);
  }

  setBands(bands: Bands | null, side: SideIndex = 0): void {
    this.#look({ bands }, [side]);
  }

  shareAxes(areShared: boolean): void {
    this.#sides.shareAxes(areShared);
    this.#changed();
  }

  #look(changes: Partial<View>, sides?: readonly SideIndex[]): void {
    this.#sides.look(changes, sides);
    this.#changed();
  }

  /** Draws again although nothing was computed: the canvas, the theme or the layout is another. */
  redraw(): void {
    this.#changed();
  }

  /** The frame just offered could not be shown: another one follows. */
  skipped(): void {
    this.#showing.redraw();
    this.#wake();
  }

  /** A frame of the present state, or null before the first load. */
  frame(side: SideIndex = 0): Frame | null {
    return this.#sides.at(side)?.frame(this.#pacing.isQuiet) ?? null;
  }

  async hashes(side: SideIndex = 0): Promise<Record<string, string>> {
    const run = await this.#settled(side);
    return Object.fromEntries(run.simulation.economies.map((economy) => [economy.name, economy.hash()]));
  }

  async csv(side?: SideIndex): Promise<string> {
    return recordAsCsv(await this.#settled(side));
  }

  async json(side: SideIndex = 0): Promise<object> {
    const run = await this.#settled(side);
    return summarise(run.simulation, run.benchmarks, run.watches);
  }

  /** The run, once no interval is half done. */
  async #settled(side: SideIndex = 0): Promise<Run> {
    if (this.#sides.time?.isInsideInterval || this.#sides.time?.isSeeking) await this.#waiting.wait();
    const at = this.#sides.at(side);
    if (!at) throw new Error('nothing is loaded yet');
    return at.run;
  }

  #changed(): void {
    this.#showing.change();
    this.#wake();
  }

  #tell(): void {
    this.#showing.tell();
    this.#wake();
  }

  #wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    this.#clock.request(this.#onFrame);
  }

  readonly #onFrame = (): void => {
    this.#isAwake = false;
    const { time, all } = this.#sides;
    if (!time) return;
    const start = this.#clock.now();
    this.#pacing.begin(start);
    const dear = all.find((side) => side.hasDear(start));
    if (time.isSeeking) {
      time.advanceToGoal(this.#now, start + SEEK);
      if (time.isSeeking) this.#showing.wentOn(start);
      else this.#showing.change();
    } else if (this.#pacing.isPlaying && dear) {
      // With very many labs this takes as long as a tick: then it is done instead of one.
      dear.refreshDear(start);
      this.#showing.change();
    } else if (this.#pacing.due >= 1 && time.isRunning) {
      const done = time.advance(this.#pacing.due, this.#now, start + this.#pacing.budget);
      this.#pacing.took(done);
      if (done > 0) this.#showing.change();
      else this.#showing.wentOn(start);
    }
    if (!time.isRunning) this.#pacing.stop();
    if (!time.isInsideInterval && !time.isSeeking) this.#waiting.release();
    this.#showing.show(this.#sides, this.#pacing);
    if (!this.#pacing.isQuiet || time.isSeeking || this.#showing.isDue || !this.#waiting.isEmpty)
      this.#wake();
  };
}
