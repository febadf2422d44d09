import { fields, nonNegative, share } from './domain.ts';
import { readStart } from './economy.ts';
import { unitSplit } from './unitSplit.ts';

/** A constant share with chips lost at rate δ, for c = 1 and lasting training (ρ = 0). */
export interface DepreciatedSplit {
  readonly K0: number;
  readonly T0: number;
  /** Training share, 0 to 1. */
  readonly q: number;
  /** Loss rate of chips, unit of a·T. */
  readonly delta: number;
  readonly a?: number;
  readonly b?: number;
}

export interface DepreciatedState {
  readonly K: number;
  readonly T: number;
  /** Infinity where chips die out first. */
  readonly blowUpTime: number;
}

/**
 * The exact state after time t at constant q with chip losses, c = 1, ρ = 0. With α = a(1−q)/2, τ = δ/(2α) and
 * y = T − τ the first integral makes dy/dt = α(y² + D), D = b·q·K0/α − (T0−τ)²: the lossless flow of
 * unitSplit.ts shifted by τ. D > 0: y = w·tan(αwt + atan(y0/w)), w² = D; D < 0, y0 > 0: coth.
 * D ≤ 0, y0 < 0 is a trap: T comes to rest at τ − √(−D) and chips die out.
 * q = 0: K = K0·e^((aT0−δ)t). q = 1: K = K0·e^(−δt), T = T0 + b·K0(1 − e^(−δt))/δ.
 * Source: derived here, "Constant q with depreciation".
 *
 * @param input K0 > 0, T0 ≥ 0, 0 ≤ q ≤ 1, δ ≥ 0, a, b > 0; t ≥ 0, finite
 */
export function flowWithChipLoss(input: DepreciatedSplit & { readonly t: number }): DepreciatedState {
  const { K0, T0, q, delta, a, b, k } = read(input);
  const t = nonNegative('t', input.t);
  if (q === 0) return { K: K0 * Math.exp((a * T0 - delta) * t), T: T0, blowUpTime: Number.POSITIVE_INFINITY };
  if (q === 1) {
    const served = delta === 0 ? t : -Math.expm1(-delta * t) / delta;
    return { K: K0 * Math.exp(-delta * t), T: T0 + b * K0 * served, blowUpTime: Number.POSITIVE_INFINITY };
  }
  const y0 = T0 - delta / (a * (1 - q));
  const trap = trapped(k, y0, q);
  if (trap !== undefined) return { ...trap.after(a * t, K0, T0), blowUpTime: Number.POSITIVE_INFINITY };
  const split = unitSplit(k, y0, q);
  const blowUpTime = split.blowUpTime / a;
  if (t >= blowUpTime) return { K: Number.POSITIVE_INFINITY, T: Number.POSITIVE_INFINITY, blowUpTime };
  const { growth, T } = split.after(a * t);
  return { K: K0 * growth, T: T0 + (T - y0), blowUpTime };
}

/**
 * Where T comes to rest when chips die out, τ − √(−D); Infinity where they do not (a blow-up), and T0 + b·K0/δ
 * for q = 1. Source and domain as flowWithChipLoss().
 */
export function trainingAtRest(input: DepreciatedSplit): number {
  const { K0, T0, q, delta, a, b, k } = read(input);
  if (q === 0) return T0;
  if (q === 1) return delta === 0 ? Number.POSITIVE_INFINITY : T0 + (b * K0) / delta;
  const trap = trapped(k, T0 - delta / (a * (1 - q)), q);
  return trap === undefined ? Number.POSITIVE_INFINITY : T0 + trap.gain;
}

function read(input: DepreciatedSplit): {
  K0: number;
  T0: number;
  q: number;
  delta: number;
  a: number;
  b: number;
  k: number;
} {
  const { q, delta } = fields(input);
  const { K0, T0, a, b, k } = readStart({ ...input, c: 1 });
  return { K0, T0, q: share('q', q), delta: nonNegative('delta', delta), a, b, k };
}

/** The decaying branch, a = b = 1: y from y0 < 0 up to −√(−D). */
function trapped(
  k: number,
  y0: number,
  q: number,
): { gain: number; after(t: number, K0: number, T0: number): { K: number; T: number } } | undefined {
  const alpha = (1 - q) / 2;
  const P = (q * k) / alpha;
  const D = P - y0 * y0;
  if (!(D <= 0 && y0 < 0)) return undefined;
  const w = Math.sqrt(-D);
  return {
    // w − |y0| written without the difference.
    gain: P / (w - y0),
    after(t, K0, T0) {
      const x = alpha * w * t;
      const tau = w === 0 ? alpha * t : Math.tanh(x) / w;
      return { K: K0 / (Math.cosh(x) * (1 - y0 * tau)) ** 2, T: T0 + (P * tau) / (1 - y0 * tau) };
    },
  };
}
