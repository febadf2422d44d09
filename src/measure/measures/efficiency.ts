import type { Measure } from './measure.ts';

export const efficiency: Measure = {
  id: 'efficiency',
  label: 'efficiency',
  symbol: 'K/V',
  unit: '',
  formula: 'K/V(t), V the merged optimum; 0 once V is infinite',
  of: ({ benchmark, row }) => benchmark.efficiency(row.t, row.K),
};
