import type { Rates } from './depreciation.ts';

export interface State {
  readonly K: number;
  readonly T: number;
}

/** q = 0: T = T0·e^(−ρt), K = K0·exp(a·T0^c·(1 − e^(−cρt))/(cρ) − δt). */
export function growWithLosses({ c, a, delta, rho }: Rates, { K, T }: State, t: number): State {
  const served = decayed(c * rho, t);
  return { K: K * Math.exp(a * T ** c * served - delta * t), T: T * Math.exp(-rho * t) };
}

/** q = 1: K = K0·e^(−δt), T = T0·e^(−ρt) + b·K0·(e^(−δt) − e^(−ρt))/(ρ−δ). */
export function trainWithLosses({ b, delta, rho }: Rates, { K, T }: State, t: number): State {
  const trained =
    rho >= delta
      ? Math.exp(-delta * t) * decayed(rho - delta, t)
      : Math.exp(-rho * t) * decayed(delta - rho, t);
  return { K: K * Math.exp(-delta * t), T: T * Math.exp(-rho * t) + b * K * trained };
}

/** (1 − e^(−rate·t))/rate, which is t at rate 0 (and where rate·t would underflow). */
export function decayed(rate: number, t: number): number {
  return rate * t < 1e-290 ? t : -Math.expm1(-rate * t) / rate;
}
