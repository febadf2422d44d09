import {
  type ContestPlan,
  contestExistence,
  contestPath,
  contestPlan,
  minimalBlowUpTime,
  revenueExponent,
} from '../../theory/index.ts';
import { type Beginning, MOST_KINDS, whyForked } from './beginning.ts';
import { type BenchmarkEntry, unknown } from './entry.ts';
import { mechanismsOn } from './mechanisms.ts';

/** Of the time at which labs without a contest would blow up: the equilibrium cannot before, and shooting past it does not end. */
const SAFE = 0.95;

/** What the equilibrium knows beyond the paper economy. */
const MARKET = new Set(['contest', 'theta', 'elasticity']);

/** Why no equilibrium path is known for this contest; null if one is. */
function whyNone({ spec, past, labs, N, referenceOutput }: Beginning): string | null {
  const { contest, theta, elasticity } = spec.economy;
  if (N === 1) return 'one lab contests nothing';
  const forked = whyForked({ spec, past });
  if (forked !== null) return forked;
  if (contest === 'output' && theta === 1 && elasticity === null)
    return 'every lab is paid for what it makes: there is no contest';
  const beside = mechanismsOn(spec, MARKET);
  if (beside.length > 0) return `no equilibrium is known where this is on: ${beside.join(', ')}`;
  if (labs === null) return `more than ${MOST_KINDS} kinds of labs`;
  if (labs.length > 1) return 'labs are not alike, and the equilibrium is known for alike ones only';
  if (labs[0].sigma > 0) return 'labs share training (σ > 0), which the contest’s equilibrium does not know';
  if (elasticity === null)
    return 'demand takes everything (ε = ∞): the equilibrium jumps between q = 0 and 1, and no path of it is known';
  if (elasticity <= 1) return 'at ε ≤ 1 more output brings no more revenue';
  if (!(labs[0].T0 > 0)) return 'labs start without training';
  if (!referenceOutput) return 'nobody serves at t = 0, so demand has no reference';
  const kappa = revenueExponent(elasticity);
  const { verdict } = contestExistence({ on: contest, N, theta, kappa });
  if (verdict === 'none')
    return `no symmetric equilibrium exists: with N = ${N}, θ = ${theta}, ε = ${elasticity} a small deviation pays`;
  return null;
}

export const contestEntry: BenchmarkEntry = {
  id: 'contest',
  label: 'contest equilibrium',
  how: 'Numerical, by shooting: alike labs contest one market, each maximises its chips at the end of the run and takes the others’ paths as given; where it would blow up, known until shortly before labs without a contest would. Large deviations were not searched for.',
  of(beginning) {
    const why = whyNone(beginning);
    if (why !== null) return why;
    const { spec, labs, N, b, referenceOutput } = beginning;
    const { contest, theta, elasticity } = spec.economy;
    const [{ K0, T0, a, c, s, w }] = labs!;
    const kappa = revenueExponent(elasticity!);
    const game = { on: contest, N, theta, kappa, c, K0, T0, b };
    const growth = s * (a * w) ** kappa * referenceOutput! ** (1 - kappa);
    const hasBlowUp = kappa * (1 + c) > 1;
    const before = SAFE * minimalBlowUpTime({ K0, T0, a, b, c });
    const horizon = hasBlowUp ? Math.min(spec.clock.until, before) : spec.clock.until;
    let plan: ContestPlan;
    try {
      plan = contestPlan({ ...game, a: growth, horizon });
    } catch (error) {
      return `shooting for the equilibrium failed: ${(error as Error).message}`;
    }
    return {
      blowUpTime: hasBlowUp ? Number.NaN : Number.POSITIVE_INFINITY,
      at(t) {
        if (t > horizon) return unknown;
        const { K, T, q } = contestPath(plan, t);
        return { K: N * K, T: N * T, q };
      },
    };
  },
};
