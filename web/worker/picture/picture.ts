import type { Domains, Frame, Line, PanelId, ReferenceTip } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import { Arena } from './arena.ts';
import { chipsLines, projectionLines } from './chipsLines.ts';
import { concentrationLines } from './concentrationLines.ts';
import { ghostLine } from './ghost.ts';
import {
  Counted,
  countsAxis,
  type Histograms,
  histogramLines,
  sizeHistograms,
  splitHistograms,
  splitReferences,
} from './histogramLines.ts';
import { linearChips, linearised } from './linear.ts';
import { aggregateLines, trailLines, turnpikeLines, turnpikesOf } from './phaseLines.ts';
import { labPoints } from './points.ts';
import { References } from './references.ts';
import { sharedDomains } from './sharedDomains.ts';
import { shareLines, shareReferences } from './shareLines.ts';
import { StockAxes } from './stockAxes.ts';
import { streamLines } from './streamLines.ts';
import { TimeAxis } from './timeAxis.ts';
import type { View } from './view.ts';

/** Turns a run into frames. Reads the run and never changes it. */
export class Picture {
  readonly #run: Run;
  readonly #arena = new Arena();
  readonly #timeAxis: TimeAxis;
  readonly #stocks: StockAxes;
  readonly #turnpikes: ReturnType<typeof turnpikesOf>;
  readonly #now: () => number;
  readonly #splits: Counted;
  #sizes: Counted;
  #view: View;
  readonly #references: References;
  #isUnfinished = true;
  /** The picture that this one shares its axes with. */
  #beside: Picture | null = null;

  constructor(run: Run, view: View, now: () => number) {
    this.#run = run;
    this.#now = now;
    this.#view = view;
    this.#references = new References(run);
    this.#timeAxis = new TimeAxis(run);
    this.#stocks = new StockAxes(run, this.#timeAxis.end(run));
    this.#turnpikes = turnpikesOf(run);
    this.#splits = new Counted(() => splitHistograms(run));
    this.#sizes = this.#countedSizes();
    run.onRow = (row) => this.#stocks.see(row, run.benchmarks[row.economy].applies);
  }

  /** Has axes in common with another picture, so that what looks higher is higher; null: of its own. */
  share(beside: Picture | null): void {
    this.#beside = beside;
    this.#sizes = this.#countedSizes();
    this.#isUnfinished = true;
  }

  /** Bins of one width for both, where the axis is shared. */
  #countedSizes(): Counted {
    return new Counted(() => sizeHistograms(this.#run, this.domains().sizes.x));
  }

  /** The axes of the state last drawn: those of counts follow what was counted then. */
  domains(): Domains {
    const other = this.#beside;
    if (!other) return this.#own();
    return sharedDomains(this.#own(), other.#own(), this.#run, other.#run);
  }

  #own(): Domains {
    const time = (): [number, number] => [0, this.#timeAxis.end(this.#run)];
    const { labChips, labTraining, chips } = this.#stocks;
    return {
      phase: { x: labTraining, y: labChips },
      chips: { x: time(), y: this.#view.isLinear ? linearChips(this.#run, chips) : chips },
      share: { x: time(), y: [0, 1] },
      splits: { x: [0, 1], y: countsAxis(this.#splits.histograms) },
      sizes: { x: [...labChips], y: countsAxis(this.#sizes.histograms) },
      stream: { x: time(), y: [0, 1] },
      concentration: { x: time(), y: [0, 1] },
    };
  }

  get view(): View {
    return this.#view;
  }

  look(view: View): void {
    this.#view = view;
    this.#isUnfinished = true;
  }

  /** Was the last frame without some benchmark, or with counts of an earlier state, that are still to be worked out? */
  get isUnfinished(): boolean {
    return this.#isUnfinished;
  }

  /** Where the benchmarks' curves leave the panel of chips. */
  tips(): ReferenceTip[] {
    const { x, y } = this.domains().chips;
    const inLogs: [number, number] = this.#view.isLinear ? [Number.NEGATIVE_INFINITY, Math.log10(y[1])] : y;
    return this.#references.tips(this.#view.hidden, { x, y: inLogs });
  }

  /** What the labs' splits and sizes are counted as, for the panels that are shown. */
  get histograms(): { splits: Histograms; sizes: Histograms } {
    return { splits: this.#splits.histograms, sizes: this.#sizes.histograms };
  }

  /** Counts the labs for the panels that are shown, on which axes depend; are the counts now of the present state? */
  count(): boolean {
    const other = this.#beside;
    const progress = this.#run.progress + (other ? other.#run.progress : 0);
    return [this.#splits, this.#sizes]
      .filter((_, i) => this.#view.shown.includes(i === 0 ? 'splits' : 'sizes'))
      .every((counted) => counted.refresh(progress, this.#now));
  }

  /** What to draw now; valid until the next call. projected: t* of the base economy as it looks now, Infinity if none. */
  frame(projected: number): Frame {
    const run = this.#run;
    this.#arena.clear();
    const { shown, hidden } = this.#view;
    const isCounted = this.count();
    const domains = this.domains();
    const { points, runs } = labPoints(run.simulation);
    const areCurvesToCome =
      shown.includes('chips') && this.#references.advance(domains.chips.x[1], hidden, this.#now);
    this.#isUnfinished = areCurvesToCome || !isCounted;
    const lines = shown.flatMap((panel) => this.#lines(panel, domains, points, projected));
    return { domains, points, runs, lines };
  }

  #lines(panel: PanelId, domains: Domains, points: Float32Array, projected: number): Line[] {
    const run = this.#run;
    const arena = this.#arena;
    switch (panel) {
      case 'phase':
        return [
          ...turnpikeLines(this.#turnpikes, domains.phase, arena),
          ...trailLines(run, points, arena),
          ...aggregateLines(run, arena),
        ];
      case 'chips': {
        const curves = [
          ...this.#others('chips'),
          ...this.#references.lines(this.#view.hidden),
          ...chipsLines(run, arena),
        ];
        return [
          ...projectionLines(run, projected, domains.chips.y, arena),
          ...(this.#view.isLinear ? linearised(curves, arena) : curves),
        ];
      }
      case 'share':
        return [
          ...this.#others('share'),
          ...shareReferences(run, domains.share.x[1], arena),
          ...shareLines(run, arena),
        ];
      case 'splits':
        return [
          ...splitReferences(run, domains.splits.y[1], arena),
          ...histogramLines(run, 'splits', this.#splits.histograms, arena),
        ];
      case 'sizes':
        return histogramLines(run, 'sizes', this.#sizes.histograms, arena);
      case 'stream':
        return streamLines(run, arena);
      case 'concentration':
        return concentrationLines(run, arena);
    }
  }

  /** Other runs than those that are played. */
  #others(panel: 'chips' | 'share'): Line[] {
    const { bands, ghost } = this.#view;
    const band = (style: 'outer' | 'inner', label: string): Line[] =>
      bands ? [{ panel, style, economy: -1, rule: null, label, data: bands[panel][style] }] : [];
    return [
      ...band('outer', '5–95 % of seeds'),
      ...band('inner', '25–75 % of seeds'),
      ...(ghost ? [ghostLine(ghost, panel)] : []),
    ];
  }
}
