import { type PlannerOptimum, type PlannerPath, plannerOptimum } from '../plannerOptimum.ts';
import { pooledProblem } from '../plannerProblem.ts';
import { type Beginning, whyForked } from './beginning.ts';
import { type BenchmarkEntry, type BenchmarkPath, unknown } from './entry.ts';
import { mechanismsOn } from './mechanisms.ts';

/** Parts of the run: the plan is for the first of them before whose end the optimum does not blow up. */
const SHORTER = [1, 0.8, 0.6, 0.45, 0.3, 0.2, 0.1];

/** log-linear between the cells of the plan, whose ends are exact. */
function at({ t, K, T, q }: PlannerPath, time: number): ReturnType<BenchmarkPath['at']> {
  const last = t.length - 1;
  if (!(time >= 0) || time > t[last] * (1 + 1e-12)) return unknown;
  let i = 1;
  while (i < last && t[i] < time) i++;
  const share = Math.min(1, (time - t[i - 1]) / (t[i] - t[i - 1]));
  const between = (values: Float64Array): number => values[i - 1] ** (1 - share) * values[i] ** share;
  return { K: between(K), T: between(T), q: q[i - 1] };
}

/** The planner's plan for the run, worked out when first asked for: it takes tenths of a second. */
function planOf({ spec, K, T, referenceOutput }: Beginning): () => Planned | null {
  const start = { K, T, ...(referenceOutput === null ? {} : { Yref: referenceOutput }) };
  let found: Planned | null | undefined;
  return () => {
    if (found !== undefined) return found;
    found = null;
    for (const share of SHORTER) {
      const until = share * spec.clock.until;
      const optimum = plannerOptimum(spec, start, until);
      if ('reason' in optimum) continue;
      found = { optimum, until };
      break;
    }
    return found;
  };
}

interface Planned {
  readonly optimum: PlannerOptimum;
  readonly until: number;
}

export const plannedEntry: BenchmarkEntry = {
  id: 'planned',
  label: 'planner, with frictions',
  how: 'Numerical, by direct transcription: the path of the planner with all chips and all training who has the most chips at the end of the run under the same mechanisms. Where the optimum blows up before that, the plan is for a part of the run: the longest of 80, 60, 45, 30, 20 and 10 % in which it does not.',
  of(beginning) {
    const { spec, K, T, referenceOutput } = beginning;
    const forked = whyForked(beginning);
    if (forked !== null) return forked;
    if (mechanismsOn(spec).length === 0) return 'without frictions this is V(t)';
    if (spec.economy.elasticity !== null && !referenceOutput)
      return 'demand counts from the output of the whole economy at t = 0, which this is not';
    const start = { K, T, ...(referenceOutput === null ? {} : { Yref: referenceOutput }) };
    const problem = pooledProblem(spec, start);
    if ('reason' in problem) return problem.reason;
    const plan = planOf(beginning);
    return {
      blowUpTime: Number.NaN,
      at(t) {
        const planned = plan();
        return planned === null ? unknown : at(planned.optimum.path, t);
      },
      accuracy() {
        const planned = plan();
        if (planned === null) return null;
        const { error, residual, defect, isClosedForm } = planned.optimum;
        return { until: planned.until, error, isMeasured: isClosedForm, residual, defect };
      },
    };
  },
};
