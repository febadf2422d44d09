import type { EconomySpec } from '../scenario/types.ts';
import { envelope, minimalBlowUpTime, minimalTime } from '../theory/index.ts';
import { steepestRung } from './ladderBound.ts';

/** The economy that the closed form is asked about: one planner who owns every chip and all training. */
export interface Pooled {
  readonly K0: number;
  readonly T0: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** A lab's start and productivity (its `productivityBound`): what its own optimum needs. */
export interface OwnStart {
  readonly K0: number;
  readonly T0: number;
  readonly a: number;
}

/** Why no frictionless optimum from the pooled start bounds an economy, or null: it does while everything only takes away. */
function whyUnbounded({ economy, groups }: EconomySpec): string | null {
  if (new Set(groups.map((group) => group.c ?? economy.c)).size > 1)
    return 'labs differ in c, so no common optimum bounds them';
  const steep = groups.map((group) => steepestRung(group, economy) ?? 0);
  const steepest = Math.max(...steep);
  const c = groups[0].c ?? economy.c;
  if (steepest > c)
    return `a technique ladder is steeper (${Number(steepest.toPrecision(3))}) than c = ${c}, which the optimum has`;
  if (groups.some((group) => (group.f ?? economy.f) > 0))
    return 'external funding f brings money in that the optimum does not have';
  if (economy.gp > 0) return 'chips get cheaper by themselves (g_p > 0), which the optimum does not count on';
  if (groups.some((group) => (group.entry ?? economy.entry) > 0))
    return 'newcomers bring chips that the optimum does not have';
  return null;
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

  readonly #labs: readonly OwnStart[];

  /**
   * start: the sums over all labs at t = 0, and the best lab's a per T^c (left out: the best of the groups' own, which on a
   * technique ladder holds from T0 = 1 on). labs: each of them, where they share nothing and ΣV_i is wanted.
   */
  constructor(
    spec: EconomySpec,
    start: { readonly K: number; readonly T: number; readonly a?: number },
    labs: readonly OwnStart[] = [],
  ) {
    this.#labs = labs;
    this.reason = whyUnbounded(spec);
    if (this.reason !== null) {
      this.pooled = null;
      this.blowUpTime = Number.POSITIVE_INFINITY;
      return;
    }
    const c = spec.groups[0].c ?? spec.economy.c;
    const a = start.a ?? Math.max(...spec.groups.map((group) => group.a ?? spec.economy.a));
    this.pooled = { K0: start.K, T0: start.T, a, b: spec.economy.b, c };
    this.blowUpTime = minimalBlowUpTime(this.pooled);
  }

  get applies(): boolean {
    return this.pooled !== null;
  }

  /** V(t): the most chips any control reaches by t. Infinity from the optimum's blow-up on; NaN where it does not apply. */
  V(t: number): number {
    return this.pooled ? envelope(this.pooled, t) : Number.NaN;
  }

  /**
   * The optimum without merging: Σ of each lab's own V_i(t), for labs that share nothing. Infinity from the first of their
   * blow-ups on; NaN where labs share training, or where V does not apply.
   */
  separateV(t: number): number {
    if (!this.pooled || this.#labs.length === 0) return Number.NaN;
    const { b, c } = this.pooled;
    return this.#labs.reduce((sum, lab) => sum + envelope({ ...lab, b, c }, t), 0);
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
