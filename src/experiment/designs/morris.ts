import { count, refusal } from '../../theory/domain.ts';
import { below, drawer } from '../random/draw.ts';

/** How far a factor moves in one step, in the unit cube. */
export const morrisStep = 0.5;

/** A random order of the factors, from one trajectory's draws. */
function order(d: number, draw: (factor: number) => number): number[] {
  const factors = Array.from({ length: d }, (_, i) => i);
  for (let i = d - 1; i > 0; i--) {
    const j = below(i + 1, draw(i));
    [factors[i], factors[j]] = [factors[j], factors[i]];
  }
  return factors;
}

/**
 * r trajectories of d + 1 points, one after another (M. Morris, Technometrics 33 (1991) 161–174): from a random start on
 * a grid of an even number of levels every factor moves once, up or down by half the grid, in a random order.
 *
 * The levels are the middles of equal strata, (l + ½)/levels, where Morris has l/(levels − 1): so every level is equally
 * likely, has a finite quantile whatever the factor's distribution, and a step is ½.
 */
export function morrisDesign(r: number, d: number, levels: number, seed: number): Float64Array[] {
  count('r', r);
  count('d', d);
  if (!(Number.isSafeInteger(levels) && levels >= 2 && levels % 2 === 0))
    throw refusal('levels', levels, 'an even whole number, 2 or more');
  const half = levels / 2;
  const draw = drawer(seed, 'morris');
  return Array.from({ length: r }, (_, trajectory) => {
    const isRising = Array.from({ length: d }, (_, i) => draw(trajectory, i, 0) < 0.5);
    const level = isRising.map((rises, i) => below(half, draw(trajectory, i, 1)) + (rises ? 0 : half));
    const here = () => Float64Array.from(level, (l) => (l + 0.5) / levels);
    const points = [here()];
    for (const i of order(d, (factor) => draw(trajectory, factor, 2))) {
      level[i] += isRising[i] ? half : -half;
      points.push(here());
    }
    return points;
  }).flat();
}
