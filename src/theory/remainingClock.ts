import { logPower } from './elapsedClock.ts';
import { hypergeometric } from './hypergeometric.ts';

/**
 * Where a state with `remaining` time to its blow-up lies, from any earlier state (k, T) of the same flow, a
 * = b = 1.
 */
export interface Ahead {
  /** K over the earlier K */
  readonly growth: number;
  readonly T: number;
}

/**
 * Inverse of R = F(Y)/((1−q)·β·T^c), Y = (1+c)·q·K/((1−q)·T^(1+c)), by Newton on ln R. Exact to rounding
 * however small R is, since every quantity here is relative to the state ahead, not to the clock.
 */
export function stateWithRemaining(k: number, T: number, c: number, q: number, remaining: number): Ahead {
  const p = 1 + c;
  const A = 1 - q;
  const P = (p * q * k) / A;
  const Tp = T ** p;
  return P <= Tp ? fromScarceChips(P / Tp, T, c, A, remaining) : fromAmpleChips(P, Tp, c, A, remaining);
}

/** Unknown σ = ln(K/K0): ln R is concave in it, so Newton overshoots at most once and then descends. */
function fromScarceChips(X: number, T: number, c: number, A: number, remaining: number): Ahead {
  const beta = c / (1 + c);
  const target = A * beta * T ** c * remaining;
  let sigma = Math.max(0, -Math.log(target) / beta - Math.log(X));
  for (let i = 0; i < 100; i++) {
    const Y = X / (X + (1 - X) * Math.exp(-sigma));
    const F = hypergeometric(Y, beta);
    const step = (Math.log((F / target) * Math.exp(-beta * logPower(sigma, X))) * F) / beta;
    const next = Math.max(0, sigma + step);
    const moved = Math.abs(next - sigma);
    sigma = next;
    if (moved <= 1e-9 * (1 + sigma)) break;
  }
  return { growth: Math.exp(sigma), T: T * Math.exp(logPower(sigma, X) / (1 + c)) };
}

/**
 * Unknown ℓ = ln(T^(1+c)/M) with M = P + T0^(1+c): d = (P − T0^(1+c))/M > 0 keeps Y = 1 + d·e^(−ℓ) above 1,
 * and T0 = 0 needs no case of its own. ln R is concave in ℓ and the start, F = 1, lies right of the root.
 */
function fromAmpleChips(P: number, Tp: number, c: number, A: number, remaining: number): Ahead {
  const beta = c / (1 + c);
  const M = P + Tp;
  const d = (P - Tp) / M;
  const target = A * beta * M ** beta * remaining;
  let l = -Math.log(target) / beta;
  for (let i = 0; i < 100; i++) {
    const Y = 1 + d * Math.exp(-l);
    const F = hypergeometric(Y, beta);
    const step = (Math.log((F / target) * Math.exp(-beta * l)) * F * Y) / beta;
    l += step;
    if (Math.abs(step) <= 1e-9 * (1 + Math.abs(l))) break;
  }
  return { growth: (d + Math.exp(l)) * (M / P), T: M ** (1 / (1 + c)) * Math.exp(l / (1 + c)) };
}
