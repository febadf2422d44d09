import { type Ladder, ladderProductivity } from '../../../src/theory/index.ts';

/** Stocks at which a climb begins. */
export interface Start {
  K0: number;
  T0: number;
}

/** ∫ G dT from T₀ to T, in closed form on each rung: G is A·T^c there. */
function integral(on: Ladder, T0: number, T: number): number {
  const joints = on.breakpoints.map((end) => 10 ** end).filter((end) => end > T0 && end < T);
  const points = [T0, ...joints, T];
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const middle = Math.sqrt(from * to);
    const rung = on.breakpoints.findIndex((end) => middle < 10 ** end);
    const c = rung < 0 ? 0 : on.slopes[rung];
    const A = ladderProductivity(on, middle) / middle ** c;
    sum += (A / (c + 1)) * (to ** (c + 1) - from ** (c + 1));
  }
  return sum;
}

/** Chips when training stands at T: dK/dT = (1−q)·G/q, whatever the pace. */
export const chipsAt = (on: Ladder, q: number, start: Start, T: number) =>
  start.K0 + ((1 - q) / q) * integral(on, start.T0, T);

/** Time to reach T, ∫ dT/(q·K(T)), by Simpson's rule in ln T between the joints. */
export function timeTo(on: Ladder, q: number, start: Start, T: number): number {
  const joints = on.breakpoints.map((end) => 10 ** end).filter((end) => end > start.T0 && end < T);
  const points = [start.T0, ...joints, T].map(Math.log);
  const n = 400;
  let time = 0;
  for (let i = 1; i < points.length; i++) {
    const step = (points[i] - points[i - 1]) / n;
    for (let j = 0; j <= n; j++) {
      const at = Math.exp(points[i - 1] + j * step);
      const weight = j === 0 || j === n ? 1 : j % 2 === 1 ? 4 : 2;
      time += ((weight * step) / 3) * (at / (q * chipsAt(on, q, start, at)));
    }
  }
  return time;
}
