import { coneOutput, output } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { ROUNDING } from '../tolerances.ts';
import { growthExponent } from './s1.ts';

export const rows: readonly Row[] = [
  {
    id: 's2-more-than-double',
    section: 'Why this matters',
    what: 'twice the compute, more than twice the output',
    article: 'with twice the compute output could “more than double”',
    how: 'theory: output at (2T, 2I) over output at (T, I), c = 0.5, 1, 2',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      [0.5, 1, 2].map((c) => ({
        what: `c = ${c}`,
        article: [2, Number.POSITIVE_INFINITY] as const,
        ours: coneOutput({ c, T: 6, I: 10 }) / coneOutput({ c, T: 3, I: 5 }),
        reference: 2 ** (1 + c),
      })),
  },
  {
    id: 's2-innovation-and-replication',
    section: 'The big picture',
    what: 'replication alone against replication and better models',
    article: 'AI gains from both, humans from innovation only',
    how: 'theory: output with K doubled, and with T doubled too; c = 1',
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const from = output({ K: 5, T: 3, q: 0.5, c: 1 });
      return [
        { what: 'copies alone', article: 2, ours: output({ K: 10, T: 3, q: 0.5, c: 1 }) / from },
        {
          what: 'copies and training',
          article: [2, Number.POSITIVE_INFINITY] as const,
          ours: output({ K: 10, T: 6, q: 0.5, c: 1 }) / from,
          reference: 4,
        },
      ];
    },
  },
  {
    id: 's2-growth-rate-rises',
    section: 'Implications',
    what: 'each doubling of the chips raises the growth rate itself',
    article: 'hyperbolic growth: “each doubling … could increase the growth rate”',
    how: 'simulation figure-1 with c = 0.5, 1, 2: factor a doubling',
    tolerance: { relative: 1e-5, reason: 'as s1-growth-exponent' },
    reading: 'stated',
    compute: (runs) =>
      [0.5, 1, 2].map((c) => ({
        what: `c = ${c}`,
        article: [1, Number.POSITIVE_INFINITY] as const,
        ours: 2 ** growthExponent(runs, c),
        reference: 2 ** (c / (1 + c)),
      })),
  },
];
