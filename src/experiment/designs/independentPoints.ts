import { count } from '../../theory/domain.ts';
import { drawer } from '../random/draw.ts';

/** n independent uniform points in the open unit cube of d dimensions, one a row: plain Monte Carlo. */
export function independentPoints(n: number, d: number, seed: number): Float64Array[] {
  count('d', d);
  const draw = drawer(seed, 'independent');
  return Array.from({ length: count('n', n) }, (_, row) =>
    Float64Array.from({ length: d }, (_, column) => draw(row, column)),
  );
}
