import type { Core } from '../../../src/core/core.ts';
import type { EconomyView } from '../../../src/core/economyView.ts';
import { History } from '../../../src/core/history.ts';
import type { Row } from '../../../src/core/row.ts';
import { Simulation, type Snapshot } from '../../../src/core/simulation.ts';
import {
  type Benchmark,
  benchmarksOf,
  measureTable,
  Recorder,
  type Watch,
  type WatchMemory,
  watchesOf,
} from '../../../src/measure/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { LabPlace } from '../../shared/protocol.ts';
import { Pace } from './pace.ts';
import { PinnedLab } from './pinnedLab.ts';
import { RowStore } from './rowStore.ts';
import type { Timeline } from './timeline.ts';
import { Trails } from './trails.ts';

/** Buckets of a recorder: about two a pixel of a wide chart. */
const BUCKETS = 2048;
/** A pinned lab's past is replayed where that takes no longer than this, in milliseconds. */
const MOST_REPLAY = 1500;

/** In an economy of more labs what takes a pass over all of them is read now and then, not recorded after every tick. */
export const MOST_MEASURED = 2000;
const GINI = measureTable.findIndex(({ id }) => id === 'gini');

/** One scenario from t = 0 on, with everything that is observed of it. Observing only reads. */
export class Run implements Timeline {
  readonly simulation: Simulation;
  readonly benchmarks: readonly Benchmark[];
  readonly watches: readonly Watch[];
  readonly recorders: readonly Recorder[];
  readonly rows: RowStore;
  readonly trails: Trails | null;
  readonly labs: number;
  /** Sees every row after t = 0. */
  onRow: (row: Row) => void = () => {};
  readonly #pace: Pace;
  readonly #history = new History();
  /** What the watches knew at each snapshot that is still kept. */
  readonly #memories = new WeakMap<Snapshot, readonly WatchMemory[]>();
  /** Ticks still to be taken in the decision interval under way. */
  #left = 0;
  /** Decision intervals from t = 0 to the present state, and to the furthest one ever reached. */
  #position = 0;
  #furthest = 0;
  /** Position of the run's end, once reached. */
  #length: number | null = null;
  /** A position under way to, by `seek`. */
  #goal: number | null = null;
  #pinned: PinnedLab | null = null;

  constructor(core: Core, scenario: Scenario) {
    const simulation = new Simulation(core, scenario);
    const { economies } = simulation;
    this.simulation = simulation;
    this.benchmarks = benchmarksOf(simulation);
    this.watches = watchesOf(simulation, this.benchmarks);
    this.recorders = economies.map(() => new Recorder(BUCKETS));
    this.rows = new RowStore(Math.max(...economies.map((economy) => economy.groups.length)));
    this.trails = Trails.of(simulation);
    this.labs = economies.reduce((sum, economy) => sum + economy.labs, 0);
    this.#pace = new Pace(this.labs);
    this.#record();
  }

  get isRunning(): boolean {
    return this.simulation.isRunning;
  }

  /** Is a decision interval begun and not done? The stocks are then between two ticks. */
  get isInsideInterval(): boolean {
    return this.#left > 0;
  }

  readonly isLevel = true;

  /** Decision intervals from t = 0 to the present state. */
  get position(): number {
    return this.#position;
  }

  /** Decision intervals recorded: up to there the run is known. */
  get furthest(): number {
    return this.#furthest;
  }

  get length(): number | null {
    return this.#length;
  }

  get isSeeking(): boolean {
    return this.#goal !== null;
  }

  /** The position under way to; where it stands if it is under way to none. */
  get destination(): number {
    return this.#goal ?? this.#position;
  }

