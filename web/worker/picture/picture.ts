import type { Domains, Frame, ReferenceTip } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import { Arena } from './arena.ts';
import { chipsLines, projectionLines } from './chipsLines.ts';
import { aggregateLines, trailLines, turnpikeLines, turnpikesOf } from './phaseLines.ts';
import { labPoints } from './points.ts';
import { References } from './references.ts';
import { shareLines, shareReferences } from './shareLines.ts';
import { StockAxes } from './stockAxes.ts';
import { TimeAxis } from './timeAxis.ts';

/** Turns a run into frames. Reads the run and never changes it. */
export class Picture {
  readonly #run: Run;
  readonly #arena = new Arena();
  readonly #timeAxis: TimeAxis;
  readonly #stocks: StockAxes;
  readonly #turnpikes: ReturnType<typeof turnpikesOf>;
  readonly #now: () => number;
  readonly #references: References;
  #hidden: ReadonlySet<string>;
  #isUnfinished = true;

  /** hidden: ids of the benchmarks not to draw. */
  constructor(run: Run, hidden: ReadonlySet<string>, now: () => number) {
    this.#run = run;
    this.#now = now;
    this.#hidden = hidden;
    this.#references = new References(run);
    this.#timeAxis = new TimeAxis(run);
    this.#stocks = new StockAxes(run, this.#timeAxis.end(run));
    this.#turnpikes = turnpikesOf(run);
    run.onRow = (row) => this.#stocks.see(row, run.benchmarks[row.economy].applies);
  }

  domains(): Domains {
    const time: [number, number] = [0, this.#timeAxis.end(this.#run)];
    return {
      phase: { x: this.#stocks.labTraining, y: this.#stocks.labChips },
      chips: { x: time, y: this.#stocks.chips },
      share: { x: [...time], y: [0, 1] },
    };
  }

  hide(hidden: ReadonlySet<string>): void {
    this.#hidden = hidden;
    this.#isUnfinished = true;
  }

  /** Was the last frame without some benchmark that is still being worked out? */
  get isUnfinished(): boolean {
    return this.#isUnfinished;
  }

  /** Where the benchmarks' curves leave the panel of chips. */
  tips(): ReferenceTip[] {
    return this.#references.tips(this.#hidden, this.domains().chips);
  }

  /** What to draw now; valid until the next call. projected: t* of the base economy as it looks now, Infinity if none. */
  frame(projected: number): Frame {
    const run = this.#run;
    const arena = this.#arena;
    arena.clear();
    const domains = this.domains();
    const { points, runs } = labPoints(run.simulation);
    const end = domains.chips.x[1];
    this.#isUnfinished = this.#references.advance(end, this.#hidden, this.#now);
    return {
      domains,
      points,
      runs,
      lines: [
        ...turnpikeLines(this.#turnpikes, domains.phase, arena),
        ...trailLines(run, points, arena),
        ...aggregateLines(run, arena),
        ...this.#references.lines(this.#hidden),
        ...projectionLines(run, projected, domains.chips.y, arena),
        ...chipsLines(run, arena),
        ...shareReferences(run, end, arena),
        ...shareLines(run, arena),
      ],
    };
  }
}
