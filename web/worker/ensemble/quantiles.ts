import type { Bands } from '../../shared/protocol.ts';
import type { Path } from './path.ts';

/** Lower and upper end of the wide and of the narrow band. */
export const OUTER = [0.05, 0.95] as const;
export const INNER = [0.25, 0.75] as const;

/** Stands for a stock without bound: beyond every axis, yet a number that can be drawn. */
const UNBOUNDED = 400;

/**
 * The p-quantile of values in ascending order, linear between neighbours (Hyndman and Fan 1996, definition 7); infinite where
 * the upper neighbour is.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const share = place - below;
  if (share === 0) return sorted[below];
  return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

type Range = readonly [number, number];

/** Bands of log10 K and q over all replicas. h: the length of a tick, in time. */
export function bandsOf(paths: readonly Path[], h: number): Bands {
  const stride = Math.max(...paths.map((path) => path.stride));
  const last = Math.max(...paths.map((path) => path.lastTick));
  const chips = { outer: [] as number[], inner: [] as number[] };
  const share = { outer: [] as number[], inner: [] as number[] };
  const add = (to: number[], t: number, sorted: Float64Array, [low, high]: Range): void => {
    const from = quantile(sorted, low);
    // Nothing is left to be drawn once even the slowest have blown up.
    if (Number.isFinite(from)) to.push(t, from, t, Math.min(UNBOUNDED, quantile(sorted, high)));
  };
  // Where fewer than half are left, those that are would stand for all.
  const known = (values: number[]): Float64Array | null => {
    const found = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
    return 2 * found.length > paths.length ? found : null;
  };
  for (let tick = 0; tick <= last; tick += stride) {
    const t = tick * h;
    const logK = known(paths.map((path) => path.logKAt(tick)));
    const q = known(paths.map((path) => path.qAt(tick)));
    if (logK) {
      add(chips.outer, t, logK, OUTER);
      add(chips.inner, t, logK, INNER);
    }
    // A split holds from the beginning of its tick to the end.
    if (q)
      for (const at of [t - h, t]) {
        add(share.outer, at, q, OUTER);
        add(share.inner, at, q, INNER);
      }
  }
  return {
    seeds: paths.length,
    chips: { outer: Float32Array.from(chips.outer), inner: Float32Array.from(chips.inner) },
    share: { outer: Float32Array.from(share.outer), inner: Float32Array.from(share.inner) },
  };
}
