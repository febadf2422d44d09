import type { Ahead } from './remainingClock.ts';

/**
 * c = 1, a = b = 1, 0 < q < 1 in elementary functions. dT/dt = α(T² + D), α = (1−q)/2, D = P − T0², P =
 * 2qk/(1−q):
 *   D > 0: T = w·cot(y), t* = atan(w/T0)/(αw);  D < 0: T = w·coth(y), t* = artanh(w/T0)/(αw);  y = αw·(time
 *   left).
 * K = K0·(w²/P)/sin²(y) (or sinh²). Written in the time left, nothing cancels; the tan(αwt) form of K loses
 * digits like T0²/P where training abounds.
 */
export interface UnitSplit {
  readonly blowUpTime: number;
  /** State after time t, 0 ≤ t < blowUpTime. */
  after(t: number): Ahead;
  /** State with the time R left, 0 < R ≤ blowUpTime. */
  before(R: number): Ahead;
}

export function unitSplit(k: number, T: number, q: number): UnitSplit {
  const alpha = (1 - q) / 2;
  const P = (2 * q * k) / (1 - q);
  const D = P - T * T;
  const rootP = Math.sqrt(P);
  if (D === 0) {
    const blowUpTime = 1 / (alpha * T);
    const at = (left: number): Ahead => ({ growth: (1 / (alpha * T * left)) ** 2, T: 1 / (alpha * left) });
    return { blowUpTime, after: (t) => at(blowUpTime - t), before: at };
  }
  const rate = alpha * Math.sqrt(Math.abs(D));
  const w = Math.sqrt(Math.abs(D));
  const sine = D > 0 ? Math.sin : Math.sinh;
  const tangent = D > 0 ? Math.tan : Math.tanh;
  // artanh(w/T0), but the quotient w/T0 rounds to 1 where training abounds.
  const all = D > 0 ? Math.atan2(w, T) : Math.asinh(w / rootP);
  const start = w / rootP;
  const growth = (y: number): number => (start / sine(y)) ** 2;
  return {
    blowUpTime: all / rate,
    after(t) {
      const y = all - rate * t;
      return { growth: growth(y), T: T + (rootP * sine(rate * t)) / sine(y) };
    },
    before: (R) => ({ growth: growth(rate * R), T: w / tangent(rate * R) }),
  };
}
