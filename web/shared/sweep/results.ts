import type { SweepPlan } from './protocol.ts';

/** What economies can have come to, by number. */
export const statuses = ['finished', 'blow-up', 'overflow', 'stopped', 'failed'] as const;
export type SweptStatus = (typeof statuses)[number];

/**
 * Runs on their way from the worker to the page: numbers only, so that thousands a second cost neither side anything worth
 * mentioning. Of each run all its economies, of each economy all measures; NaN and −1 where there is none.
 */
export interface SweptRuns {
  runs: Int32Array<ArrayBuffer>;
  /** Of each economy: its place in `statuses`; −1 where the run had none. */
  statuses: Int8Array<ArrayBuffer>;
  /** In the order of `SweepPlan.measures`. */
  values: Float64Array<ArrayBuffer>;
  /** Of each economy, of as many classifications as any has. */
  regimes: Int8Array<ArrayBuffer>;
  /** Run and reason of those that failed. */
  failures: readonly (readonly [run: number, reason: string])[];
}

/** How many numbers each economy of a run has. */
export const widthsOf = ({ measures, economies }: SweepPlan) => ({
  economies: economies.length,
  measures: measures.length,
  regimes: Math.max(...economies.map(({ classifications }) => classifications.length)),
});

/** Room for so many runs. */
export function roomFor(plan: SweepPlan, count: number): Omit<SweptRuns, 'runs' | 'failures'> {
  const { economies, measures, regimes } = widthsOf(plan);
  return {
    statuses: new Int8Array(count * economies).fill(-1),
    values: new Float64Array(count * economies * measures).fill(Number.NaN),
    regimes: new Int8Array(count * economies * regimes).fill(-1),
  };
}

/** Where to find what is looked at in a run. */
export interface Look {
  economy: number;
  /** Number of the measure, or −1. */
  measure: number;
  /** Number of the classification, or −1. */
  regimes: number;
  /** Is it a state at the end of the run, so that it matters whether the run was cut short by a blow-up? */
  isOfEnd: boolean;
}

/** The runs of a sweep as they come in. */
export class SweepResults {
  readonly #all: Omit<SweptRuns, 'runs' | 'failures'>;
  readonly #widths: ReturnType<typeof widthsOf>;
  readonly #isMade: Uint8Array;
  readonly #reasons = new Map<number, string>();
  #made = 0;

  constructor(plan: SweepPlan) {
    this.#all = roomFor(plan, plan.runs);
    this.#widths = widthsOf(plan);
    this.#isMade = new Uint8Array(plan.runs);
  }

  get made(): number {
    return this.#made;
  }

  get failed(): number {
    return this.#reasons.size;
  }

  add({ runs, failures, ...parts }: SweptRuns): void {
    const { economies, measures, regimes } = this.#widths;
    const widths = { statuses: economies, values: economies * measures, regimes: economies * regimes };
    runs.forEach((run, i) => {
      for (const part of ['statuses', 'values', 'regimes'] as const) {
        const width = widths[part];
        this.#all[part].set(parts[part].subarray(i * width, (i + 1) * width), run * width);
      }
      if (this.#isMade[run] === 0) this.#made++;
      this.#isMade[run] = 1;
    });
    for (const [run, reason] of failures) this.#reasons.set(run, reason);
  }

  isMade(run: number): boolean {
    return this.#isMade[run] === 1;
  }

  /** Null before the run is made, and where it had no such economy. */
  statusOf(run: number, { economy }: Look): SweptStatus | null {
    return statuses[this.#all.statuses[run * this.#widths.economies + economy]] ?? null;
  }

  /** The measure, or the number of the regime; NaN where there is none, as of an economy that failed. */
  valueOf(run: number, look: Look): number {
    const at = run * this.#widths.economies + look.economy;
    if (this.statusOf(run, look) === 'failed') return Number.NaN;
    if (look.regimes < 0) return this.#all.values[at * this.#widths.measures + look.measure];
    const regime = this.#all.regimes[at * this.#widths.regimes + look.regimes];
    return regime < 0 ? Number.NaN : regime;
  }

  /** Why a run failed; null where it did not. */
  reasonOf(run: number): string | null {
    return this.#reasons.get(run) ?? null;
  }
}