  /**
   * Sets out for a position: back by a snapshot, then forward by replay, in `advanceToGoal`. Beyond what is recorded it runs
   * on, to the end if the run is shorter.
   */
  seek(position: number): void {
    // Who looks at a lab wants to see its last decision: so the tick before is replayed too.
    const { step } = this.#history.before(this.#pinned ? Math.max(0, position - 1) : position);
    if (this.isInsideInterval || position < this.#position || step > this.#position) this.#returnTo(step);
    this.#goal = position;
  }

  /** Goes back to the last snapshot at or before a position. */
  #returnTo(position: number): void {
    const { step, snapshot } = this.#history.before(position);
    this.simulation.restore(snapshot);
    this.#memories.get(snapshot)?.forEach((memory, index) => {
      this.watches[index].recall(memory);
    });
    this.#position = step;
    this.#left = 0;
    this.#pinned?.jump();
  }

  get pinned(): PinnedLab | null {
    return this.#pinned;
  }

  /** Follows a lab, after a replay of its past, which `advanceToGoal` does; false, and nobody is followed, if there is none at that place. */
  pin(place: LabPlace | null): boolean {
    this.#pinned = place && PinnedLab.of(this.simulation, place);
    if (!this.#pinned) return place === null;
    const goal = this.destination;
    const isShort = this.#pace.estimate(this.progress) < MOST_REPLAY;
    this.#returnTo(isShort ? 0 : Math.max(0, goal - 1));
    this.#pinned.see(this.#position);
    this.#goal = goal;
    return true;
  }

  /** Goes on towards the goal until the deadline. */
  advanceToGoal(now: () => number, deadline: number): void {
    if (this.#goal === null) return;
    this.advance(this.#goal - this.#position, now, deadline);
    if (this.#position >= this.#goal || !this.isRunning) this.#goal = null;
  }

  /**
   * Takes up to `intervals` decision intervals, as Simulation.step does, until the clock reaches `deadline`; what is begun goes
   * on in the next call. Slicing changes no bit. Returns the intervals completed.
   */
  advance(intervals: number, now: () => number, deadline: number): number {
    let done = 0;
    let time = now();
    while (done < intervals && this.isRunning) {
      if (this.#left === 0) this.#left = this.#furthestBehind().length;
      const before = this.progress;
      this.#left -= this.simulation.advance(this.#left, this.#pace.substeps(deadline - time));
      const after = now();
      this.#pace.learn(this.progress - before, after - time);
      time = after;
      if (this.#left === 0) {
        done++;
        this.#position++;
        if (!this.isRunning) this.#length = this.#position;
        this.#record();
        this.#pinned?.see(this.#position);
      }
      if (time >= deadline) break;
    }
    return done;
  }

  /** When the next decision interval ends, of those that run on; Infinity at the end. */
  get due(): number {
    return Math.min(...this.#furthestBehind().map(({ t, spec }) => t + spec.clock.h));
  }

  #furthestBehind(): EconomyView[] {
    const running = this.simulation.economies.filter((economy) => economy.isRunning);
    const behind = Math.min(...running.map((economy) => economy.t));
    return running.filter((economy) => economy.t === behind);
  }

  /** Substeps taken by all economies: grows with whatever happens. */
  get progress(): number {
    return this.simulation.economies.reduce((sum, economy) => sum + economy.substeps, 0);
  }

  /** What a position shows is recorded when it is reached first; a replay brings the same again. */
  #record(): void {
    if (this.#position < this.#furthest || (this.#position === this.#furthest && this.#position > 0)) {
      this.simulation.drain((row) => this.watches[row.economy].see(row));
      return;
    }
    this.#furthest = this.#position;
    this.simulation.drain((row) => {
      const watch = this.watches[row.economy];
      watch.see(row);
      const measured = watch.economy.labs > MOST_MEASURED ? null : watch.measured();
      this.recorders[row.economy].push(row, measured?.measures[GINI]);
      this.rows.push(measured ? { ...row, measured } : row);
      this.onRow(row);
    });
    this.trails?.record(this.simulation);
    this.#history.record(this.#position, () => {
      const snapshot = this.simulation.snapshot();
      this.#memories.set(
        snapshot,
        this.watches.map((watch) => watch.memory()),
      );
      return snapshot;
    });
  }
}
