import type { PathPoint, Start } from '../../theory/index.ts';
import { spilloverFactor } from '../../theory/index.ts';
import { type Beginning, type LabsAlike, MOST_KINDS, whyForked } from './beginning.ts';
import type { BenchmarkPath } from './entry.ts';
import { whyNotPaper } from './mechanisms.ts';

/** So many labs, each of which grows like this one by itself. */
export interface Independent extends Required<Start> {
  readonly count: number;
}

const same = (labs: readonly LabsAlike[], key: keyof LabsAlike): boolean =>
  labs.every((lab) => lab[key] === labs[0][key]);

/**
 * Labs that grow as if each were alone: without spillover they are; N alike labs each have a·m^c, m = 1 + σ(N−1); and
 * where everything is shared all together are one lab with ΣK₀ and ΣT₀, however unlike their stocks. Otherwise why not.
 *
 * @param productivity of a lab: a for what a planner could do, a·s·w for what labs do that reinvest and serve as they do
 */
export function independentLabs(
  { spec, past, labs, N, K, T, b }: Beginning,
  productivity: (lab: LabsAlike) => number,
): readonly Independent[] | string {
  if (labs === null) return `more than ${MOST_KINDS} kinds of labs`;
  const why = whyForked({ spec, past }) ?? whyNotPaper(spec);
  if (why !== null) return why;
  const alone = ({ count, K0, T0, c, ...lab }: LabsAlike, factor = 1): Independent => ({
    count,
    K0,
    T0,
    a: productivity({ count, K0, T0, c, ...lab }) * factor,
    b,
    c,
  });
  if (N === 1 || labs.every(({ sigma }) => sigma === 0)) return labs.map((lab) => alone(lab));
  const [first] = labs;
  if (labs.length === 1) return [alone(first, spilloverFactor({ N, sigma: first.sigma }) ** first.c)];
  const isOne = (['a', 's', 'w', 'c'] as const).every((key) => same(labs, key));
  if (isOne && labs.every(({ sigma }) => sigma === 1)) return [{ ...alone(first), count: 1, K0: K, T0: T }];
  return 'unlike labs share a part of their training, for which there is no closed form';
}

/** The sum of independent labs' paths; it ends with the first blow-up. */
export function together(
  labs: readonly Independent[],
  blowUpTime: (lab: Independent) => number,
  at: (lab: Independent, t: number) => PathPoint,
): BenchmarkPath {
  const first = Math.min(...labs.map(blowUpTime));
  return {
    blowUpTime: first,
    at(t) {
      const infinite = Number.POSITIVE_INFINITY;
      if (t >= first) return { K: infinite, T: infinite, q: Number.NaN };
      const points = labs.map((lab) => at(lab, t));
      const sum = (of: (point: PathPoint) => number): number =>
        points.reduce((total, point, i) => total + labs[i].count * of(point), 0);
      const K = sum((point) => point.K);
      return {
        K,
        get T() {
          return sum((point) => point.T);
        },
        q: sum((point) => point.q * point.K) / K,
      };
    },
  };
}
