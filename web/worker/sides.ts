import type { Core } from '../../src/core/core.ts';
import { haveSameRun } from '../../src/scenario/amendments.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { SideIndex } from '../shared/protocol.ts';
import { FIRST_VIEW, type View } from './picture/view.ts';
import { Tandem } from './run/tandem.ts';
import type { Timeline } from './run/timeline.ts';
import { Side } from './side.ts';

/** What is played: nothing at first, then a run, or two under one clock; each as its reader wants to see it. */
export class Sides {
  readonly #now: () => number;
  #views: readonly View[] = [FIRST_VIEW, FIRST_VIEW];
  #all: readonly Side[] = [];
  #time: Timeline | null = null;
  #areAxesShared = true;

  constructor(now: () => number) {
    this.#now = now;
  }

  get all(): readonly Side[] {
    return this.#all;
  }

  /** The clock of all. */
  get time(): Timeline | null {
    return this.#time;
  }

  get scenarios(): readonly Scenario[] {
    return this.#all.map(({ run }) => run.simulation.scenario);
  }

  at(side: SideIndex): Side | null {
    return this.#all[side] ?? null;
  }

  /** Begins anew with one scenario, or two, at t = 0. Throws, and keeps what was, if there is no memory for them. */
  load(core: Core, scenarios: readonly Scenario[]): void {
    const sides = scenarios.map((scenario, index) => {
      const side = new Side(core, scenario, this.#views[index], this.#now);
      // Who looked at a lab goes on looking at it, if the new run has one in its place.
      side.run.pin(this.#all[index]?.run.pinned?.place ?? null);
      return side;
    });
    this.#all = sides;
    this.#time = sides.length === 1 ? sides[0].run : new Tandem(sides.map(({ run }) => run));
    this.#join();
  }

  /** Swaps two sides, where they stand. */
  swap(): void {
    if (!(this.#time instanceof Tandem)) return;
    this.#time.reverse();
    this.#all = [...this.#all].reverse();
    this.#views = [...this.#views].reverse();
  }

  /** Lets one of two go on alone from where it stands. */
  keep(side: SideIndex): void {
    const kept = this.at(side);
    if (!kept || this.#all.length < 2) return;
    kept.picture.share(null);
    this.#all = [kept];
    this.#views = [this.#views[side], FIRST_VIEW];
    this.#time = kept.run;
  }

  /** Takes other words for the same runs; false, and nothing is changed, where the runs would be others. */
  reword(scenarios: readonly Scenario[]): boolean {
    const before = this.scenarios;
    const areSame =
      scenarios.length === before.length &&
      scenarios.every((scenario, index) => haveSameRun(before[index], scenario));
    if (!areSame) return false;
    this.#all.forEach(({ run }, index) => {
      run.simulation.reword(scenarios[index]);
    });
    this.#join();
    return true;
  }

  look(changes: Partial<View>, sides: readonly SideIndex[] = [0, 1]): void {
    this.#views = this.#views.map((view, side) =>
      sides.includes(side as SideIndex) ? { ...view, ...changes } : view,
    );
    for (const side of sides) this.at(side)?.picture.look(this.#views[side]);
  }

  shareAxes(areShared: boolean): void {
    this.#areAxesShared = areShared;
    this.#join();
  }

  #join(): void {
    const [first, second] = this.#all;
    if (!second) return;
    first.picture.share(this.#areAxesShared ? second.picture : null);
    second.picture.share(this.#areAxesShared ? first.picture : null);
  }
}
