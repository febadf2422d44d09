/** A line through values over time, in a box of 1 × 1 with up being 0; where there is no value it is broken. */
export interface Line {
  readonly path: string;
  /** Values at the ends of the upright axis. */
  readonly low: number;
  readonly high: number;
}

interface Given {
  readonly t: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly end: number;
  readonly isLog: boolean;
  /** The axis's ends; else those of the values. */
  readonly span?: readonly [number, number];
  /** A value holds for the tick that ends at its time. */
  readonly isStepped?: boolean;
}

/** Null where there is no value at all. */
export function lineThrough({ t, values, end, isLog, span, isStepped = false }: Given): Line | null {
  const isThere = (x: number): boolean => Number.isFinite(x) && (!isLog || x > 0);
  const there = Array.from(values).filter(isThere);
  if (there.length === 0) return null;
  const [low, high] = span ?? [Math.min(...there), Math.max(...there)];
  const scaled = (x: number): number => (isLog ? Math.log(x) : x);
  const range = scaled(high) - scaled(low);
  const start = t[0];
  const across = (at: number): string => (end > start ? (at - start) / (end - start) : 0).toFixed(4);
  const up = (x: number): string => (range > 0 ? 1 - (scaled(x) - scaled(low)) / range : 0.5).toFixed(4);
  let path = '';
  let isDown = false;
  for (let i = 0; i < t.length; i++) {
    const x = values[i];
    if (!isThere(x)) {
      isDown = false;
      continue;
    }
    if (isStepped && i > 0)
      path += `${isDown ? 'L' : 'M'}${across(t[i - 1])} ${up(x)}L${across(t[i])} ${up(x)}`;
    else path += `${isDown ? 'L' : 'M'}${across(t[i])} ${up(x)}`;
    isDown = true;
  }
  return { path, low, high };
}
