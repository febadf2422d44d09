import { blowUpTime, flow, parityShareFor } from '../../theory/index.ts';
import type { BenchmarkEntry } from './entry.ts';
import { independentLabs, together } from './independent.ts';

export const parityEntry: BenchmarkEntry = {
  id: 'parity',
  label: 'parity',
  how: 'Closed form: every lab keeps q = c/(1+c), which is best for one period’s budget; labs stay apart, share and reinvest as they do.',
  of(beginning) {
    const labs = independentLabs(beginning, ({ a, s, w }) => a * s * w);
    if (typeof labs === 'string') return labs;
    if (labs.some(({ a }) => a === 0)) return 'labs reinvest nothing';
    return together(
      labs,
      (lab) => blowUpTime({ ...lab, q: parityShareFor(lab.c) }),
      (lab, t) => {
        const q = parityShareFor(lab.c);
        return { ...flow({ ...lab, q, t }), q };
      },
    );
  },
};
