import { brent } from './brent.ts';
import { fields, positive, refusal } from './domain.ts';
import type { Economy } from './economy.ts';
import { integrate } from './extrapolation.ts';

/**
 * The optimum in S1's cone when only k₁ binds (derived here. Inside the cone the turnpike is as ever; it
 * is left at k₁·T_j^c = C(c), from where on inference gets what it can use, I = T/k₁, and the rest trains.
 * Leaving by the turnpike's own share saturating, k₁·T^c = c(1+2c)/(1+c), would be too late.
 */
export interface ConeOptimum {
  /** C = k₁·T_j^c (a = b = 1) where the turnpike is left. */
  readonly C: number;
  /** What the cone adds to the turnpike's blow-up time, in units of k₁ (a = b = 1). */
  readonly D: number;
}

/**
 * C(c) and D(c). With a = b = k₁ = 1, x = K/T^(1+c/2), g = T^(−c/2) and l = ln T the last arc is
 *   dx/dl = 1/(x − g) − (1 + c/2)·x, dt = g/(x − g)·dl, from x_j = 1/(c·g_j),
 * and C = g_j^(−2) minimises W(g_j) − ((1+2c)/c)·g_j², W the time of that arc to its blow-up; D is the
 * minimum. The derivative in g_j is integrated beside W (ξ = ∂x/∂g_j at fixed l) and its zero found, since a
 * minimum alone would give C to half the digits.
 * C(1) = 1.29344734, D(1) = 0.5080330. Source: derived here. Domain: c > 0.
 */
export function coneOptimum(c: number): ConeOptimum {
  positive('c', c);
  // The last arc needs K > T, that is C > c. At saturation, where the two arcs touch, the slope is zero as well.
  const saturation = (c * (1 + 2 * c)) / (1 + c);
  const at = (share: number): number => c + (saturation - c) * share;
  const share = brent((f) => last(c, at(f) ** -0.5).slope / (1 - f), 0.1, 0.99);
  const C = at(share);
  return { C, D: last(c, C ** -0.5).value };
}

/** W − ((1+2c)/c)·g_j² and its derivative in g_j. */
function last(c: number, gj: number): { value: number; slope: number } {
  const h = 1 + c / 2;
  const xj = 1 / (c * gj);
  const start = (-2 * Math.log(gj)) / c;
  // dx/dg at the start, by dl = −(2/c)·dg/g.
  const drift = -(2 / (c * gj)) * (1 / (xj - gj) - h * xj);
  const flow = (l: number, y: readonly number[]): number[] => {
    const g = Math.exp((-c * l) / 2);
    const gap = y[0]! - g;
    return [1 / gap - h * y[0]!, (-1 / (gap * gap) - h) * y[1]!, g / gap, (-g * y[1]!) / (gap * gap)];
  };
  // Until what is left of W, some (2/c)·g/x, is no more than a rounding.
  const end = start + (2 / c) * 38;
  const [, , W, variation] = integrate(flow, start, [xj, -1 / (c * gj * gj) - drift, 0, 0], end) as [
    number,
    number,
    number,
    number,
  ];
  const twice = (2 * (1 + 2 * c)) / c;
  return {
    value: W - (twice / 2) * gj * gj,
    slope: -twice * gj + 2 / (c * (xj - gj)) + variation,
  };
}

/**
 * The least time to blow-up from a point of the turnpike K = a·T^(1+c)/(b·c), in the cone T/I ≥ k₁:
 *   (1+2c)/(a·c·T^c) + (k₁/b)·D(c).
 * Source: derived here; k₁ measures T per chip, so that it is (k₁·a/b)·D in the base case's time. As a
 * k₁-sided result: k₂ must not bind.
 *
 * @param input T > 0 with k₁·(a/b)·T^c ≤ C(c), c > 0, k₁ > 0, a, b > 0; unit 1/a
 */
export function coneMinimalRemainingTime(
  input: Economy & { readonly T: number; readonly k1: number },
): number {
  const { c, a = 1, b = 1, T, k1 } = fields(input);
  positive('T', T);
  positive('k1', k1);
  const edge = (k1 * positive('a', a)) / positive('b', b);
  const { C, D } = coneOptimum(positive('c', c));
  const latest = (C / edge) ** (1 / c);
  if (T > latest) throw refusal('T', T, `a number up to ${latest}, where the turnpike is left`);
  return ((1 + 2 * c) / (c * T ** c) + edge * D) / a;
}
