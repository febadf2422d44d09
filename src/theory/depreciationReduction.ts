import { decayed } from './depreciationFlow.ts';
import { fields, nonNegative, positive } from './domain.ts';

/**
 * Losses with δ = (1+c)ρ are no losses in another clock: K = e^(−(1+c)ρt)·k, T = e^(−ρt)·τ, where (k, τ)
 * follows the lossless economy at time S = (1 − e^(−cρt))/(cρ), for every q(t). So it blows up only if the
 * lossless one does before 1/(cρ).
 * Source: substitution into S1's model with losses. Domain: c > 0, rho ≥ 0, t ≥ 0 (1/a).
 */
export function proportionalLosses(input: { readonly c: number; readonly rho: number; readonly t: number }): {
  time: number;
  chips: number;
  training: number;
} {
  const { c, rho, t } = fields(input);
  positive('c', c);
  nonNegative('rho', rho);
  nonNegative('t', t);
  return {
    time: decayed(c * rho, t),
    chips: Math.exp(-(1 + c) * rho * t),
    training: Math.exp(-rho * t),
  };
}

/**
 * The bridge from the turnpike to parity: with δ = 0 the share on the arc depends on r = ρ/y alone,
 *   q_s = c[1 + 2(1+c)r + (1+c)r²]/((1+(1+c)r)(1+2c+(1+c)r)),
 * from c/(1+2c) (durable models, r = 0) to c/(1+c) (short-lived, r → ∞), S3's parity. Source: arcShare() at δ
 * = 0.
 * Domain: c > 0; lossPerReturn = ρ/(a·T^c) ≥ 0, dimensionless.
 */
export function durabilityShare(input: { readonly c: number; readonly lossPerReturn: number }): number {
  const { c, lossPerReturn: r } = fields(input);
  const p = 1 + positive('c', c);
  nonNegative('lossPerReturn', r);
  // Divided by r² where r² might overflow.
  if (r > 1) return (c * (1 / r / r + (2 * p) / r + p)) / ((1 / r + p) * ((1 + 2 * c) / r + p));
  return (c * (1 + 2 * p * r + p * r * r)) / ((1 + p * r) * (1 + 2 * c + p * r));
}
