import { minimalBlowUpTime } from '../../theory/index.ts';
import type { BenchmarkEntry } from './entry.ts';
import { bestAt } from './plan.ts';
import { pooledStart, whyUnbounded } from './pooled.ts';

export const envelopeEntry: BenchmarkEntry = {
  id: 'envelope',
  label: 'V(t), merged',
  how: 'Closed form (Pontryagin): the most chips one planner who owns all chips and training can have by t, without frictions, each t its own horizon.',
  of(beginning) {
    const why = whyUnbounded(beginning);
    if (why !== null) return why;
    const start = pooledStart(beginning);
    return { blowUpTime: minimalBlowUpTime(start), at: (t) => bestAt(start, t) };
  },
};
