/** dy/dx; y is not kept, so the callee may return a fresh array each time. */
export type Slope = (x: number, y: readonly number[]) => number[];

export interface Step {
  readonly x: number;
  readonly y: number[];
  /** A good size for the step after this one. */
  readonly next: number;
}

const SUBSTEPS = [2, 4, 6, 8, 10, 12, 14, 16];
/** Converging in fewer columns than this, the step was too small; work per unit is best around it. */
const EASY = 6;

/**
 * One step of about h of dy/dx = f(x, y), by Gragg's modified midpoint rule extrapolated in h² (Bulirsch and
 * Stoer; Hairer, Nørsett, Wanner, "Solving Ordinary Differential Equations I", II.9), halved until two columns
 * agree to `tolerance`, relative to the larger of |y| and 1.
 */
export function extrapolatedStep(
  f: Slope,
  x: number,
  y: readonly number[],
  h: number,
  tolerance: number,
): Step {
  for (let size = h; ; size /= 2) {
    const tried = column(f, x, y, size, tolerance);
    if (tried !== undefined) {
      const grow = tried.columns < EASY ? 1.6 : tried.columns > EASY ? 0.8 : 1;
      return { x: x + size, y: tried.y, next: size * grow };
    }
    if (Math.abs(size) <= 1e-14 * Math.max(Math.abs(x), Math.abs(h)))
      throw new Error(`the integration does not get past ${x}`);
  }
}

function column(
  f: Slope,
  x: number,
  y: readonly number[],
  h: number,
  tolerance: number,
): { y: number[]; columns: number } | undefined {
  let row: number[][] = [];
  for (const [j, n] of SUBSTEPS.entries()) {
    const next = [midpoint(f, x, y, h, n)];
    for (let k = 1; k <= j; k++) {
      const ratio = (n / SUBSTEPS[j - k]!) ** 2 - 1;
      next.push(next[k - 1]!.map((value, i) => value + (value - row[k - 1]![i]!) / ratio));
    }
    row = next;
    if (j < 2) continue;
    const best = next[j]!;
    const miss = best.map((value, i) => Math.abs(value - next[j - 1]![i]!) / Math.max(1, Math.abs(value)));
    if (best.every(Number.isFinite) && Math.max(...miss) <= tolerance) return { y: best, columns: j + 1 };
  }
  return undefined;
}

function midpoint(f: Slope, x: number, y: readonly number[], H: number, n: number): number[] {
  const h = H / n;
  let before = [...y];
  let slope = f(x, y);
  let now = y.map((value, i) => value + h * slope[i]!);
  for (let k = 1; k < n; k++) {
    slope = f(x + k * h, now);
    const after = before.map((value, i) => value + 2 * h * slope[i]!);
    before = now;
    now = after;
  }
  return now;
}

/** y at `to`, from y at `from`. */
export function integrate(
  f: Slope,
  from: number,
  y: readonly number[],
  to: number,
  tolerance = 1e-13,
): number[] {
  let step: Step = { x: from, y: [...y], next: (to - from) / 4 };
  while (step.x !== to) {
    const left = to - step.x;
    const h = Math.abs(step.next) >= Math.abs(left) ? left : step.next;
    const taken = extrapolatedStep(f, step.x, step.y, h, tolerance);
    // A last step of just the length left ends at `to`, not at a rounding of it.
    step = h === left && taken.x - step.x === left ? { ...taken, x: to } : taken;
    if (Math.abs(step.x - to) <= 4e-16 * Math.abs(to)) return step.y;
  }
  return step.y;
}
