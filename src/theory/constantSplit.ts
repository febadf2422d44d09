import { amplePoint, ampleTimeToGrowth, isAmple } from './ampleStart.ts';
import { extended, fields, nonNegative, positive, refusal, share } from './domain.ts';
import { type Economy, readStart, readState, type Start } from './economy.ts';
import { elapsedClock, pointAtClock } from './elapsedClock.ts';
import { hypergeometric } from './hypergeometric.ts';
import { type Ahead, stateWithRemaining } from './remainingClock.ts';
import { unitSplit } from './unitSplit.ts';

/** A start (economy.ts) with a training share q held for ever. */
export interface ConstantSplit extends Start {
  /** Training share, 0 to 1. */
  readonly q: number;
}

export interface FlowState {
  /** Chip stock at the time asked for, in K0's unit; Infinity at and past the blow-up. */
  readonly K: number;
  /** Training stock at that time, in T0's unit; Infinity at and past the blow-up. */
  readonly T: number;
  /** Time from the start to the blow-up; Infinity when there is none. */
  readonly blowUpTime: number;
}

/**
 * The exact state after time t at constant q. With X = (1+c)·b·q·K0/(a(1−q)·T0^(1+c)) and σ = ln(K/K0):
 *   T^(1+c) = T0^(1+c)·[1 + X(e^σ − 1)],  a(1−q)·T0^c·t = ∫₀^σ [1 + X(e^s − 1)]^(−c/(1+c)) ds.
 * q = 0: K = K0·e^(a·T0^c·t). q = 1: T = T0 + b·K0·t. c = 1: tangent or coth (unitSplit.ts).
 * Source: S1 "Train once, deploy many" (the model; its Figure 1 is K = 1/(1 − sin(t/2)) for q = ½, c = K0 =
 * T0 = 1); solved by dividing the two equations (firstIntegral) and integrating dt = dT/(b·q·K).
 * The first half of the way to the blow-up is summed forward, the second counted back from it, which keeps
 * the relative error below 1e-12 up to 0.9 of the blow-up time.
 *
 * @param input K0 > 0, T0 ≥ 0, c > 0, 0 ≤ q ≤ 1, t ≥ 0 (years when a is per year), a, b > 0
 */
export function flow(input: ConstantSplit & { readonly t: number }): FlowState {
  const { K0, T0, c, a, b, k } = readStart(input);
  const q = share('q', input.q);
  const t = nonNegative('t', input.t);
  const blowUp = baseBlowUpTime(k, T0, c, q);
  const blowUpTime = blowUp / a;
  if (t === 0) return { K: K0, T: T0, blowUpTime };
  if (q === 0) return { K: K0 * Math.exp(a * T0 ** c * t), T: T0, blowUpTime };
  if (q === 1) return { K: K0, T: T0 + b * K0 * t, blowUpTime };
  const time = a * t;
  if (time >= blowUp) return { K: Number.POSITIVE_INFINITY, T: Number.POSITIVE_INFINITY, blowUpTime };
  const { growth, T } = c === 1 ? unitSplit(k, T0, q).after(time) : advance(k, T0, c, q, time, blowUp);
  return { K: K0 * growth, T, blowUpTime };
}

/**
 * The state with the time `remaining` to go before the blow-up: flow() with the remaining time as the clock.
 * An absolute clock cannot hold the end (its rounding alone moves K by (1+c)/c·ε·t/R); this one is exact
 * however small R is.
 *
 * @param input as flow(), with 0 < q < 1 and 0 < remaining ≤ blowUpTime
 */
export function flowBeforeBlowUp(input: ConstantSplit & { readonly remaining: number }): {
  K: number;
  T: number;
} {
  const { K0, T0, c, a, k } = readStart(input);
  const q = share('q', input.q);
  const remaining = positive('remaining', input.remaining);
  const blowUp = baseBlowUpTime(k, T0, c, q);
  if (q === 0 || q === 1)
    throw refusal('q', q, 'a number above 0 and below 1 (there is no blow-up at 0 and 1)');
  if (a * remaining > blowUp)
    throw refusal('remaining', remaining, `a number up to blowUpTime, ${blowUp / a}`);
  const { growth, T } =
    c === 1 ? unitSplit(k, T0, q).before(a * remaining) : stateWithRemaining(k, T0, c, q, a * remaining);
  return { K: K0 * growth, T };
}

/**
 * Time to blow-up at constant q: t* = F(X)/(a(1−q)·β·T0^c), β = c/(1+c), F(X) = 2F1(1, β; 1+β; 1−X);
 * T0 = 0: t* = ((1+c)/(a(1−q)))·D^(−β)·(π/(1+c))/sin(π/(1+c)), D = (1+c)·b·q·K0/(a(1−q)). Infinity for q = 0
 * and q = 1.
 * S1's Figure 1: π. Source: the flow's time integral (see flow) taken to K = ∞. Domain and units as flow().
 */
