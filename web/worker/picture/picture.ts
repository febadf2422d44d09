import type { Domains, Frame, Line } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import { Arena } from './arena.ts';
import { chipsLines, projectionLines, referenceLines } from './chipsLines.ts';
import { aggregateLines, trailLines, turnpikeLines, turnpikesOf } from './phaseLines.ts';
import { labPoints } from './points.ts';
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
  #references: { end: number; lines: Line[] } | null = null;

  constructor(run: Run) {
    this.#run = run;
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

  /** What to draw now; valid until the next call. projected: t* of the base economy as it looks now, Infinity if none. */
  frame(projected: number): Frame {
    const run = this.#run;
    const arena = this.#arena;
    arena.clear();
    const domains = this.domains();
    const { points, runs } = labPoints(run.simulation);
    const end = domains.chips.x[1];
    if (this.#references?.end !== end) this.#references = { end, lines: referenceLines(run, end) };
    return {
      domains,
      points,
      runs,
      lines: [
        ...turnpikeLines(this.#turnpikes, domains.phase, arena),
        ...trailLines(run, points, arena),
        ...aggregateLines(run, arena),
        ...this.#references.lines,
        ...projectionLines(run, projected, domains.chips.y, arena),
        ...chipsLines(run, arena),
        ...shareReferences(run, end, arena),
        ...shareLines(run, arena),
      ],
    };
  }
}
