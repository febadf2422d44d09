import { extended } from './domain.ts';
import { type Economy, readState } from './economy.ts';

/**
 * How far b·c·K may be from a·T^(1+c), relatively, and still count as on the curve: the rounding of a state
 * that rides it.
 */
const ON_CURVE = 1e-12;

/**
 * The optimal training share as a feedback law: 0 if timeToGo ≤ T/(b·c·K) (a chip trained now would not pay
 * back in time); else 1 above the turnpike (b·c·K > a·T^(1+c)), 0 below it, c/(1+2c) on it (within 1e-12).
 * Source: S1's model by Pontryagin's principle, the synthesis of optimalPlan() as a function of the state.
 *
 * @param input K > 0, T ≥ 0, c > 0, a, b > 0; timeToGo ≥ 0, unit 1/a, Infinity for "no horizon"
 */
export function optimalSplit(
  input: Economy & { readonly K: number; readonly T: number; readonly timeToGo: number },
): number {
  const { K0: K, T0: T, c, a, b } = readState(input);
  const timeToGo = extended('timeToGo', input.timeToGo);
  if (timeToGo <= T / (b * c * K)) return 0;
  const level = a * T ** (1 + c);
  const excess = b * c * K - level;
  if (Math.abs(excess) <= ON_CURVE * level) return c / (1 + 2 * c);
  return excess > 0 ? 1 : 0;
}
