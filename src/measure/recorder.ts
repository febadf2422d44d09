import type { Row } from '../core/row.ts';

/** Values of one bucket: from its first row, with the extremes of the rows it stands for. */
export interface Bucket {
  t: number;
  /** End of the bucket: time of its last row. */
  end: number;
  K: number;
  T: number;
  q: number;
  minQ: number;
  maxQ: number;
  /** Of the chip-weighted share q over the bucket's rows. */
  lowQ: number;
  highQ: number;
  /** Effective number of labs, (ΣK)²/ΣK², and labs in business. */
  effectiveLabs: number;
  labs: number;
  /** Gini coefficient of chips; NaN where it was not worked out. */
  gini: number;
  /** Each group's share of all chips. */
  shares: readonly number[];
}

/** Each group's share of an economy's chips; they sum to 1. */
export const sharesOf = ({ K, groups }: Pick<Row, 'K' | 'groups'>): number[] =>
  groups.map((group) => group.K / K);

/**
 * The path of one economy in bounded memory. While it fits, one bucket is one tick; then neighbours merge in pairs and each
 * bucket stands for twice as many ticks. Extremes of q survive every merge, so no spike is lost to the eye; K and T rise
 * monotonically, and how they are spread changes slowly, so first values suffice for them. The last row is always kept as it is.
 */
export class Recorder {
  readonly #capacity: number;
  #buckets: Bucket[] = [];
  #stride = 1;
  #inLast = 0;
  #latest: Row | null = null;

  /** capacity: most buckets kept, even and at least 2. */
  constructor(capacity = 4096) {
    if (!Number.isInteger(capacity) || capacity < 2 || capacity % 2 !== 0)
      throw new RangeError(`capacity: got ${capacity}; allowed: an even integer from 2`);
    this.#capacity = capacity;
  }

  /** Completed buckets and the one being filled, in order of time. */
  get buckets(): readonly Bucket[] {
    return this.#buckets;
  }

  /** Ticks one bucket stands for. */
  get stride(): number {
    return this.#stride;
  }

  get latest(): Row | null {
    return this.#latest;
  }

  /** gini: of the row's chips over labs, where it is known. */
  push(row: Row, gini = Number.NaN): void {
    this.#latest = row;
    if (this.#buckets.length > 0 && this.#inLast < this.#stride) {
      const last = this.#buckets[this.#buckets.length - 1];
      last.end = row.t;
      absorb(last, { lowQ: row.q, highQ: row.q, minQ: row.minQ, maxQ: row.maxQ });
      this.#inLast++;
      return;
    }
    if (this.#buckets.length === this.#capacity) this.#halve();
    this.#buckets.push({
      t: row.t,
      end: row.t,
      K: row.K,
      T: row.T,
      q: row.q,
      minQ: row.minQ,
      maxQ: row.maxQ,
      lowQ: row.q,
      highQ: row.q,
      effectiveLabs: row.K ** 2 / row.KSquared,
      labs: row.labs,
      gini,
      shares: sharesOf(row),
    });
    this.#inLast = 1;
  }

  #halve(): void {
    const merged: Bucket[] = [];
    for (let i = 0; i < this.#buckets.length; i += 2) {
      const [first, second] = [this.#buckets[i], this.#buckets[i + 1]];
      first.end = second.end;
      absorb(first, second);
      merged.push(first);
    }
    this.#buckets = merged;
    this.#stride *= 2;
  }
}

/** Widens a bucket's extremes; NaN (no split decided yet) gives way to any number. */
function absorb(bucket: Bucket, more: Pick<Bucket, 'lowQ' | 'highQ' | 'minQ' | 'maxQ'>): void {
  bucket.lowQ = Number.isNaN(bucket.lowQ) ? more.lowQ : Math.min(bucket.lowQ, more.lowQ);
  bucket.highQ = Number.isNaN(bucket.highQ) ? more.highQ : Math.max(bucket.highQ, more.highQ);
  bucket.minQ = Number.isNaN(bucket.minQ) ? more.minQ : Math.min(bucket.minQ, more.minQ);
  bucket.maxQ = Number.isNaN(bucket.maxQ) ? more.maxQ : Math.max(bucket.maxQ, more.maxQ);
}
