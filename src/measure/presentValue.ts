import type { Row } from '../core/row.ts';
import { forkTick } from '../core/tables.ts';
import type { EconomySpec } from '../scenario/types.ts';

/**
 * Present value, at t = 0, of the cash an economy has for its owners: Σ over groups and ticks of (paid − running cost)·e^(−r·t), t the
 * tick's middle (the mid-period convention), r each group's own discount rate. In chips at their price of t = 0.
 */
export class PresentValue {
  readonly #spec: EconomySpec;
  #value = 0;
  #t: number;

  /** A fork counts from its beginning on: what was before is its base's. */
  constructor(spec: EconomySpec) {
    this.#spec = spec;
    this.#t = forkTick(spec) * spec.clock.h;
  }

  get value(): number {
    return this.#value;
  }

  /** The same past, to go on from on its own. */
  copy(): PresentValue {
    const other = new PresentValue(this.#spec);
    other.#value = this.#value;
    other.#t = this.#t;
    return other;
  }

  /** The row of the tick just done. One that is no later than the last adds nothing: a fork's first row is its base's. */
  see({ t, groups }: Row): void {
    if (t <= this.#t) return;
    const middle = (this.#t + t) / 2;
    groups.forEach(({ paid, cost }, index) => {
      const r = this.#spec.groups[index].r ?? this.#spec.economy.r;
      this.#value += (paid - cost) * Math.exp(-r * middle);
    });
    this.#t = t;
  }
}
