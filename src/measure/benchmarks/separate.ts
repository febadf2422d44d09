import { minimalBlowUpTime } from '../../theory/index.ts';
import { MOST_KINDS, whyForked } from './beginning.ts';
import type { BenchmarkEntry } from './entry.ts';
import { together } from './independent.ts';
import { bestAt } from './plan.ts';
import { whyUnbounded } from './pooled.ts';

export const separateEntry: BenchmarkEntry = {
  id: 'separate',
  label: 'ΣV_i(t), labs apart',
  how: 'Closed form: the sum of what each lab could have by t from its own start, without frictions, where none learns from another.',
  of(beginning) {
    const { labs, N, b } = beginning;
    const why = whyUnbounded(beginning) ?? whyForked(beginning);
    if (why !== null) return why;
    if (N === 1) return 'one lab has nobody to be apart from';
    if (labs === null) return `more than ${MOST_KINDS} kinds of labs`;
    if (labs.some(({ sigma }) => sigma > 0)) return 'labs share training (σ > 0), so none grows by itself';
    const alone = labs.map(({ count, K0, T0, a, c }) => ({ count, K0, T0, a, b, c }));
    return together(alone, minimalBlowUpTime, bestAt);
  },
};
