import { fields, positive, refusal } from './domain.ts';
import { type Labs, readLabs } from './labs.ts';

/**
 * The symmetric Nash equilibrium with the others' training paths T_j(t) given ("path-taking", derived here: open-loop game, others' paths given, of N identical labs with spillover σ: each maximises its own chips at the horizon. With T̂ = m·T, m = 1 +
 * σ(N−1), and z = b·c·K/(a·T̂^(1+c)) a lab is indifferent on a whole region of states, not on a curve, and trains
 * there q(z) = (1−z)/((m−1)z): what spills in replaces own training (free riding).
 */
export interface Commons extends Labs {
  /** OOMs of inference saved by one OOM of training; above 0. */
  readonly c: number;
}

export interface NashConstants {
  readonly m: number;
  readonly c: number;
  /** m − 1 */
  readonly nu: number;
  /** z*, the saddle on which the blow-up happens. */
  readonly saddle: number;
  /** z₋ < 0, the other rest point. */
  readonly other: number;
  /** q_N */
  readonly share: number;
}

export function nashConstants({ m }: { readonly m: number }, c: number): NashConstants {
  const nu = m - 1;
  const saddle = (m + Math.sqrt(m * m + 4 * c * (1 + c) * m)) / (2 * (1 + c) * m);
  const share = (2 * c) / (m + 2 * c + Math.sqrt((m + 2 * c) ** 2 + 4 * c * c * nu));
  return { m, c, nu, saddle, other: -c / ((1 + c) * m * saddle), share };
}

function read(input: Commons): NashConstants {
  const labs = readLabs(input);
  return nashConstants(labs, positive('c', input.c));
}

/**
 * The long-run training share q_N = 2c/[(m+2c) + √((m+2c)² + 4c²(m−1))]: c/(1+2c) for m = 1, ~ c/m for large
 * m; 0.333, 0.236, 0.079 for c = 1 and m = 1, 2, 10. Source: derived here: open-loop game, others' paths given, the share that keeps z at
 * z*. Domain: N ≥ 1, 0 ≤ σ ≤ 1, c > 0; dimensionless.
 */
export function nashShare(input: Commons): number {
  return read(input).share;
}

/**
 * z* = [m + √(m² + 4c(1+c)m)]/(2(1+c)m), where b·c·K/(a·T̂^(1+c)) settles: 1 for m = 1, falling to 1/(1+c).
 * A saddle of dz/ds = ((1+c)m·z² − m·z − c)/(c(m−1)), ds = a·T̂^c·dt: a rule that only knows q(z) drifts off
 * it. Source and domain as nashShare().
 */
export function nashRatio(input: Commons): number {
  return read(input).saddle;
}

/**
 * q(z) = (1−z)/((m−1)z), what each trains while all are indifferent. Source: T̂^(1+c) = c[K_i + σΣ_{j≠i}
 * q_j·K_j] (derived here: open-loop game, others' paths given), symmetric. Domain: m > 1 (σ > 0, N ≥ 2; without spillover the region is the
 * curve z = 1 of the turnpike), 1/m ≤ z ≤ 1.
 */
export function nashShareAt(input: Commons & { readonly z: number }): number {
  const { m, nu } = read(input);
  const z = positive('z', input.z);
  if (nu === 0) throw refusal('sigma', input.sigma, 'a number above 0, with N of 2 or more');
  if (!(z <= 1 && m * z >= 1)) throw refusal('z', z, `a number from 1/m = ${1 / m} to 1`);
  return (1 - z) / (nu * z);
}

/**
 * The share of labs that look no further ahead than the growth of their own K·T̂^c: c/(c + (1+c)m), which keeps
 * z = 1: c/(1+2c) for m = 1, below q_N for m > 1. Source: derived here: open-loop game, others' paths given, "myopic greedy".
 * Domain as nashShare().
 */
export function greedyShare(input: Commons): number {
  const { m, c } = read(input);
  return c / (c + (1 + c) * m);
}

/**
 * t*_N : t*_P, Nash over planner, from a start without training: (m·z*)^(−1/(1+c))·(1 + 1/(c·q_N))·(c/(1+c))².
 * 1.029 for c = 1, m = 2; grows like m^(c/(1+c)). priceOfAnarchy() has it for any start.
 * Source: derived here: open-loop game, others' paths given. Domain as nashShare(); dimensionless.
 */
export function priceOfAnarchyWithoutTraining(input: Commons): number {
  const { m, c, saddle, share } = read(input);
  return ((m * saddle) ** (-1 / (1 + c)) * (1 + 1 / (c * share)) * c * c) / ((1 + c) * (1 + c));
}

/** The domain check of every function of this room that takes labs and c. */
export function readCommons(input: Commons): NashConstants {
  return read(fields(input));
}
