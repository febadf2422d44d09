import type { Measure } from './measure.ts';

export const giniTraining: Measure = {
  id: 'giniTraining',
  label: 'inequality of training (Gini)',
  symbol: 'G_T',
  unit: '',
  formula: 'the same of T',
  of: ({ lorenzT }) => lorenzT.gini,
};
