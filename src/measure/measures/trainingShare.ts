import type { Measure } from './measure.ts';

export const trainingShare: Measure = {
  id: 'trainingShare',
  label: 'training share of all chips',
  symbol: 'q',
  unit: '',
  formula: 'Σq_i·K_i/ΣK over the last tick',
  column: 'q',
  of: ({ row }) => row.q,
};
