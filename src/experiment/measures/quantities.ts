import type { Accounts, Observation } from '../../core/row.ts';

/** What may be measured of an economy or of one of its groups after any tick, in the summary as in a time series. */
export interface Quantity {
  id: string;
  label: string;
  /** {time}, {chips} and {training} stand for the scenario's own units; '' is a pure number. */
  unit: string;
  meaning: string;
  of: (observed: Observation) => number;
}

const accounts: readonly [keyof Accounts, string, string][] = [
  ['revenue', 'Revenue', 'What was earned'],
  ['bought', 'Chips bought', 'Chips bought'],
  ['lost', 'Chips lost', 'Chips lost to depreciation'],
  ['paid', 'Payouts', 'Revenue that left the economy'],
  ['cost', 'Running cost', 'Cost of running the chips'],
];

/** Money and chips are counted in chips at their price of t = 0. */
const accountRows = accounts.flatMap(([key, label, meaning]): Quantity[] => [
  {
    id: key,
    label,
    unit: '{chips}',
    meaning: `${meaning} in the last tick.`,
    of: (observed) => observed[key],
  },
  {
    id: `total.${key}`,
    label: `${label} so far`,
    unit: '{chips}',
    meaning: `${meaning} since t = 0.`,
    of: (observed) => observed.totals[key],
  },
]);

export const quantities: readonly Quantity[] = [
  { id: 'K', label: 'Chips', unit: '{chips}', meaning: 'ΣK.', of: ({ K }) => K },
  { id: 'T', label: 'Training', unit: '{training}', meaning: 'ΣT.', of: ({ T }) => T },
  {
    id: 'q',
    label: 'Training share',
    unit: '',
    meaning: 'Σq·K/ΣK, with the splits of the last tick.',
    of: ({ q }) => q,
  },
  {
    id: 'minQ',
    label: 'Least training share',
    unit: '',
    meaning: 'Least q of any lab.',
    of: ({ minQ }) => minQ,
  },
  {
    id: 'maxQ',
    label: 'Largest training share',
    unit: '',
    meaning: 'Largest q of any lab.',
    of: ({ maxQ }) => maxQ,
  },
  {
    id: 'maxK',
    label: 'Chips of the largest',
    unit: '{chips}',
    meaning: 'Largest K.',
    of: ({ maxK }) => maxK,
  },
  {
    id: 'maxT',
    label: 'Training of the leader',
    unit: '{training}',
    meaning: 'Largest T.',
    of: ({ maxT }) => maxT,
  },
  {
    id: 'topShare',
    label: 'Share of the largest',
    unit: '',
    meaning: 'Largest K over ΣK: 1 is a monopoly.',
    of: ({ maxK, K }) => maxK / K,
  },
  {
    id: 'hhi',
    label: 'Concentration of chips (HHI)',
    unit: '',
    meaning: 'Σ(K_i/ΣK)²: 1 is a monopoly, 1/N are N equal labs.',
    of: ({ KSquared, K }) => KSquared / K / K,
  },
  {
    id: 'effectiveLabs',
    label: 'Effective number of labs',
    unit: '',
    meaning: '1/HHI: as many alike labs would be as concentrated.',
    of: ({ KSquared, K }) => (K * K) / KSquared,
  },
  {
    id: 'labs',
    label: 'Labs in business',
    unit: 'labs',
    meaning: 'Labs in business.',
    of: ({ labs }) => labs,
  },
  ...accountRows,
];
