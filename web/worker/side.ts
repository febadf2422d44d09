import type { Core } from '../../src/core/core.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { Frame, SideSummary } from '../shared/protocol.ts';
import { Occasional } from './occasional.ts';
import { Picture } from './picture/picture.ts';
import type { View } from './picture/view.ts';
import { projectionsOf, type Reading, readingsOf } from './reading.ts';
import { Run } from './run/run.ts';
import { benchmarksNow, economySummaries, failureOf } from './summary.ts';

/** A run with its picture and what is said of it. Costly numbers are asked for now and then. */
export class Side {
  readonly run: Run;
  readonly picture: Picture;
  readonly #now: () => number;
  readonly #projections = new Occasional(projectionsOf);
  readonly #readings = new Occasional<Reading>((run, before) =>
    readingsOf(run, before, this.#projections.answersFor(run)),
  );

  /** At t = 0. Throws if there is no memory for it. */
  constructor(core: Core, scenario: Scenario, view: View, now: () => number) {
    this.run = new Run(core, scenario);
    this.picture = new Picture(this.run, view, now);
    this.#now = now;
  }

  /** Has it numbers to be asked for that take as long as a tick? */
  hasDear(time: number): boolean {
    return this.#dear(time) !== undefined;
  }

  /** Asks for one of them. */
  refreshDear(time: number): void {
    this.#dear(time)?.refresh(this.run, this.#now);
  }

  #dear(time: number): Occasional<number> | Occasional<Reading> | undefined {
    return [this.#projections, this.#readings].find((one) => one.isDear && one.isDue(this.run, time));
  }

  /** What to draw now; valid until the next call. isQuiet: nothing else is to be done. */
  frame(isQuiet: boolean): Frame {
    return this.picture.frame(this.#asked(this.#projections, isQuiet)[0]);
  }

  summary(isQuiet: boolean): SideSummary {
    const { run, picture } = this;
    const { view } = picture;
    const projections = this.#asked(this.#projections, isQuiet);
    return {
      labs: run.labs,
      until: run.simulation.scenario.clock.until,
      economies: economySummaries(run, projections, this.#asked(this.#readings, isQuiet)),
      benchmarks: benchmarksNow(run, view.hidden),
      tips: picture.tips(),
      domains: picture.domains(),
      hasGhost: view.ghost !== null,
      seeds: view.bands?.seeds ?? 0,
      pinned: run.pinned?.spot ?? null,
      failure: failureOf(run),
    };
  }

  /** Answers as fresh as they can be had cheaply, and quite fresh where nothing else is to be done. */
  #asked<T>(of: Occasional<T>, isQuiet: boolean): readonly T[] {
    const isWanted = !of.isDear && of.isDue(this.run, this.#now());
    if (isQuiet || isWanted || !of.isOf(this.run)) of.refresh(this.run, this.#now);
    return of.answers;
  }
}
