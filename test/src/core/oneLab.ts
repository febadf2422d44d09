import type { Simulation } from '../../../src/core/index.ts';
import { simulate } from './harness.ts';

/** A bound that never binds, and sends the economy to the general method. */
export const general = { k2: 1e12 };

/** One lab at a fixed split in an economy with the given mechanisms. */
export const lab = (economy: object, group: object = {}, clock: object = {}) =>
  simulate({
    clock: { h: 0.05, until: 2, ...clock },
    economy,
    groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 }, ...group }],
  });
export const end = (simulation: Simulation) => {
  simulation.run();
  return simulation.economies[0].observation();
};

/** Classical Runge–Kutta in (K, T), an independent reference: n steps of y' = f(t, y). */
export function rungeKutta(
  f: (t: number, y: number[]) => number[],
  y0: number[],
  t: number,
  n: number,
): number[] {
  const h = t / n;
  let y = y0;
  const shifted = (base: number[], slope: number[], by: number) => base.map((x, i) => x + by * slope[i]);
  for (let i = 0; i < n; i++) {
    const at = i * h;
    const k1 = f(at, y);
    const k2 = f(at + h / 2, shifted(y, k1, h / 2));
    const k3 = f(at + h / 2, shifted(y, k2, h / 2));
    const k4 = f(at + h, shifted(y, k3, h));
    y = y.map((x, j) => x + (h / 6) * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]));
  }
  return y;
}
