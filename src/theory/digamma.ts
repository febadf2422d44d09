import { positive } from './domain.ts';

/**
 * Digamma ψ(x) = Γ′(x)/Γ(x): upward recurrence ψ(x) = ψ(x+1) − 1/x to x ≥ 12, then the asymptotic
 * (Bernoulli) series, whose first left-out term is below 2e-17 there. Domain: x > 0.
 */
export function digamma(x: number): number {
  positive('x', x);
  let shift = 0;
  let z = x;
  // Small terms first would be a little better still; the loss is below 2 ulp of ψ.
  while (z < 12) {
    shift -= 1 / z;
    z += 1;
  }
  const f = 1 / (z * z);
  const series =
    f *
    (1 / 12 -
      f * (1 / 120 - f * (1 / 252 - f * (1 / 240 - f * (1 / 132 - f * (691 / 32760 - f * (1 / 12)))))));
  return shift + (Math.log(z) - 0.5 / z - series);
}
