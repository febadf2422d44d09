import type { EconomyView } from '../core/economyView.ts';
import { envelope } from '../theory/index.ts';
import type { Beginning } from './benchmarks/beginning.ts';
import { MOST_KINDS, ownParameters } from './benchmarks/beginning.ts';
import { mechanismsOn } from './benchmarks/mechanisms.ts';
import { productivityBound } from './ladderBound.ts';

/** Mechanisms that never give a lab more than its own frictionless economy would. */
const TAKING = new Set([
  ...['k1', 'k2', 'Tmax', 'delta', 'rho', 'tau', 'releaseEvery', 'releaseGrowth', 'elasticity'],
  ...['F', 'reinvest', 'omega', 'credit'],
]);

/** Of those, the ones that let training get less, so that more may have spilled in before than there is now. */
const FADING = ['rho', 'credit'];

/** Why a lab's own optimum does not bound it; null if it does. */
export function whyNoRegret(spec: Beginning['spec']): string | null {
  if (spec.from > 0) return 'its optimum would be another before it forks off';
  const isShared = spec.groups.some((group) => ownParameters(spec, group).sigma > 0);
  const known = isShared ? [...TAKING].filter((id) => !FADING.includes(id)) : TAKING;
  const on = mechanismsOn(spec, new Set(known));
  return on.length === 0 ? null : `a lab may have had more than its own optimum counts: ${on.join(', ')}`;
}

/**
 * The most chips that the labs of one group could have by t, each alone: ΣV_i, V_i from the lab's own K₀ and a, and from
 * T₀ + σ·Σ_{j≠i} T_j(t) of training: what it started with and, as if it had been there from the start, what others had
 * trained by t. Without spillover that is each lab's own optimum; with it no control of the lab can be above.
 * NaN where whyNoRegret() says why, and for more than a thousand unlike labs.
 */
export class OwnOptimum {
  readonly #starts: readonly Beginning[];
  readonly #K0: readonly Float64Array[];
  readonly #T0: readonly Float64Array[];

  /** starts: of each group by itself, at t = 0, while the economy's columns are still there. */
  constructor(economy: EconomyView, starts: readonly Beginning[]) {
    this.#starts = starts;
    const isFew = economy.labs <= MOST_KINDS;
    this.#K0 = economy.groups.map(({ K }) => (isFew ? K.slice() : new Float64Array(0)));
    this.#T0 = economy.groups.map(({ T }) => (isFew ? T.slice() : new Float64Array(0)));
  }

  /** For a group of the economy as it is now, at its present time t. */
  chips(economy: EconomyView, group: number): number {
    const { spec, labs, b } = this.#starts[group];
    if (whyNoRegret(economy.spec) !== null) return Number.NaN;
    const { sigma, c } = ownParameters(spec, spec.groups[0]);
    const { t } = economy;
    if (sigma === 0 || economy.labs === 1) {
      if (labs === null) return Number.NaN;
      return labs.reduce((sum, { count, K0, T0, a }) => sum + count * envelope({ K0, T0, a, b, c }, t), 0);
    }
    const K0 = this.#K0[group];
    if (K0.length === 0) return Number.NaN;
    const { T } = economy.groups[group];
    const all = economy.observation().T;
    const a = (T0: number): number => productivityBound(spec.groups[0], spec.economy, T0);
    let sum = 0;
    for (let lab = 0; lab < K0.length; lab++) {
      // All but its own: rounding of the sum must not make it negative.
      const others = Math.max(0, all - T[lab]);
      const T0 = this.#T0[group][lab];
      sum += envelope({ K0: K0[lab], T0: T0 + sigma * others, a: a(T0), b, c }, t);
    }
    return sum;
  }

  /** 1 − K/ΣV_i: the share of its own optimum's chips that a group misses. 0 is the best; 1 once that is infinite. */
  regret(economy: EconomyView, group: number): number {
    const best = this.chips(economy, group);
    if (best === Number.POSITIVE_INFINITY) return 1;
    return 1 - economy.observation().groups[group].K / best;
  }
}
