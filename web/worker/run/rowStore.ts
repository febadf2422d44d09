import { STATUSES } from '../../../src/core/row.ts';
import { measureTable, type RecordRow } from '../../../src/measure/index.ts';

const MOST_ROWS = 200_000;
const MOST_BYTES = 96 * 2 ** 20;
/** The row's own numbers, how many groups there are, and whether it was measured; then the measures. */
const OWN = 11;
const HEADER = OWN + measureTable.length;
const PER_GROUP = 4;

/**
 * Every row of the record, for the CSV, as packed numbers. Past its bound it keeps every second tick, then every fourth, and so
 * on; the last row of each economy is always there.
 */
export class RowStore {
  readonly #stride: number;
  readonly #most: number;
  #values: Float64Array;
  #rows = 0;
  #every = 1;
  readonly #latest = new Map<number, RecordRow>();

  /** mostGroups: of any economy. */
  constructor(mostGroups: number, mostRows: number = MOST_ROWS) {
    this.#stride = HEADER + mostGroups * PER_GROUP;
    this.#most = Math.min(mostRows, Math.floor(MOST_BYTES / (this.#stride * 8)));
    this.#values = new Float64Array(1024 * this.#stride);
  }

  /** Ticks per kept row. */
  get every(): number {
    return this.#every;
  }

  push(row: RecordRow): void {
    this.#latest.set(row.economy, row);
    if (row.tick % this.#every !== 0) return;
    if (this.#rows === this.#most) this.#thin();
    if (row.tick % this.#every !== 0) return;
    this.#write(row);
  }

  /** The kept rows in the order recorded, then last rows that fell between kept ticks. */
  *rows(): Generator<RecordRow> {
    const last = new Map<number, number>();
    for (let i = 0; i < this.#rows; i++) {
      const row = this.#read(i * this.#stride);
      last.set(row.economy, row.tick);
      // The row of a blow-up has the number of the tick before, and may come twice under one number: both are kept.
      yield row;
    }
    for (const [economy, row] of this.#latest)
      if (row.tick !== last.get(economy) || row.tick % this.#every !== 0) yield row;
  }

  #write(row: RecordRow): void {
    const at = this.#rows++ * this.#stride;
    if (at + this.#stride > this.#values.length) {
      const grown = new Float64Array(Math.min(this.#values.length * 2, this.#most * this.#stride));
      grown.set(this.#values);
      this.#values = grown;
    }
    const values = this.#values;
    values.set([row.economy, row.tick, row.t, STATUSES.indexOf(row.status)], at);
    const { measured } = row;
    values.set([row.K, row.T, row.q, row.minQ, row.maxQ, row.groups.length, measured ? 1 : 0], at + 4);
    if (measured) values.set(measured.measures, at + OWN);
    row.groups.forEach(({ K, T, q }, group) => {
      values.set([K, T, q, measured?.regrets[group] ?? Number.NaN], at + HEADER + group * PER_GROUP);
    });
  }

  #read(at: number): RecordRow {
    const v = this.#values;
    const groups: { K: number; T: number; q: number }[] = [];
    const regrets: number[] = [];
    for (let group = 0; group < v[at + 9]; group++) {
      const from = at + HEADER + group * PER_GROUP;
      groups.push({ K: v[from], T: v[from + 1], q: v[from + 2] });
      regrets.push(v[from + 3]);
    }
    const measures = Array.from(v.subarray(at + OWN, at + HEADER));
    return {
      economy: v[at],
      tick: v[at + 1],
      t: v[at + 2],
      status: STATUSES[v[at + 3]],
      K: v[at + 4],
      T: v[at + 5],
      q: v[at + 6],
      minQ: v[at + 7],
      maxQ: v[at + 8],
      groups,
      ...(v[at + 10] === 1 ? { measured: { measures, regrets } } : {}),
    };
  }

  #thin(): void {
    this.#every *= 2;
    let kept = 0;
    for (let i = 0; i < this.#rows; i++) {
      const from = i * this.#stride;
      if (this.#values[from + 1] % this.#every !== 0) continue;
      this.#values.copyWithin(kept++ * this.#stride, from, from + this.#stride);
    }
    this.#rows = kept;
  }
}
