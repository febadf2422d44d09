import type { Measure } from './measure.ts';

export const delay: Measure = {
  id: 'delay',
  label: 'delay',
  symbol: 'Δt',
  unit: 'time',
  formula: 't − t_min(K): how much later than the merged optimum K was reached',
  of: ({ benchmark, row }) => benchmark.delay(row.t, row.K),
};
