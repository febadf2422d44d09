import type { Measure } from './measure.ts';

export const tobin: Measure = {
  id: 'tobin',
  label: 'training against chips (Tobin)',
  symbol: 'r_T/r_K',
  unit: '',
  formula: 'above 1 another year of training returns more than another chip, below 1 less; 1 on the turnpike',
  of: ({ returns }) => (returns.chip > 0 ? returns.training / returns.chip : Number.NaN),
};
