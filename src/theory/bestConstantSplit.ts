import { brent } from './brent.ts';
import { baseBlowUpTime, flow } from './constantSplit.ts';
import { extended } from './domain.ts';
import { readStart, type Start } from './economy.ts';
import { averageProgress } from './elapsedClock.ts';
import { hypergeometricElasticity } from './hypergeometric.ts';

/** From here on (T0 = 0 included) the share is β to the last bit, and X is kept from overflowing. */
const LARGEST = 1e280;

/**
 * The constant training share that blows up first. With t* = F(X)/((1−q)·β·T0^c), X = (1+c)·q·x/(1−q) and
 * x = b·K0/(a·T0^(1+c)), stationarity in q reads
 *   q = −d ln F/d ln X = β·(1 − X·F)/((1 − X)·F),  that is q·F·(1−X) = β·(1 − X·F),
 * taken in the first form because the second is also solved, wrongly, by every X = 1.
 * q = c/(1+2c) exactly at x = 1/c (on the turnpike), c/(1+c) as x → ∞ or T0 = 0, 0 like 1/ln(1/x) as x → 0.
 * Source: the blow-up time of S1's model (constantSplit.ts), minimised.
 *
 * @param input K0 > 0, T0 ≥ 0, c > 0, a, b > 0
 * @returns q, a share, and blowUpTime in units of 1/a
 */
export function bestConstantSplit(input: Start): { q: number; blowUpTime: number } {
  const { T0, c, a, k } = readStart(input);
  const q = fastestShare(k, T0, c);
  return { q, blowUpTime: baseBlowUpTime(k, T0, c, q) / a };
}

/**
 * The constant share that gives the most chips at a horizon, and those chips. The stationarity of ln K(t_f)
 * is
 *   q = β·⟨1 − (T0/T)^(1+c)⟩, the average over time from 0 to t_f: parity's β, discounted by how far T has
 *   come.
 * q = 0 up to constantTrainingOnset(); Infinity chips, and the fastest share, from the least blow-up time of
 * constants on.
 * Source: implicit differentiation of (1−q)·T0^c·t_f = ∫ [1 + X(e^s − 1)]^(−β) ds at fixed t_f.
 *
 * @param input as bestConstantSplit(), horizon ≥ 0 (Infinity too)
 * @returns q, a share, and K in K0's unit
 */
export function bestConstantSplitAtHorizon(input: Start & { readonly horizon: number }): {
  q: number;
  K: number;
} {
  const { K0, T0, c, a, k } = readStart(input);
  const horizon = extended('horizon', input.horizon);
  const fastest = fastestShare(k, T0, c);
  if (a * horizon >= baseBlowUpTime(k, T0, c, fastest)) return { q: fastest, K: Number.POSITIVE_INFINITY };
  const q = a * horizon <= baseOnset(k, T0, c) ? 0 : shareAtHorizon(k, T0, c, a * horizon);
  return { q, K: horizon === 0 ? K0 : flow({ ...input, q, t: horizon }).K };
}

/**
 * The horizon t_f0 up to which the best constant share is 0: with y = a·T0^c·t_f0 and x = b·K0/(a·T0^(1+c)),
 * c·x·(e^y − 1 − y) = y. 0 when T0 = 0. Source: the share of bestConstantSplitAtHorizon() as q → 0.
 * In units of 1/a; domain as bestConstantSplit().
 */
export function constantTrainingOnset(input: Start): number {
  const { T0, c, a, k } = readStart(input);
  return baseOnset(k, T0, c) / a;
}

function fastestShare(k: number, T: number, c: number): number {
  const beta = c / (1 + c);
  const scale = ((1 + c) * k) / T ** (1 + c);
  if (scale > LARGEST) return beta;
  const excess = (q: number): number => {
    const X = Math.max(Number.MIN_VALUE, (scale * q) / (1 - q));
    return q - hypergeometricElasticity(X, beta);
  };
  // E ≈ 1/(1/β + ln(1/X)) for small X, and no double makes ln(1/X) exceed 800.
  const low = beta / (1 + 1000 * beta);
  return excess(beta) <= 0 ? beta : brent(excess, low, beta);
}

function shareAtHorizon(k: number, T: number, c: number, time: number): number {
  const beta = c / (1 + c);
  const scale = ((1 + c) * k) / T ** (1 + c);
  if (scale > LARGEST) return beta;
  const excess = (q: number): number => {
    const theta = (1 - q) * T ** c * time;
    return (beta * averageProgress(theta, (scale * q) / (1 - q), beta)) / q - 1;
  };
  const low = 1e-9 * beta;
  // So close to the onset that the share is below what the average resolves.
  return excess(low) <= 0 ? 0 : brent(excess, low, beta);
}

/** y/(c·x) = e^y − 1 − y, solved for ln y since y runs from 2/(c·x) to ln(1/x). */
function baseOnset(k: number, T: number, c: number): number {
  const cx = (c * k) / T ** (1 + c);
  if (cx === Number.POSITIVE_INFINITY) return 0;
  const excess = (logY: number): number => {
    const y = Math.exp(logY);
    return Math.log(expm1Minus(y) / y) + Math.log(cx);
  };
  // (e^y − 1 − y)/y lies above y/2, and above e^(y/2) − 1.
  const high = Math.min(Math.log(2 / cx), Math.log(2 * Math.log1p(1 / cx)));
  return Math.exp(brent(excess, high - 3, high + 1e-9)) / T ** c;
}

/** e^y − 1 − y without cancellation. */
function expm1Minus(y: number): number {
  if (y > 1) return Math.expm1(y) - y;
  let sum = 0;
  let term = (y * y) / 2;
  for (let n = 3; term > 1e-18 * sum; n++) {
    sum += term;
    term *= y / n;
  }
  return sum;
}
