import { count, refusal } from '../../theory/domain.ts';
import { joeKuo } from './joeKuo.ts';

const bits = 32;

/** As many dimensions as have direction numbers here. */
export const mostSobolDimensions = joeKuo.length + 1;

/** v_1 … v_32 of one dimension, as 32-bit fractions (Bratley & Fox, ACM Trans. Math. Softw. 14 (1988) 88–100). */
function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  if (dimension === 0) return v.map((_, k) => 2 ** (bits - 1 - k));
  const [a, ...m] = joeKuo[dimension - 1];
  const degree = m.length;
  for (let k = 0; k < bits; k++) {
    if (k < degree) v[k] = m[k] * 2 ** (bits - 1 - k);
    else {
      v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
      for (let i = 1; i < degree; i++) if ((a >>> (degree - 1 - i)) & 1) v[k] ^= v[k - i];
    }
  }
  return v;
}

/** The XOR of the directions whose bits are set in a Gray code. */
function digits(gray: number, v: Uint32Array): number {
  let x = 0;
  for (let k = 0; k < bits; k++) if ((gray >>> k) & 1) x ^= v[k];
  return x >>> 0;
}

/**
 * n points of the Sobol' sequence in d dimensions, from point number `skip` on, in the order of Antonov & Saleev (Gray
 * code), with Joe & Kuo's direction numbers. Take a power of two of points, and skip a multiple of n: each such block
 * has exactly one point in every one of n equal strips along each axis.
 *
 * Every coordinate is the sequence's 32-bit number plus half of its last bit, so that all points, the first too, lie in
 * the open unit cube and have finite quantiles. (To drop the first point instead would spoil the balance of all others:
 * A. Owen, "On dropping the first Sobol' point", MCQMC 2020.) RangeError outside 1 ≤ d ≤ 128 and skip + n ≤ 2^32.
 */
export function sobolPoints(n: number, d: number, skip = 0): Float64Array[] {
  count('n', n);
  if (!(Number.isSafeInteger(d) && d >= 1 && d <= mostSobolDimensions))
    throw refusal('d', d, `a whole number from 1 to ${mostSobolDimensions}`);
  if (!(Number.isSafeInteger(skip) && skip >= 0 && skip + n <= 2 ** bits))
    throw refusal('skip', skip, `a whole number from 0 to 2^32 − n`);
  const v = Array.from({ length: d }, (_, j) => directions(j));
  return Array.from({ length: n }, (_, row) => {
    const index = skip + row;
    const gray = (index ^ (index >>> 1)) >>> 0;
    return Float64Array.from(v, (direction) => (digits(gray, direction) + 0.5) / 2 ** bits);
  });
}
