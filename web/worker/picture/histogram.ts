import type { EconomyView } from '../../../src/core/economyView.ts';

/** Bins of a histogram over the whole width of its panel. */
export const BINS = 40;

/** How many labs in business lie in each of `BINS` even bins of an axis; what lies beyond it is counted in the end bins. */
export class Histogram {
  readonly counts = new Uint32Array(BINS);
  readonly low: number;
  readonly width: number;
  readonly #span: number;

  constructor([low, high]: readonly [number, number]) {
    this.low = low;
    this.#span = high - low;
    this.width = this.#span / BINS;
  }

  /** NaN, of a lab that has no such value yet, is not counted. */
  add(value: number): void {
    const bin = this.#indexOf(value);
    if (bin >= BINS) this.counts[BINS - 1]++;
    else if (bin >= 0) this.counts[bin]++;
    else if (bin < 0) this.counts[0]++;
  }

  /** The bin that a place on the axis lies in, or −1. */
  binAt(place: number): number {
    const bin = this.#indexOf(place);
    return bin >= 0 && bin < BINS ? bin : -1;
  }

  /** Multiplied first: a round value such as 0.3 then lies in the bin that begins there. */
  #indexOf(value: number): number {
    return Math.floor(((value - this.low) * BINS) / this.#span);
  }

  get most(): number {
    return this.counts.reduce((most, count) => Math.max(most, count), 0);
  }
}

/** Training shares over [0, 1], of the labs in business; nothing before the first split. */
export function splitsOf(economy: EconomyView): Histogram {
  const histogram = new Histogram([0, 1]);
  if (economy.tick === 0 && !economy.isInsideTick) return histogram;
  for (const { K, q } of economy.groups)
    for (let lab = 0; lab < K.length; lab++) if (K[lab] > 0) histogram.add(q[lab]);
  return histogram;
}

/** log10 K over a range, of the labs in business. */
export function sizesOf(economy: EconomyView, range: readonly [number, number]): Histogram {
  const histogram = new Histogram(range);
  for (const { K } of economy.groups)
    for (let lab = 0; lab < K.length; lab++) if (K[lab] > 0) histogram.add(Math.log10(K[lab]));
  return histogram;
}

/** The end of an axis of counts: 1, 2 or 5 times a power of ten, so that it seldom moves. */
export function countCeil(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].find((step) => step * power >= most)! * power;
}
