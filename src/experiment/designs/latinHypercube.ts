import { count, refusal } from '../../theory/domain.ts';
import { below, type Draw, drawer } from '../random/draw.ts';

/** So that a place within a stratum (24 bits) and the stratum together are exact in a double. */
const mostPoints = 2 ** 28;
const places = 2 ** 24;

/** 0 … n − 1 in a random order (Fisher & Yates, Durstenfeld's form). */
function shuffled(n: number, column: number, draw: Draw): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = below(i + 1, draw(i, column));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * n points in the open unit cube of d dimensions: along each axis one in each of n equal strata, at a random place in it
 * (M. McKay, R. Beckman & W. Conover, Technometrics 21 (1979) 239–245). One point a row.
 */
export function latinHypercube(n: number, d: number, seed: number): Float64Array[] {
  if (count('n', n) > mostPoints) throw refusal('n', n, `a whole number from 1 to ${mostPoints}`);
  count('d', d);
  const order = drawer(seed, 'latinOrder');
  const place = drawer(seed, 'latinPlace');
  const strata = Array.from({ length: d }, (_, column) => shuffled(n, column, order));
  return Array.from({ length: n }, (_, row) =>
    Float64Array.from(
      strata,
      (stratum, column) => (stratum[row] + (below(places, place(row, column)) + 0.5) / places) / n,
    ),
  );
}
