import { extended, fields, nonNegative, positive, refusal } from './domain.ts';

/**
 * S1's tradeoff cone: inference beyond T/k₁ chips and training beyond k₂·I are useless. It is an optional
 * refinement of S1's f(T, I) = I·T^c; k₁ = 0, k₂ = ∞ is no cone.
 */
export interface Cone {
  /** OOMs of inference saved by one OOM of training; above 0. */
  readonly c: number;
  /** Least useful T/I; 0 or more, 0 when left out. */
  readonly k1?: number;
  /** Largest useful T/I, above k1; Infinity when left out. */
  readonly k2?: number;
}

export function readCone(input: Cone): { c: number; k1: number; k2: number } {
  const { c, k1 = 0, k2 = Number.POSITIVE_INFINITY } = fields(input);
  positive('c', c);
  nonNegative('k1', k1);
  if (!(extended('k2', k2) > k1)) throw refusal('k2', k2, `a number above k1 = ${k1} (Infinity too)`);
  return { c, k1, k2 };
}

/**
 * f(T, I) = min(I, T/k₁)·min(T, k₂·I)^c, the free-disposal hull of I·T^c on k₁ ≤ T/I ≤ k₂. Homogeneous of
 * degree 1 + c, so f(T, I) = h^(1+c)·f(T/h, I/h) for every h > 0, inside the cone and out. S1 shows it for h =
 * (k₂/k₁)^(1+c), which should read (k₂/k₁)^(1/(1+c)) for both of its points to be in the cone.
 * Source: S1 "Train once, deploy many", derived here. Domain: T, I ≥ 0, finite; unit of I·T^c.
 */
export function coneOutput(input: Cone & { readonly T: number; readonly I: number }): number {
  const { c, k1, k2 } = readCone(input);
  const T = nonNegative('T', input.T);
  const I = nonNegative('I', input.I);
  if (T === 0 || I === 0) return 0;
  return Math.min(I, T / k1) * Math.min(T, k2 * I) ** c;
}

/**
 * The training share of one period's compute: T/I = k, k the tradeoff's own optimum c brought into the cone, so
 * the share is k/(1+k); c/(1+c) without a cone. Source: derived here (f on a ray is quasiconcave in T/I).
 * Domain: c > 0, 0 ≤ k₁ < k₂.
 */
export function coneStaticShare(input: Cone): number {
  const { c, k1, k2 } = readCone(input);
  const k = Math.min(Math.max(c, k1), k2);
  return k / (1 + k);
}
