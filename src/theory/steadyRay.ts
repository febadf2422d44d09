import { fields, positive, share } from './domain.ts';
import type { Economy } from './economy.ts';

/**
 * S1's output Y = a·I·T^c from I = (1−q)·K chips of inference: both inputs doubled give 2^(1+c) times the
 * output.
 * Unit: that of a·K. Domain: K > 0, T ≥ 0, c > 0, a > 0, 0 ≤ q ≤ 1.
 */
export function output(
  input: { readonly K: number; readonly T: number; readonly q: number } & Pick<Economy, 'c' | 'a'>,
): number {
  const { K, T, q, c, a = 1 } = fields(input);
  if (T !== 0) positive('T', T);
  return positive('a', a) * (1 - share('q', q)) * positive('K', K) * T ** positive('c', c);
}

/**
 * On the ray K = a(1−q)/(b·q(1+c))·T^(1+c), which every constant share approaches, dK/dt = G·K^(1+c/(1+c))
 * with
 *   G = a^(1/(1+c))·b^(c/(1+c))·(1−q)^(1/(1+c))·((1+c)·q)^(c/(1+c)),
 * so a doubling of K multiplies its growth rate by 2^(c/(1+c)). G is largest at q = c/(1+c): parity is the
 * golden rule among rays compared at equal K, which hands a ray its larger T for free. Source: S1's first
 * integral without its constant.
 * Domain: 0 ≤ q ≤ 1, c > 0, a, b > 0.
 */
export function rayGrowth(input: Economy & { readonly q: number }): number {
  const { q, c, a = 1, b = 1 } = fields(input);
  share('q', q);
  const p = 1 + positive('c', c);
  const beta = c / p;
  return (positive('a', a) * (1 - q)) ** (1 / p) * (positive('b', b) * p * q) ** beta;
}
