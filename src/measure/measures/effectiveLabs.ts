import type { Measure } from './measure.ts';

export const effectiveLabs: Measure = {
  id: 'effectiveLabs',
  label: 'effective number of labs',
  symbol: 'N_eff',
  unit: 'labs',
  formula: '1/HHI: as many alike labs would be as concentrated',
  of: ({ row }) => (row.K * row.K) / row.KSquared,
};
