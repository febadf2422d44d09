import { revenueExponent } from './contest.ts';
import { fields, openShare, positive } from './domain.ts';

/**
 * Demand that gives way: revenue R = Y_ref·(Y/Y_ref)^κ, κ = 1 − 1/ε, once output Y = a·(1−q)·K·T^c is beyond
 * Y_ref. dK/dt = s·R is homogeneous of degree κ(1+c) in (K, T).
 */

/**
 * The demand elasticity at or below which there is no blow-up: ε = (1+c)/c, where κ(1+c) = 1. Derived
 * here; d = κ(1+c) − 1 is the excess of returns to scale over constant ones. Domain: c > 0.
 */
export function glutThreshold(c: number): number {
  return (1 + positive('c', c)) / c;
}

export type LongRun =
  | {
      /** K ~ (t* − t)^(−exponent), T ~ (t* − t)^(1 − exponent). */
      readonly growth: 'blow-up';
      readonly exponent: number;
    }
  | {
      /** K and T ~ e^(g·t): see glutGrowth(). */
      readonly growth: 'exponential';
    }
  | {
      /** K ~ t^exponent, T ~ t^(exponent + 1). */
      readonly growth: 'power';
      readonly exponent: number;
    };

/**
 * How an economy grows in the long run at elasticity ε, for any constant share 0 < q < 1. With d = κ(1+c) − 1
 * = c − (1+c)/ε: d > 0 blows up with exponent (1+cκ)/d ((1+c)/c for ε = ∞), d = 0 grows exponentially, d < 0
 * as t^((1+cκ)/(−d)). For ε ≤ 1 revenue does not rise with output; it is refused.
 * Source: balance of powers in dK/dt = s·R, dT/dt = b·q·K. Domain: c > 0, ε > 1 (Infinity too).
 */
export function longRunGrowth(input: { readonly c: number; readonly epsilon: number }): LongRun {
  const { c, epsilon } = fields(input);
  positive('c', c);
  const kappa = revenueExponent(epsilon);
  const d = epsilon === Number.POSITIVE_INFINITY ? c : (c * epsilon - (1 + c)) / epsilon;
  // At ε = (1+c)/c itself d is a rounding.
  if (Math.abs(d) <= 4 * Number.EPSILON * (1 + c)) return { growth: 'exponential' };
  return { growth: d > 0 ? 'blow-up' : 'power', exponent: (1 + c * kappa) / Math.abs(d) };
}

/**
 * The long-run growth rate at ε = (1+c)/c and constant share q:
 *   g = [A·(1−q)^κ·(b·q)^(cκ)]^((1+c)/(1+2c)), κ = 1/(1+c), A = s·a^κ·Y_ref^(1−κ),
 * largest at q = c/(1+c). Source: dK/dt = A·((1−q)·K·T^c)^κ, dT/dt = b·q·K on K, T ~ e^(g·t).
 * Domain: 0 < q < 1, c > 0, A, b > 0; 1/yr.
 */
export function glutGrowth(input: {
  readonly q: number;
  readonly c: number;
  readonly A: number;
  readonly b?: number;
}): number {
  const { q, c, A, b = 1 } = fields(input);
  openShare('q', q);
  const kappa = 1 / (1 + positive('c', c));
  const level = positive('A', A) * (1 - q) ** kappa * (positive('b', b) * q) ** (c * kappa);
  return level ** ((1 + c) / (1 + 2 * c));
}
