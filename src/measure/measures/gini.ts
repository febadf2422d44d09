import type { Measure } from './measure.ts';

export const gini: Measure = {
  id: 'gini',
  label: 'inequality of chips (Gini)',
  symbol: 'G_K',
  unit: '',
  formula: '1 − 2·(area under the Lorenz curve of K over labs in business)',
  of: ({ lorenzK }) => lorenzK.gini,
};
