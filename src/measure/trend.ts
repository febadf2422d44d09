import { hyperbolicBlowUp, type Level } from './hyperbola.ts';

/** A point of the past is kept whenever K has grown by this factor, in logs: four points a doubling. */
const APART = Math.LN2 / 4;
/** How far K grew between the points of a hyperbola, in logs; less, in equal parts, while it has not grown so far. */
const SPAN = Math.LN2 / 2;
const KEPT = 8;

/** The recent growth of one economy, from its rows alone, in bounded memory. */
export class Trend {
  /** Oldest first: the first row, then at least APART from each other. */
  #kept: Level[] = [];
  #before: Level | null = null;
  #now: Level | null = null;

  /** The same past, to go on from on its own. */
  copy(): Trend {
    const other = new Trend();
    other.#kept = [...this.#kept];
    other.#before = this.#before;
    other.#now = this.#now;
    return other;
  }

  see(t: number, K: number): void {
    const level = { t, logK: Math.log(K) };
    if (this.#now && t <= this.#now.t) return;
    this.#before = this.#now;
    this.#now = level;
    const last = this.#kept.at(-1);
    if (last && level.logK - last.logK < APART) return;
    // Between two ticks far apart the law is unknown: the tick before bounds the gap.
    if (last && this.#before && this.#before.t > last.t && level.logK - last.logK > 2 * APART)
      this.#kept.push(this.#before);
    this.#kept.push(level);
    if (this.#kept.length > KEPT) this.#kept = this.#kept.slice(-KEPT);
  }

  /** d ln K/dt over the last tick; NaN before there is one. */
  get growth(): number {
    if (!this.#before || !this.#now) return Number.NaN;
    return (this.#now.logK - this.#before.logK) / (this.#now.t - this.#before.t);
  }

  /** t* of the hyperbola through recent growth: Infinity where growth does not speed up, NaN before there are three rows. */
  get blowUpTime(): number {
    const now = this.#now;
    if (!now) return Number.NaN;
    const past = this.#kept.filter(({ t }) => t < now.t);
    const middle =
      past.findLast(({ logK }) => now.logK - logK >= SPAN) ?? past.at(Math.ceil(past.length / 2));
    if (!middle) return Number.NaN;
    const earlier = past.filter(({ t }) => t < middle.t);
    const first = earlier.findLast(({ logK }) => middle.logK - logK >= SPAN) ?? earlier[0];
    if (!first) return Number.NaN;
    return hyperbolicBlowUp(first, middle, now);
  }
}
