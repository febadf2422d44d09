import type { Algebra } from './algebra.ts';
import type { Quality } from './problem.ts';

/**
 * max(0, z) with its corner rounded over |z| < η: (z+η)²/(4η) there, at most η/4 too high. η = 0 is exact, with
 * the derivative from the left at 0.
 */
function ramp<X>(on: Algebra<X>, z: X, eta: number): X {
  const x = on.value(z);
  if (x <= -eta) return on.constant(0);
  if (x >= eta) return z;
  return on.apply(z, (x + eta) ** 2 / (4 * eta), (x + eta) / (2 * eta), 1 / (2 * eta));
}

/** The lesser of z and a bound, its corner rounded. */
export const bounded = <X>(on: Algebra<X>, z: X, bound: number, eta: number): X =>
  bound === Number.POSITIVE_INFINITY ? z : on.subtract(z, ramp(on, on.shift(z, -bound), eta));

/** ln G at ln T̂ = z, its kinks rounded. */
export function logQuality<X>(on: Algebra<X>, { level, slope, kinks }: Quality, z: X, eta: number): X {
  let sum = on.shift(on.scale(z, slope), level);
  for (const { at, change } of kinks) sum = on.add(sum, on.scale(ramp(on, on.shift(z, -at), eta), change));
  return sum;
}
