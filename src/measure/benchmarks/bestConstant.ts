import { bestConstantSplit, blowUpTime, flow } from '../../theory/index.ts';
import type { BenchmarkEntry } from './entry.ts';
import { type Independent, independentLabs, together } from './independent.ts';

export const bestConstantEntry: BenchmarkEntry = {
  id: 'constant',
  label: 'best constant q',
  how: 'Closed form up to one root: every lab keeps the constant q that blows up first from its start; labs stay apart, share and reinvest as they do.',
  of(beginning) {
    const labs = independentLabs(beginning, ({ a, s, w }) => a * s * w);
    if (typeof labs === 'string') return labs;
    if (labs.some(({ a }) => a === 0)) return 'labs reinvest nothing';
    const shares = new Map<Independent, number>(labs.map((lab) => [lab, bestConstantSplit(lab).q]));
    const shareOf = (lab: Independent): number => shares.get(lab)!;
    return together(
      labs,
      (lab) => blowUpTime({ ...lab, q: shareOf(lab) }),
      (lab, t) => ({ ...flow({ ...lab, q: shareOf(lab), t }), q: shareOf(lab) }),
    );
  },
};
