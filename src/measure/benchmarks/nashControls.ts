import { controlTakingPath, controlTakingPlan, plannerBlowUpTime } from '../../theory/index.ts';
import { commonsOf } from './commons.ts';
import { type BenchmarkEntry, unknown } from './entry.ts';

export const nashControlsEntry: BenchmarkEntry = {
  id: 'nash-controls',
  label: 'Nash, control-taking',
  how: 'Numerical, to about nine digits: as Nash, path-taking, but each takes the others’ shares q_j(t) as given and counts that its training makes them grow; near the blow-up it tends to the planner.',
  of(beginning) {
    const lab = commonsOf(beginning);
    if (typeof lab === 'string') return lab;
    const { N, sigma } = lab;
    if (sigma * (N - 1) < 0.01) return 'σ(N−1) is below 0.01, where the equations are too stiff';
    return {
      blowUpTime: plannerBlowUpTime(lab),
      at(t) {
        try {
          const plan = controlTakingPlan({ ...lab, horizon: t });
          return { K: N * plan.K, T: N * controlTakingPath(plan, t).T, q: Number.NaN };
        } catch (error) {
          // So close to the blow-up that the curve would have to be followed further than it was integrated.
          if (error instanceof RangeError) return unknown;
          throw error;
        }
      },
    };
  },
};
