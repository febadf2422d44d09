import { count, refusal } from '../../theory/domain.ts';
import { mostSobolDimensions, sobolPoints } from './sobolPoints.ts';

/** d factors take 2d dimensions. */
export const mostSaltelliFactors = mostSobolDimensions / 2;

export interface SaltelliOptions {
  /** Also the points that second-order indices need. */
  secondOrder?: boolean;
}

/** Points a base sample: d + 2, or 2d + 2 with second order. */
export const saltelliBlock = (d: number, { secondOrder = false }: SaltelliOptions = {}): number =>
  secondOrder ? 2 * d + 2 : d + 2;

/**
 * Saltelli's design (A. Saltelli et al., Comput. Phys. Commun. 181 (2010) 259–270): n base samples, a power of two for
 * balance. Sample k is a block of rows: A_k, then A_B^1 … A_B^d (A_k with coordinate i from B_k), with second order
 * B_A^1 … B_A^d, then B_k. A and B are the first and the last d coordinates of Sobol' points in 2d dimensions. So a
 * longer design begins with the shorter one, and its runs may be kept.
 */
export function saltelliDesign(n: number, d: number, options: SaltelliOptions = {}): Float64Array[] {
  count('n', n);
  if (!(Number.isSafeInteger(d) && d >= 1 && d <= mostSaltelliFactors))
    throw refusal('d', d, `a whole number from 1 to ${mostSaltelliFactors}`);
  const mixed = (base: Float64Array, other: Float64Array) =>
    Array.from(base, (_, i) => base.with(i, other[i]));
  return sobolPoints(n, 2 * d).flatMap((point) => {
    const A = point.slice(0, d);
    const B = point.slice(d);
    return [A, ...mixed(A, B), ...(options.secondOrder ? mixed(B, A) : []), B];
  });
}
