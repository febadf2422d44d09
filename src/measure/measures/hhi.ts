import type { Measure } from './measure.ts';

export const hhi: Measure = {
  id: 'hhi',
  label: 'concentration of chips (HHI)',
  symbol: 'HHI',
  unit: '',
  formula: 'Σ(K_i/ΣK)²; 1/N for alike labs, 1 for one',
  of: ({ row }) => row.KSquared / row.K / row.K,
};
