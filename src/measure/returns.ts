import type { EconomyView } from '../core/economyView.ts';
import { ownParameters } from './benchmarks/beginning.ts';
import { mechanismsOn } from './benchmarks/mechanisms.ts';

/** What a chip bought now earns, against what it earns as a year of training; means over labs, weighted by their chips. */
export interface Returns {
  /** r_K: chips a serving chip adds a year, per chip. */
  readonly chip: number;
  /** r_T: what training made with a chip-year returns a year, per chip it cost. */
  readonly training: number;
}

/** Mechanisms that leave the marginal chip as it is; r_K and r_T know δ, ρ and the s of each lab. */
const HARMLESS = new Set(['delta', 'rho', 'reinvest', 'omega', 'credit', 'entry']);

/** Why the private returns are not those of the formula; null if they are. */
export function whyNoReturns({ spec }: EconomyView): string | null {
  const on = mechanismsOn(spec, HARMLESS);
  return on.length === 0 ? null : `not defined here where this is on: ${on.join(', ')}`;
}

/**
 * Private returns at the present splits, per time unit. A chip that serves adds r_K = s·w·a·T̂^c − δ chips a year.
 * A chip-year of training forgoes s·w·a·T̂^c chips and makes b of T, so a unit of T costs p = s·w·a·T̂^c/b chips (Tobin's
 * replacement cost). It yields s·w·a·c·(1−q)K·T̂^(c−1) a year and wears off at ρ, while its price rises with T̂:
 *   r_T = b·c·(1−q)K/T̂ − ρ + c·(dT̂/dt)/T̂,  dT̂/dt = b(q·K + σ·Σ_{j≠i} q_j·K_j) − ρ·T̂.
 * r_T = r_K is the no-arbitrage condition of Pontryagin's principle: the turnpike b·c·K = T(a·T^c + (1+c)ρ − δ), and with
 * spillover the indifference of path-taking labs. r_T > r_K: train more. Means over labs, weighted by chips; NaN where
 * whyNoReturns() says why, and before the first decision.
 * Source: derived here from S1's model; the comparison with replacement cost is J. Tobin's (1969).
 */
export function returnsOf(economy: EconomyView): Returns {
  const { spec, groups } = economy;
  const none = { chip: Number.NaN, training: Number.NaN };
  if (economy.t === 0 || whyNoReturns(economy) !== null) return none;
  const { b } = spec.economy;
  let [totalT, totalTraining, chips, chip, training] = [0, 0, 0, 0, 0];
  for (const { K, T, q, count } of groups) {
    for (let lab = 0; lab < count; lab++) {
      if (K[lab] === 0) continue;
      totalT += T[lab];
      totalTraining += q[lab] * K[lab];
    }
  }
  groups.forEach(({ K, T, q, s, count }, index) => {
    const { a, c, sigma, w } = ownParameters(spec, spec.groups[index]);
    const delta = spec.groups[index].delta ?? spec.economy.delta;
    const rho = spec.groups[index].rho ?? spec.economy.rho;
    for (let lab = 0; lab < count; lab++) {
      const own = K[lab];
      if (own === 0) continue;
      const trained = q[lab] * own;
      const That = T[lab] + sigma * (totalT - T[lab]);
      const rise = (b * (trained + sigma * (totalTraining - trained))) / That - rho;
      chips += own;
      chip += own * (s[lab] * w * a * That ** c - delta);
      training += own * ((b * c * (own - trained)) / That - rho + c * rise);
    }
  });
  return { chip: chip / chips, training: training / chips };
}
