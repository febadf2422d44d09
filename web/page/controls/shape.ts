import { quantile } from '../../../src/scenario/index.ts';
import type { Distribution } from '../../../src/scenario/types.ts';

/** How a distribution looks over an axis: heights are shares of the highest, places shares of the axis. */
export interface Shape {
  /** Values at the ends of the axis, and the median. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
  readonly isLog: boolean;
  /** (across, up) from the left end on. */
  readonly outline: readonly (readonly [number, number])[];
}

/** One lab in two hundred lies beyond an end that has no value of its own. */
const tail = 0.005;
const steps = 120;
const mostBars = 24;
/** From this ratio of the ends on the axis is logarithmic. */
const wide = 8;

/** Null where all labs have the same value. */
export function shapeOf(of: Distribution): Shape | null {
  const [first, last] = endsOf(of);
  const [low, high] = [quantile(of, first), quantile(of, last)];
  if (!(high > low) || !Number.isFinite(high / low)) return null;
  const isLog = low > 0 && high / low > wide;
  const across = (x: number): number =>
    isLog ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
  const outline = of.distribution === 'list' ? bars(of.values.map(across)) : density(of, first, last, across);
  return { low, high, median: quantile(of, 0.5), isLog, outline };
}

/** Shares of the labs below the axis's ends. */
function endsOf(of: Distribution): [number, number] {
  switch (of.distribution) {
    case 'lognormal':
      return [tail, 1 - tail];
    case 'pareto':
      return [0, 1 - tail];
    default:
      return [0, 1];
  }
}

/** Labs per stretch of the axis: dp over d(across), from quantiles that stand closer towards the ends. */
function density(
  of: Distribution,
  first: number,
  last: number,
  across: (x: number) => number,
): [number, number][] {
  const at = (i: number): number => first + ((last - first) * (1 - Math.cos((Math.PI * i) / steps))) / 2;
  const points: [number, number][] = [];
  for (let i = 0; i < steps; i++) {
    const [from, to] = [across(quantile(of, at(i))), across(quantile(of, at(i + 1)))];
    points.push([(from + to) / 2, (at(i + 1) - at(i)) / (to - from)]);
  }
  const most = Math.max(...points.map(([, up]) => up));
  const curve = points.map(([x, up]): [number, number] => [x, up / most]);
  return [[0, curve[0][1]], ...curve, [1, curve[curve.length - 1][1]]];
}

function bars(places: readonly number[]): [number, number][] {
  const count = Math.min(mostBars, Math.max(4, Math.ceil(Math.sqrt(places.length) * 2)));
  const labs = new Array<number>(count).fill(0);
  for (const place of places) labs[Math.min(count - 1, Math.floor(place * count))]++;
  const most = Math.max(...labs);
  return labs.flatMap((n, i): [number, number][] => [
    [i / count, n / most],
    [(i + 1) / count, n / most],
  ]);
}
