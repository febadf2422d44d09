import { baseBlowUpTime } from './constantSplit.ts';
import { openShare, positive, share } from './domain.ts';
import { type Economy, readStart, type Start } from './economy.ts';
import { type Labs, readLabs } from './labs.ts';
import { minimalBlowUpTime } from './turnpike.ts';

/**
 * Identical labs are one lab of other productivity. Seen from one lab, T̂ = m·T gives
 * a·m^c; seen from outside, where K and T are the totals of all N, T̂_i = (m/N)·T gives a·(m/N)^c. Every
 * formula of the paper economy then holds with that `a`, and with s·a where only a share s is reinvested.
 */
export interface Fragments extends Labs {
  /** OOMs of inference saved by one OOM of training; above 0. */
  readonly c: number;
  /** Productivity of inference, 1/yr per unit of T^c; 1 when left out. */
  readonly a?: number;
  /** Share of revenue reinvested; 1 when left out. */
  readonly s?: number;
}

function readFragments(input: Fragments): { base: number; c: number; m: number; N: number } {
  const { m, N } = readLabs(input);
  const { c, a = 1, s = 1 } = input;
  positive('c', c);
  return { base: positive('a', a) * share('s', s), c, m, N };
}

/**
 * The `a` of one of N identical labs, a·s·m^c, for K and T of that lab.
 * Source: derived here: substitution. Domain: N ≥ 1, 0 ≤ σ ≤ 1, c > 0, a > 0, 0 ≤ s ≤ 1; unit of a.
 */
export function labProductivity(input: Fragments): number {
  const { base, c, m } = readFragments(input);
  return base * m ** c;
}

/**
 * The `a` of N identical labs together, a·s·(m/N)^c, for the totals of K and T: 1 is no loss, which takes
 * N = 1 or σ = 1. Source and domain as labProductivity().
 */
export function pooledProductivity(input: Fragments): number {
  const { base, c, m, N } = readFragments(input);
  return base * (m / N) ** c;
}

/** K0 and T0 of a Start are the totals of all labs, split equally among them. */
export type FragmentedStart = Start & Labs;

/**
 * How many times as long N identical labs take to blow up as one lab with all their chips and training, when
 * everyone keeps the training share q: t*_N/t*_1, t*_N = R(b·K0/a_N, T0, q)/a_N with a_N = a(m/N)^c. For K0 =
 * T0 = c = 1, q = ½, σ = 0: 1.5396 (N = 2), 2.6506 (5), 13.539 (100). Source: derived here: substitution.
 * Domain: as blowUpTime(), 0 < q < 1; dimensionless, from (N/m)^(c/(1+c)) at T0 = 0 up to (N/m)^c.
 */
export function fragmentationPenalty(input: FragmentedStart & { readonly q: number }): number {
  const { T0, c, k } = readStart(input);
  const q = openShare('q', input.q);
  const { m, N } = readLabs(input);
  const loss = (m / N) ** c;
  return baseBlowUpTime(k / loss, T0, c, q) / loss / baseBlowUpTime(k, T0, c, q);
}

/**
 * fragmentationPenalty() when each plays its own optimum instead of a fixed share: t*_N/t*_1 of
 * minimalBlowUpTime(), the fragmented economy with a(m/N)^c. 4.657/3 for N = 2, σ = 0, K0 = T0 = c = 1.
 * This is the planner's penalty, not that of labs that free-ride (nashBlowUpTime()). Domain: as
 * minimalBlowUpTime(); dimensionless.
 */
export function optimalFragmentationPenalty(input: FragmentedStart): number {
  const { a } = readStart(input);
  const { m, N } = readLabs(input);
  return minimalBlowUpTime({ ...input, a: a * (m / N) ** input.c }) / minimalBlowUpTime(input);
}

/**
 * The two ends of the penalty, fixed or optimal share: (N/m)^(c/(1+c)) where chips abound (T0 = 0), to
 * (N/m)^c where training does (T0 → ∞). Source: derived here: substitution. Domain: N ≥ 1, 0 ≤ σ ≤ 1, c > 0.
 */
export function fragmentationLimits(input: Labs & Pick<Economy, 'c'>): {
  chipsAbundant: number;
  trainingAbundant: number;
} {
  const { m, N } = readLabs(input);
  const c = positive('c', input.c);
  return { chipsAbundant: (N / m) ** (c / (1 + c)), trainingAbundant: (N / m) ** c };
}
