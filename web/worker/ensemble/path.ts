import type { Row } from '../../../src/core/row.ts';

/** Moments kept of one replica. */
const CAPACITY = 512;

/** What came before the end of time: after a blow-up its chips count as infinite, after a failure nothing is known. */
export type Ending = 'none' | 'blow-up' | 'failure';

/** log10 K and q of one replica after every 2ⁿth tick, in bounded memory. Replicas share their ticks, so what two keep can be compared. */
export class Path {
  readonly #capacity: number;
  #logK: number[] = [];
  #q: number[] = [];
  #stride = 1;
  ending: Ending = 'none';

  /** capacity: most moments kept, even. */
  constructor(capacity = CAPACITY) {
    this.#capacity = capacity;
  }

  /** Ticks between two moments that are kept. */
  get stride(): number {
    return this.#stride;
  }

  /** Ticks from t = 0 to the last kept moment. */
  get lastTick(): number {
    return (this.#logK.length - 1) * this.#stride;
  }

  see({ tick, status, K, q }: Row): void {
    if (status === 'blow-up') this.ending = 'blow-up';
    else if (status === 'failed' || status === 'overflow') this.ending = 'failure';
    // The last row of such a run is inside a tick.
    if (this.ending !== 'none' || tick !== this.#logK.length * this.#stride) return;
    this.#logK.push(Math.log10(K));
    this.#q.push(q);
    if (this.#logK.length === this.#capacity) this.#halve();
  }

  /** log10 K at a tick that is a multiple of the stride; NaN where it is not known. */
  logKAt(tick: number): number {
    if (tick <= this.lastTick) return this.#logK[tick / this.#stride];
    return this.ending === 'blow-up' ? Number.POSITIVE_INFINITY : Number.NaN;
  }

  /** q of the tick that ended there; NaN before the first and after the last. */
  qAt(tick: number): number {
    return tick <= this.lastTick ? this.#q[tick / this.#stride] : Number.NaN;
  }

  isSameAs(other: Path): boolean {
    const same = (a: readonly number[], b: readonly number[]): boolean =>
      a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
    return this.ending === other.ending && same(this.#logK, other.#logK) && same(this.#q, other.#q);
  }

  #halve(): void {
    this.#logK = this.#logK.filter((_, i) => i % 2 === 0);
    this.#q = this.#q.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }
}
