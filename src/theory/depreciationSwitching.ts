import { brent } from './brent.ts';
import { type Depreciation, type Rates, readRates, shareOn } from './depreciation.ts';
import { decayed, growWithLosses, type State, trainWithLosses } from './depreciationFlow.ts';
import { extended, nonNegative, positive } from './domain.ts';

/** Relative rounding of the arc's two sides. */
const ON_ARC = 1e-13;

/**
 * The optimal share with losses as a feedback law: 0 if (1 − e^(−cρ·timeToGo))/ρ ≤ T/(b·K) (ρ = 0: c·timeToGo
 * ≤ T/(b·K)); else 1 above the arc (b·c·K > T(y+g)), 0 below, arcShare() on it (within 1e-12). Source:
 * Pontryagin's principle (depreciation.ts).
 * Domain: K > 0, T ≥ 0, timeToGo ≥ 0 (Infinity too).
 */
export function optimalSplitWithLosses(
  input: Depreciation & { readonly K: number; readonly T: number; readonly timeToGo: number },
): number {
  const rates = readRates(input);
  const state = { K: positive('K', input.K), T: nonNegative('T', input.T) };
  if (paysBack(rates, state, extended('timeToGo', input.timeToGo)) <= 0) return 0;
  const position = onArc(rates, state, 1e-12);
  if (position !== 0) return position < 0 ? 1 : 0;
  return shareOn(rates, rates.a * state.T ** rates.c);
}

/** Positive while a chip trained now still pays back within timeToGo. */
export function paysBack({ b, c, rho }: Rates, { K, T }: State, timeToGo: number): number {
  return c * decayed(c * rho, timeToGo) - T / (b * K);
}

/** T(y+g) − b·c·K: negative above the arc (chips abundant), 0 on it up to rounding, positive below. */
export function onArc({ a, b, c, g }: Rates, { K, T }: State, tolerance = ON_ARC): number {
  const distance = T * (a * T ** c + g) - b * c * K;
  return Math.abs(distance) <= tolerance * b * c * K ? 0 : distance;
}

/** When the bang arc from `start` first meets the arc, within the horizon; undefined if it does not. */
export function arrival(
  rates: Rates,
  start: State,
  control: 'train' | 'grow',
  horizon: number,
): number | undefined {
  const move = control === 'train' ? trainWithLosses : growWithLosses;
  const side = control === 'train' ? -1 : 1;
  const distance = (t: number): number => side * onArc(rates, move(rates, start, t), 0);
  let before = 0;
  for (const t of control === 'train' ? grid(horizon) : turnings(rates, start, horizon)) {
    if (distance(t) <= 0) return brent(distance, before, t);
    before = t;
  }
  return undefined;
}

/**
 * Growing, ln(T(y+g)) − ln(b·c·K) turns only where −ρ − cρ·y/(y+g) − y + δ = 0, a quadratic in y, and y falls
 * like e^(−cρt):
 * one interval between turnings cannot hide two meetings.
 */
function turnings({ c, a, delta, rho, g }: Rates, start: State, horizon: number): number[] {
  const y0 = a * start.T ** c;
  const times: number[] = [];
  const half = (g + rho - delta + c * rho) / 2;
  const root = Math.sqrt(half * half + (delta - rho) * g);
  for (const y of [-half - root, -half + root]) {
    const t = Math.log(y0 / y) / (c * rho);
    if (t > 0 && t < horizon) times.push(t);
  }
  return [...times.sort((u, v) => u - v), horizon];
}

/** Training rises fast at first, then slowly: both a geometric and an even grid. */
function grid(horizon: number): number[] {
  const times: number[] = [];
  for (let i = 0; i < 400; i++) times.push(horizon * 10 ** (-12 + (12 * i) / 400));
  for (let i = 1; i <= 1600; i++) times.push((horizon * i) / 1600);
  return times.sort((u, v) => u - v);
}
