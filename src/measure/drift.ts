/** A projection of t*, and when it was made. */
interface Sample {
  readonly t: number;
  readonly projected: number;
}

/** Samples count while the time then left was from 1.25 to 3 times the time left now. */
const NEAR = 1.25;
const FAR = 3;
/** No error is taken to be smaller than this share of the time left: quadrature and the located t* are no better. */
const LEAST = 1e-7;
const KEPT = 64;

/** For bias that shrinks slower than the time left: what P. J. Roache (1994) takes where two grids are all there is. */
const SAFETY = 3;

/**
 * How far projections of t* are off, judged by how they moved. A projection whose bias shrinks in proportion to the time
 * left R moved, since R was λ times what it is now, by (λ − 1) times the bias it still has. So the error is three times the
 * largest |t*_then − t*_now|/min(1, λ − 1) over recent projections; where they do not settle it says so by its size.
 */
export class Drift {
  #samples: Sample[] = [];

  /** The same past, to go on from on its own. */
  copy(): Drift {
    const other = new Drift();
    other.#samples = [...this.#samples];
    return other;
  }

  /** Keeps a projection, Infinity if none; of the oldest only the last 64 are kept. */
  add(t: number, projected: number): void {
    this.#samples.push({ t, projected });
    if (this.#samples.length > KEPT) this.#samples.shift();
  }

  /** Error of a projection made at t, in time units; NaN while there is no past to judge it by, or none agreed that there is a t*. */
  error(t: number, projected: number): number {
    const left = projected - t;
    if (!(left > 0 && left < Number.POSITIVE_INFINITY)) return Number.NaN;
    let most = Number.NaN;
    for (const sample of this.#samples) {
      const times = (projected - sample.t) / left;
      if (!(times >= NEAR && times <= FAR)) continue;
      const moved = Math.abs(sample.projected - projected) / Math.min(1, times - 1);
      most = Number.isNaN(most) ? moved : Math.max(most, moved);
    }
    return Number.isFinite(most) ? Math.max(SAFETY * most, LEAST * left) : Number.NaN;
  }
}
