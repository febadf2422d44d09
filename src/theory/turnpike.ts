import { approachFrom, blowUpPaces } from './approach.ts';
import { extended, fields, nonNegative, positive, refusal } from './domain.ts';
import { type Economy, readStart, type Start } from './economy.ts';

/**
 * Training share on the turnpike, c/(1+2c). Source: S1's model by Pontryagin's principle: the switching
 * function and its two time derivatives vanish together only on K = a·T^(1+c)/(b·c) and with this share; it
 * also keeps the flow on that curve, since there dK/dT = a(1−q)T^c/(b·q) must equal a(1+c)T^c/(b·c). Domain:
 * c > 0; dimensionless.
 */
export function turnpikeShare(c: number): number {
  positive('c', c);
  return c / (1 + 2 * c);
}

/**
 * Chips on the turnpike at training stock T: K = a·T^(1+c)/(b·c), where one more chip-year of either use adds
 * as much.
 * Source: S1's model by Green's theorem, dt = dK/(a·K·T^c) + dT/(b·K), whose curl changes sign only there.
 * Domain: T ≥ 0, c > 0, a, b > 0.
 */
export function turnpikeChips(input: Economy & { readonly T: number }): number {
  const { c, a, b, T } = readCurve(input);
  return (a * T ** (1 + c)) / (b * c);
}

/**
 * Training stock on the turnpike at K chips: T = (b·c·K/a)^(1/(1+c)), turnpikeChips() inverted. Domain: K ≥
 * 0.
 */
export function turnpikeTraining(input: Economy & { readonly K: number }): number {
  const K = nonNegative('K', fields(input).K);
  const { c, a, b } = readCurve({ ...input, T: 0 });
  return ((b * c * K) / a) ** (1 / (1 + c));
}

/**
 * The state after time t on the turnpike from training stock T: T^(−c) falls linearly at rate a·c/(1+2c), K
 * follows the curve; Infinity at and past the blow-up. Source: dT/dt = b·q·K with turnpikeShare() and
 * turnpikeChips().
 * Domain: T > 0, t ≥ 0 (1/a).
 */
export function turnpikeFlow(input: Economy & { readonly T: number; readonly t: number }): {
  K: number;
  T: number;
} {
  const { c, a, b, T } = readCurve(input);
  positive('T', T);
  const t = extended('t', input.t);
  const left = 1 - (t * a * c * T ** c) / (1 + 2 * c);
  if (left <= 0) return { K: Number.POSITIVE_INFINITY, T: Number.POSITIVE_INFINITY };
  const after = T * left ** (-1 / c);
  return { K: (a * after ** (1 + c)) / (b * c), T: after };
}

/**
 * Time to blow-up on the turnpike: (1+2c)/(a·c·T^c). Source: turnpikeFlow() at T^(−c) = 0. Domain: T > 0;
 * unit 1/a.
 */
export function turnpikeRemainingTime(input: Economy & { readonly T: number }): number {
  const { c, a, T } = readCurve(input);
  positive('T', T);
  return (1 + 2 * c) / (a * c * T ** c);
}

/**
 * Reaching the turnpike. Chips abundant (b·c·K0 ≥ a·T0^(1+c)): q = 1 for t_a = (T_a − T0)/(b·K0), T_a =
 * (b·c·K0/a)^(1/(1+c)).
 * Training abundant: q = 0 for t_a = ln(a·T0^(1+c)/(b·c·K0))/(a·T0^c), T_a = T0. Source: the flow at q = 1
 * and q = 0 set equal to the curve; both uses of a chip are bang–bang off it (Pontryagin). Domain: K0 > 0, T0
 * ≥ 0; time unit 1/a.
 */
export function turnpikeApproach(input: Start): {
  control: 'train' | 'grow';
  time: number;
  K: number;
  T: number;
} {
  const { K0, T0, c, a, k } = readStart(input);
  const approach = approachFrom(k, T0, c);
  return {
    control: approach.above ? 'train' : 'grow',
    time: approach.time / a,
    K: K0 * Math.exp(approach.logGrowth),
    T: approach.T,
  };
}

/**
 * The least blow-up time over all controls: approach, then the turnpike for ever,
 * t* = t_a + (1+2c)/(a·c·T_a^c). For Figure 1's start of S1 it is 3, where q = ½ takes π.
 * Source: Green's theorem on dt = dK/(a·K·T^c) + dT/(b·K) (global, no candidate left out). Domain: K0 > 0, T0
 * ≥ 0, c > 0, a, b > 0; unit 1/a.
 */
export function minimalBlowUpTime(input: Start): number {
  const { T0, c, a, k } = readStart(input);
  const { time, pace } = approachFrom(k, T0, c);
  return (time + pace * blowUpPaces(c)) / a;
}

function readCurve(input: Economy & { readonly T: number }): { c: number; a: number; b: number; T: number } {
  const { c, a = 1, b = 1, T } = fields(input);
  positive('c', c);
  positive('a', a);
  positive('b', b);
  if (typeof T !== 'number') throw refusal('T', T, 'a finite number, 0 or more');
  return { c, a, b, T: nonNegative('T', T) };
}
