import { bestGrowthAt, bestTimeTo } from './bestGrowth.ts';
import { logRatio } from './constantSplit.ts';
import { extended } from './domain.ts';
import { readStart, type Start } from './economy.ts';

/**
 * V(t): the most chips any control can have at time t, t itself being the horizon. In the cases of
 * optimalPlan():
 * A0, B0: K0·exp(a·T0^c·t); A1: K0·exp(T1^(1+c)/(c·k)), T1 = c(T0 + b·K0·t)/(1+c), k = b·K0/a;
 * A2, B2: K_a·e·[1 − (c/(1+c))·((t − t_a)·a·T_a^c − 1)]^(−(1+c)/c). Infinity at and past the least blow-up
 * time t*.
 * Source: Green's theorem on dt = dK/(a·K·T^c) + dT/(b·K) in S1's model; global over all measurable controls.
 * Near t* the value is ill-conditioned ((1+c)/c·ε·t/(t*−t)): compare in time there, with minimalTime().
 *
 * @param start K0 > 0, T0 ≥ 0, c > 0, a, b > 0
 * @param t horizon, 0 or more, unit 1/a (Infinity too)
 * @returns chips in K0's unit
 */
export function envelope(start: Start, t: number): number {
  const { K0, T0, c, a, k } = readStart(start);
  return K0 * Math.exp(bestGrowthAt(a * extended('t', t), k, T0, c).L);
}

/**
 * t_min(K1): the least time in which any control reaches K1 chips, the inverse of envelope(). 0 when K1 ≤ K0,
 * the least blow-up time for K1 = Infinity. Relative error of a few ε at every level: small rises are taken
 * by log1p, and beyond the turnpike t_min is a sum of positive terms (bestGrowth.ts). Source and domain as
 * envelope(); K1 ≥ 0.
 */
export function minimalTime(start: Start, K1: number): number {
  const { K0, T0, c, a, k } = readStart(start);
  extended('K1', K1);
  return K1 <= K0 ? 0 : bestTimeTo(logRatio(K1, K0), k, T0, c).time / a;
}