export function blowUpTime(input: ConstantSplit): number {
  const { T0, c, a, k } = readStart(input);
  return baseBlowUpTime(k, T0, c, share('q', input.q)) / a;
}

/**
 * Time to blow-up from a state (K, T) on the way: the same formula as blowUpTime, the flow having no memory.
 */
export function remainingTime(
  input: Economy & { readonly K: number; readonly T: number; readonly q: number },
): number {
  const { T0, c, a, k } = readState(input);
  return baseBlowUpTime(k, T0, c, share('q', input.q)) / a;
}

/**
 * K − a(1−q)/(b·q·(1+c))·T^(1+c): constant while q is. Source: S1 "Train once, deploy many", from
 * dK/dT = a(1−q)·T^c/(b·q). In K's unit. Domain: K > 0, T ≥ 0, c > 0, 0 < q ≤ 1.
 */
export function firstIntegral(
  input: Economy & { readonly K: number; readonly T: number; readonly q: number },
): number {
  const { K0, T0, c, a, b } = readState(input);
  const q = share('q', input.q);
  if (q === 0) throw refusal('q', q, 'a number above 0, up to 1 (at q = 0 the integral is T itself)');
  return K0 - ((a * (1 - q)) / (b * q * (1 + c))) * T0 ** (1 + c);
}

/**
 * Time at which constant q brings K from K0 to K1: the flow's integral taken to σ = ln(K1/K0). 0 when K1 ≤
 * K0; Infinity when the level is never reached (q = 1, or q = 0 without training); t* for K1 = Infinity.
 *
 * @param input as flow(); K1 ≥ 0 in K0's unit
 */
export function timeToLevel(input: ConstantSplit & { readonly K1: number }): number {
  const { K0, T0, c, a, k } = readStart(input);
  const q = share('q', input.q);
  const K1 = extended('K1', fields(input).K1);
  if (K1 <= K0) return 0;
  const sigma = logRatio(K1, K0);
  if (q === 0) return T0 === 0 ? Number.POSITIVE_INFINITY : sigma / (a * T0 ** c);
  if (q === 1 || K1 === Number.POSITIVE_INFINITY) return baseBlowUpTime(k, T0, c, q) / a;
  return baseTimeToGrowth(k, T0, c, q, sigma) / a;
}

/** Time until K has grown by e^sigma at 0 < q < 1, a = b = 1. */
export function baseTimeToGrowth(k: number, T0: number, c: number, q: number, sigma: number): number {
  const total = baseBlowUpTime(k, T0, c, q);
  // From where half the time is over, subtracting what remains costs no digits. (Levels whose T^(1+c)
  // overflows go forward.)
  const p = 1 + c;
  const P = (p * q * k) / (1 - q);
  const power = T0 ** p + P * Math.expm1(sigma);
  const ahead = P * Math.exp(sigma);
  const left =
    Math.max(power, ahead) < Number.POSITIVE_INFINITY
      ? baseBlowUpTime(k * Math.exp(sigma), power ** (1 / p), c, q)
      : total;
  if (left < total / 2) return total - left;
  if (isAmple(k, T0, c, q)) return ampleTimeToGrowth(k, T0, c, q, sigma);
  return elapsedClock(sigma, P / T0 ** p, c / p) / ((1 - q) * T0 ** c);
}

/** ln(K1/K0) without losing the digits of a small rise. */
export function logRatio(K1: number, K0: number): number {
  const rise = (K1 - K0) / K0;
  if (rise < 1) return Math.log1p(rise);
  return rise < Number.POSITIVE_INFINITY ? Math.log(K1 / K0) : Math.log(K1) - Math.log(K0);
}

/** a = b = 1. */
export function baseBlowUpTime(k: number, T: number, c: number, q: number): number {
  if (q === 0 || q === 1) return Number.POSITIVE_INFINITY;
  if (c === 1) return unitSplit(k, T, q).blowUpTime;
  const p = 1 + c;
  const beta = c / p;
  const A = 1 - q;
  const P = (p * q * k) / A;
  const X = P / T ** p;
  if (X === Number.POSITIVE_INFINITY) return Math.PI / (A * P ** beta * Math.sin(Math.PI / p));
  return hypergeometric(X, beta) / (A * beta * T ** c);
}

function advance(k: number, T: number, c: number, q: number, time: number, blowUp: number): Ahead {
  if (time > blowUp / 2) return stateWithRemaining(k, T, c, q, blowUp - time);
  if (isAmple(k, T, c, q)) return amplePoint(k, T, c, q, time);
  const p = 1 + c;
  const { growth, power } = pointAtClock((1 - q) * T ** c * time, (p * q * k) / (1 - q) / T ** p, c / p);
  return { growth, T: T * power ** (1 / p) };
}
