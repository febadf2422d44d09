import { panel } from './gaussLegendre.ts';
import type { NashConstants } from './nash.ts';

/**
 * The indifferent region of the path-taking equilibrium, a = b = 1, seen from its end (z = 1, q = 0), by
 * λ = −ln(1 − q/q_N) = −ln((z − z*)/((1 − z*)·z)) ≥ 0: the whole region whatever m, and no digits lost as z → z*
 * or m → 1. With D(q) = c(q_N − q)((m−1)q + 1/q_N):
 *   z = 1/(1 + (m−1)q),
 *   T̂(λ)/T̂(0) = [(e^(−λ)·z)^A1·((z − z₋)/(1 − z₋))^A2]^(1/(1+c)), A1 = (1−z*)/(z*−z₋), A2 = −1 − A1,
 *   dt = T̂^(−c)·w·dλ, w = (m−1)q_N/(1 + (m−1)q·q_N).
 * Source: derived here: open-loop game, others' paths given, in q instead of z.
 */
export interface Region {
  readonly constants: NashConstants;
  readonly A1: number;
  /** α = A1·c/(1+c): T̂^(−c) grows like e^(αλ). */
  readonly alpha: number;
}

export function regionOf(constants: NashConstants): Region {
  const { c, nu, share, saddle, other } = constants;
  const A1 = (nu * share * saddle) / (saddle - other);
  return { constants, A1, alpha: (A1 * c) / (1 + c) };
}

export const shareAt = ({ constants }: Region, lambda: number): number =>
  -constants.share * Math.expm1(-lambda);

export const ratioAt = (region: Region, lambda: number): number =>
  1 / (1 + region.constants.nu * shareAt(region, lambda));

/** ln(T̂(λ)/T̂(0)) + A1·λ/(1+c): what is left of it once the exponential is taken out. */
export function boundedLog(region: Region, lambda: number): number {
  const { c, other } = region.constants;
  const z = ratioAt(region, lambda);
  // (z − z₋)/(1 − z₋) = 1 − (1 − z)/(1 − z₋), 1 − z = (m−1)q·z.
  const missing = (region.constants.nu * shareAt(region, lambda) * z) / (1 - other);
  return (region.A1 * Math.log(z) - (1 + region.A1) * Math.log1p(-missing)) / (1 + c);
}

/** ln(T̂(λ)/T̂(0)), which is ≤ 0. */
export const logTraining = (region: Region, lambda: number): number =>
  boundedLog(region, lambda) - (region.A1 * lambda) / (1 + region.constants.c);

/** e^(−αλ)·T̂(λ)^(−c)·w in units of T̂(0)^(−c): dt/dλ without its exponential. */
export function boundedPace(region: Region, lambda: number): number {
  const { c, nu, share } = region.constants;
  const w = (nu * share) / (1 + nu * share * shareAt(region, lambda));
  return w * Math.exp(-c * boundedLog(region, lambda));
}

/** Where q = q_N to the last bit, and dt/dλ is its exponential. */
export const SETTLED = 40;
const WIDTH = 2;

/**
 * Time to go from λ, harvest included, in units of T̂(λ)^(−c): Γ(λ) = ρ(λ)·(T̂(λ)/T̂(0))^c, ρ = 1 +
 * ∫₀^λ T̂^(−c)·w. Every term positive; beyond λ = 40 in closed form.
 */
export function timeToGo(region: Region, lambda: number): number {
  const end = Math.min(lambda, SETTLED);
  const count = Math.max(1, Math.ceil(end / WIDTH));
  const scale = Math.exp(region.constants.c * boundedLog(region, lambda));
  let sum = 0;
  const f = (l: number): number => boundedPace(region, l) * Math.exp(region.alpha * (l - lambda));
  for (let i = 0; i < count; i++) sum += panel(f, (end * i) / count, (end * (i + 1)) / count);
  if (lambda > SETTLED) {
    const rest = region.alpha * (lambda - SETTLED);
    sum +=
      boundedPace(region, SETTLED) * (rest < 1e-300 ? lambda - SETTLED : -Math.expm1(-rest) / region.alpha);
  }
  return scale * (sum + Math.exp(-region.alpha * lambda));
}

/**
 * Γ by its closed form, an incomplete Beta function: with w = (z − z*)/(z − z₋), w_1 = w(1),
 *   Γ = w^α·V·[B(w_1) − B(w)] + (T̂(0)/T̂(λ))^(−c), B(w) = −(w^(−α)/α)·2F1(−α, β; 1−α; w) =
 *   Σ (β)_n/n!·w^(n−α)/(n − α),
 *   V = (z*−z₋)^(β−1)·(z − z₋)^(−β)·c(m−1)/((1+c)m).
 * Only a check on timeToGo(): its two terms cancel as α → 0 and it has a pole at every whole α (c = 1.618…,
 * m → ∞ has α = 1). Source: derived here: open-loop game, others' paths given.
 */
export function timeToGoBeta(region: Region, lambda: number): number {
  const { alpha } = region;
  const { c, m, nu, saddle, other, share } = region.constants;
  const beta = c / (1 + c);
  const z = ratioAt(region, lambda);
  const above = nu * share * Math.exp(-lambda) * z * saddle;
  const w = above / (z - other);
  const w1 = (nu * share * saddle) / (1 - other);
  const series = (x: number): number => {
    let sum = 0;
    let factor = 1;
    for (let n = 0; n < 1e5; n++) {
      const term = factor / (n - alpha);
      sum += term;
      if (n > alpha && Math.abs(term) < 1e-18 * Math.abs(sum)) break;
      factor *= ((beta + n) / (n + 1)) * x;
    }
    return sum;
  };
  const front = ((saddle - other) ** (beta - 1) * (z - other) ** -beta * c * nu) / ((1 + c) * m);
  const quotient = (w / w1) ** alpha;
  return front * (quotient * series(w1) - series(w)) + Math.exp(c * logTraining(region, lambda));
}

/**
 * ρ₀ = lim ρ(λ) − ∫_(−∞)^λ of its asymptote: what remains of the time to go, in units of T̂(0)^(−c), when its
 * growing exponential is taken out. t* − t_f = −ρ₀·T̂_end^(−c) near the blow-up, where ρ₀ < 0 and α < 1.
 */
export function remainder(region: Region): number {
  const { alpha } = region;
  const settled = boundedPace(region, SETTLED);
  const f = (l: number): number => (boundedPace(region, l) - settled) * Math.exp(alpha * l);
  let sum = 0;
  for (let from = 0; from < SETTLED; from += WIDTH) sum += panel(f, from, from + WIDTH);
  return 1 + sum - settled / alpha;
}
