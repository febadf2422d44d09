import { nashBlowUpTime, nashPath, nashPlan } from '../../theory/index.ts';
import { commonsOf } from './commons.ts';
import type { BenchmarkEntry } from './entry.ts';

export const nashPathsEntry: BenchmarkEntry = {
  id: 'nash',
  label: 'Nash, path-taking',
  how: 'Closed form up to one root: alike labs each maximise their own chips at t and take what the others train, T_j(t), as given (free riding), each t its own horizon.',
  of(beginning) {
    const lab = commonsOf(beginning);
    if (typeof lab === 'string') return lab;
    const { N } = lab;
    return {
      blowUpTime: nashBlowUpTime(lab),
      at(t) {
        const plan = nashPlan({ ...lab, horizon: t });
        const { T } = nashPath(plan, t);
        return { K: N * plan.K, T: N * T, q: Number.NaN };
      },
    };
  },
};
