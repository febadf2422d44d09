import { baseTimeToGrowth, type ConstantSplit, flow, logRatio } from './constantSplit.ts';
import { extended, fields, nonNegative, positive, share } from './domain.ts';
import { readStart } from './economy.ts';

/**
 * S1's "breakdown of the tradeoff": training beyond T_max adds nothing, T̂ = min(T, T_max). From the time t_c
 * at which T gets there growth is exponential, and nothing ever blows up.
 */
export interface Cap {
  /** Training stock beyond which more is useless; above 0, Infinity for none. */
  readonly Tmax: number;
}

export function readCap(input: Cap): number {
  const Tmax = extended('Tmax', fields(input).Tmax);
  return Tmax === Number.POSITIVE_INFINITY ? Tmax : positive('Tmax', Tmax);
}

/**
 * t_c: when constant q brings T from T0 to T_max. 0 if T0 ≥ T_max; Infinity for q = 0, and the blow-up time
 * itself for T_max = Infinity. The flow's time to the chips K_c = K0 + (a(1−q)/(b·q))·(T_max^(1+c) −
 * T0^(1+c))/(1+c) of its first integral; the same as R(K0, T0) − R(K_c, T_max).
 *
 * @param input as flow(); Tmax > 0. Unit 1/a.
 */
export function capTime(input: ConstantSplit & Cap): number {
  const { K0, T0, c, a, b, k } = readStart(input);
  const q = share('q', input.q);
  const Tmax = readCap(input);
  if (T0 >= Tmax) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q === 1) return (Tmax - T0) / (b * K0);
  if (Tmax === Number.POSITIVE_INFINITY) return flow({ ...input, t: 0 }).blowUpTime;
  return baseTimeToGrowth(k, T0, c, q, Math.log1p(rise(k, T0, c, q, Tmax))) / a;
}

/** K_c/K0 − 1, a = b = 1. */
function rise(k: number, T0: number, c: number, q: number, Tmax: number): number {
  const p = 1 + c;
  const gained = T0 > 0 ? T0 ** p * Math.expm1(p * logRatio(Tmax, T0)) : Tmax ** p;
  return ((1 - q) * gained) / (p * q * k);
}

/**
 * The exact state after time t at constant q with a cap: flow() up to t_c, then
 *   K = K_c·exp(a(1−q)·T_max^c·(t − t_c)), T = T_max + b·q·(K − K_c)/(a(1−q)·T_max^c)
 * (q = 1: T goes on rising by b·K0·t). T is what has been trained, of which min(T, T_max) counts. Source: S1,
 * derived here.
 *
 * @param input as flow(); Tmax > 0, t ≥ 0 (unit 1/a), finite
 */
export function flowWithCap(input: ConstantSplit & Cap & { readonly t: number }): {
  K: number;
  T: number;
  capTime: number;
} {
  const { K0, T0, c, b, k } = readStart(input);
  const t_c = capTime(input);
  const { q, Tmax } = input;
  const t = nonNegative('t', input.t);
  if (t <= t_c) {
    const { K, T } = flow(input);
    return { K, T, capTime: t_c };
  }
  if (q === 1) return { K: K0, T: T0 + b * K0 * t, capTime: t_c };
  const Kc = T0 >= Tmax ? K0 : K0 * (1 + rise(k, T0, c, q, Tmax));
  const exponent = cappedGrowth(input) * (t - t_c);
  const K = Kc * Math.exp(exponent);
  const T = Math.max(T0, Tmax) + (b * q * Kc * Math.expm1(exponent)) / cappedGrowth(input);
  return { K, T, capTime: t_c };
}

/**
 * The growth rate of chips once T has reached the cap, a(1−q)·T_max^c. Source: Turnpike's market. Domain:
 * 0 ≤ q ≤ 1, c > 0, a > 0, T_max > 0; unit of a·T^c (1/yr).
 */
export function cappedGrowth(
  input: Cap & { readonly q: number; readonly c: number; readonly a?: number },
): number {
  const { q, c, a = 1 } = fields(input);
  return positive('a', a) * (1 - share('q', q)) * readCap(input) ** positive('c', c);
}
