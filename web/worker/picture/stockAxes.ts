import type { Row } from '../../../src/core/row.ts';
import type { Run } from '../run/run.ts';
import { niceDecades } from './nice.ts';

/** A curve is followed up to this share of the time axis before its blow-up: what is later is narrower than a line. */
const NEAR = 0.01;
/**
 * K grows as (t* − t)^(−(1+c)/c) near a blow-up, so this many decades, times (1+c)/c, are what it gains until a hundredth of its
 * time is left. No blow-up gets more room: what made it would be pressed flat.
 */
const TAIL = 2;

/**
 * Ranges of log10 K and log10 T, shared by the panels. V bounds every economy, so the range it needs is right from the start
 * and the axes stand still; stocks beyond it leave through the top, as a blow-up should. Where no V applies, and for T, the
 * range grows in round steps.
 */
export class StockAxes {
  #lowK: number;
  #highK: number;
  /** Top of the phase plane: where one lab alone blows up, it need not show all together. */
  #labTop: number;
  #lowT: number;
  #highT: number;
  /** log10 K of all together at the start, for chips over time. */
  readonly #startK: number;
  readonly #mostK: number;

  constructor(run: Run, end: number) {
    const { economies } = run.simulation;
    const starts = economies.map((economy) => economy.observation());
    const labK = economies.flatMap(({ groups }) => groups.map(({ K }) => Math.log10(least(K))));
    const labT = economies.flatMap(({ groups }) => groups.map(({ T }) => Math.log10(least(T))));
    this.#startK = Math.min(...starts.map(({ K }) => Math.log10(K)));
    const c = Math.min(
      ...economies.flatMap(({ spec }) => spec.groups.map((group) => group.c ?? spec.economy.c)),
    );
    const tail = (TAIL * (1 + c)) / c;
    const mostStart = Math.max(...starts.map(({ K }) => Math.log10(K)));
    this.#mostK = mostStart + tail;
    this.#lowK = Math.min(this.#startK, ...labK);
    this.#highK = mostStart + 0.5;
    for (const benchmark of run.benchmarks) {
      if (!benchmark.applies) continue;
      const { blowUpTime } = benchmark;
      const reached =
        blowUpTime > end
          ? Math.log10(benchmark.V(end))
          : Math.min(this.#mostK, Math.log10(benchmark.V(blowUpTime * (1 - NEAR))));
      this.#highK = Math.max(this.#highK, reached);
    }
    const mostLab = Math.max(...starts.map(({ maxK }) => Math.log10(maxK)));
    this.#labTop = Math.min(this.#highK, Math.max(mostLab + tail, mostStart + 1));
    const { a, b, c: exponent } = economies[0].spec.economy;
    const turnpikeT = (logK: number): number => (logK + Math.log10((b * exponent) / a)) / (1 + exponent);
    const startT = starts.map(({ T }) => Math.log10(T));
    this.#lowT = Math.min(...labT, ...startT);
    // A lab that trains by parity ends a factor 2^(1/(1+c)) to the right of the turnpike.
    this.#highT = Math.max(...startT, this.#lowT + 0.5, turnpikeT(this.#labTop) + 0.31 / (1 + exponent));
  }

  /** Makes room for one more row. Every row counts, so that the axes do not depend on how often a frame was drawn. */
  see(row: Row, isBounded: boolean): void {
    if (row.status === 'failed') return;
    const K = Math.log10(row.K);
    if (!isBounded && K > this.#highK)
      this.#highK = Math.max(this.#highK, Math.min(this.#mostK, K + 0.15 * (this.#highK - this.#startK)));
    // A stock that has left through the top takes no more room to the right.
    const T = Math.log10(row.T);
    if (K <= this.#labTop && T > this.#highT) this.#highT = T + 0.15 * (this.#highT - this.#lowT);
  }

  get chips(): [number, number] {
    return niceDecades(this.#startK, this.#highK);
  }

  get labChips(): [number, number] {
    return niceDecades(this.#lowK - 0.05, Math.max(this.#labTop, this.#lowK + 0.5));
  }

  get labTraining(): [number, number] {
    return niceDecades(this.#lowT - 0.05, this.#highT);
  }
}

/** Unlike Math.min(...) it takes a million values. */
function least(column: Float64Array): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of column) if (value < found) found = value;
  return found;
}
