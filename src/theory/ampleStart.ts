import { elapsedClock, pointAtClock } from './elapsedClock.ts';
import type { Ahead } from './remainingClock.ts';

/**
 * Early flow at constant q where chips abound (or T0 = 0), a = b = 1: with r = T/w, w^(1+c) = D = P −
 * T0^(1+c) and P = (1+c)·q·k/(1−q), the time is ((1+c)/(1−q))·w^(−c)·∫ dr/(1 + r^(1+c)), a series in r^(1+c)
 * up to ¼.
 * Beyond ¼ the state has X = 5 and elapsedClock takes over.
 */
const EDGE = 0.25;
const X_EDGE = 1 + 1 / EDGE;

export function isAmple(k: number, T: number, c: number, q: number): boolean {
  return ((1 + c) * q * k) / (1 - q) > X_EDGE * T ** (1 + c);
}

interface Scale {
  readonly w: number;
  /** clock = unit · time */
  readonly unit: number;
  readonly r0: number;
}

function scaleOf(k: number, T: number, c: number, q: number): Scale {
  const p = 1 + c;
  const w = ((p * q * k) / (1 - q) - T ** p) ** (1 / p);
  return { w, unit: ((1 - q) / p) * w ** c, r0: T / w };
}

/** ∫₀^r dr/(1 + r^p) = r·Σ (−r^p)ⁿ/(1 + pn), r^p ≤ ¼. */
function clockAt(r: number, p: number): number {
  const x = r ** p;
  let sum = 0;
  let power = 1;
  for (let n = 0; Math.abs(power) > 1e-18; n++) {
    sum += power / (1 + p * n);
    power *= -x;
  }
  return r * sum;
}

/** State after `time`, which must lie before the blow-up. */
export function amplePoint(k: number, T: number, c: number, q: number, time: number): Ahead {
  const p = 1 + c;
  const { w, unit, r0 } = scaleOf(k, T, c, q);
  const target = clockAt(r0, p) + unit * time;
  const edge = EDGE ** (1 / p);
  const edgeClock = clockAt(edge, p);
  if (target > edgeClock) {
    const { growth, power } = pointAtClock((target - edgeClock) * p * edge ** c, X_EDGE, c / p);
    return { growth: (growth * (1 + EDGE)) / (1 + r0 ** p), T: w * edge * power ** (1 / p) };
  }
  // The clock is concave in r and below it: Newton climbs monotonically.
  let r = target;
  for (let i = 0; i < 60; i++) {
    const step = (target - clockAt(r, p)) * (1 + r ** p);
    r += step;
    if (Math.abs(step) <= 1e-9 * r) break;
  }
  return { growth: (1 + r ** p) / (1 + r0 ** p), T: w * r };
}

/** Time until K has grown by e^σ. */
export function ampleTimeToGrowth(k: number, T: number, c: number, q: number, sigma: number): number {
  const p = 1 + c;
  const { unit, r0 } = scaleOf(k, T, c, q);
  const start = r0 ** p;
  const end = start + (1 + start) * Math.expm1(sigma);
  // A short way: r − r0 from rounded values would lose its digits.
  if (end < 2 * start) return elapsedClock(sigma, (p * q * k) / (1 - q) / T ** p, c / p) / ((1 - q) * T ** c);
  if (end <= EDGE) return (clockAt(end ** (1 / p), p) - clockAt(r0, p)) / unit;
  const beyond = sigma + Math.log((1 + start) / (1 + EDGE));
  const fromEdge = elapsedClock(beyond, X_EDGE, c / p) / (p * EDGE ** (c / p));
  return (clockAt(EDGE ** (1 / p), p) - clockAt(r0, p) + fromEdge) / unit;
}
