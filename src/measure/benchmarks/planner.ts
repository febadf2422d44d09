import { minimalBlowUpTime } from '../../theory/index.ts';
import type { BenchmarkEntry } from './entry.ts';
import { independentLabs, together } from './independent.ts';
import { bestAt } from './plan.ts';

export const plannerEntry: BenchmarkEntry = {
  id: 'planner',
  label: 'planner, chips stay',
  how: 'Closed form: the most chips one planner can have by t while chips and training stay in their labs and training spills over with σ (m = 1 + σ(N−1)), each t its own horizon.',
  of(beginning) {
    if (beginning.N === 1) return 'with one lab this is V(t)';
    const labs = independentLabs(beginning, ({ a }) => a);
    return typeof labs === 'string' ? labs : together(labs, minimalBlowUpTime, bestAt);
  },
};
