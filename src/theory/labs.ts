import { count, fields, share } from './domain.ts';

/** N identical labs, of whose training a share σ spills over to each of the others. */
export interface Labs {
  /** Number of labs; 1 or more. */
  readonly N: number;
  /** Spillover σ: T̂_i = T_i + σ·Σ_{j≠i} T_j; 0 (nothing, the value when left out) to 1 (everything). */
  readonly sigma?: number;
}

export interface Spillover {
  readonly N: number;
  readonly sigma: number;
  /** m = 1 + σ(N−1) */
  readonly m: number;
}

export function readLabs(input: Labs): Spillover {
  const { N, sigma = 0 } = fields(input);
  count('N', N);
  share('sigma', sigma);
  return { N, sigma, m: 1 + sigma * (N - 1) };
}

/**
 * m = 1 + σ(N−1): among identical labs each one's productive training is T̂ = m·T. 1 without spillover, N when
 * everything spills. Source: Turnpike's market. Domain: N a whole number from 1, 0 ≤ σ ≤ 1; dimensionless.
 */
export function spilloverFactor(input: Labs): number {
  return readLabs(input).m;
}
