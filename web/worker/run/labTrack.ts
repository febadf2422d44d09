const FIELDS = 4;

/** Where one lab has been, in bounded memory: when it is full every other sample goes, and from then on every second position is kept. */
export class LabTrack {
  readonly #most: number;
  readonly #values: Float64Array;
  #samples = 0;
  #stride = 1;
  #last = -1;

  /** most: samples, an even number. */
  constructor(most = 1024) {
    this.#most = most;
    this.#values = new Float64Array(most * FIELDS);
  }

  /** Positions come in order; what is known already, or lies between those kept, is left out. */
  push(position: number, t: number, K: number, T: number, q: number): void {
    if (position <= this.#last || position % this.#stride !== 0) return;
    if (this.#samples === this.#most) this.#thin();
    if (position % this.#stride !== 0) return;
    this.#last = position;
    this.#values.set([t, K, T, q], this.#samples++ * FIELDS);
  }

  /** The kept samples, column by column. */
  columns(): { t: Float64Array; K: Float64Array; T: Float64Array; q: Float64Array } {
    const column = (field: number): Float64Array => {
      const copy = new Float64Array(this.#samples);
      for (let i = 0; i < copy.length; i++) copy[i] = this.#values[i * FIELDS + field];
      return copy;
    };
    return { t: column(0), K: column(1), T: column(2), q: column(3) };
  }

  #thin(): void {
    this.#stride *= 2;
    let kept = 0;
    for (let i = 0; i < this.#samples; i += 2) {
      this.#values.copyWithin(kept++ * FIELDS, i * FIELDS, (i + 1) * FIELDS);
    }
    this.#samples = kept;
  }
}
