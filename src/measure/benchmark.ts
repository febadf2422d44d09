import type { EconomySpec } from '../scenario/types.ts';
import { envelope, minimalBlowUpTime, minimalTime } from '../theory/index.ts';

/** The economy that the closed form is asked about: one planner who owns every chip and all training. */
export interface Pooled {
  readonly K0: number;
  readonly T0: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * What an economy is measured against: the pooled optimum from its own start (ΣK₀, ΣT₀), frictionless, with everything
 * reinvested. No mixture of labs with s ≤ 1 and spillover ≤ 1 can be above it. Unlike a's count as the best of them.
 */
export class Benchmark {
  /** Null where no common optimum bounds the labs; `reason` says why. */
  readonly pooled: Pooled | null;
  readonly reason: string | null;
  /** Blow-up time t* of the optimum; Infinity where it does not apply. */
  readonly blowUpTime: number;

  /** start: the sums over all labs at t = 0. */
  constructor(spec: EconomySpec, start: { readonly K: number; readonly T: number }) {
    const exponents = new Set(spec.groups.map((group) => group.c ?? spec.economy.c));
    if (exponents.size > 1) {
      this.pooled = null;
      this.reason = 'labs differ in c, so no common optimum bounds them';
      this.blowUpTime = Number.POSITIVE_INFINITY;
      return;
    }
    const [c] = exponents;
    const a = Math.max(...spec.groups.map((group) => group.a ?? spec.economy.a));
    this.pooled = { K0: start.K, T0: start.T, a, b: spec.economy.b, c };
    this.reason = null;
    this.blowUpTime = minimalBlowUpTime(this.pooled);
  }

  get applies(): boolean {
    return this.pooled !== null;
  }

  /** V(t): the most chips any control reaches by t. Infinity from the optimum's blow-up on; NaN where it does not apply. */
  V(t: number): number {
    return this.pooled ? envelope(this.pooled, t) : Number.NaN;
  }

  /** Least time in which any control reaches K; 0 for K ≤ K₀; NaN where it does not apply. */
  minimalTime(K: number): number {
    return this.pooled ? minimalTime(this.pooled, K) : Number.NaN;
  }

  /** K/V(t): 1 is the optimum, 0 where V is infinite. */
  efficiency(t: number, K: number): number {
    const V = this.V(t);
    return V === Number.POSITIVE_INFINITY ? 0 : K / V;
  }

  /** How much later than the optimum the economy reached K, in time units. */
  delay(t: number, K: number): number {
    return t - this.minimalTime(K);
  }
}
