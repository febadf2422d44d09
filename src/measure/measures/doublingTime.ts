import type { Measure } from './measure.ts';

export const doublingTime: Measure = {
  id: 'doublingTime',
  label: 'doubling time',
  symbol: 't₂',
  unit: 'time',
  formula: 'ln 2/g; ∞ where chips do not grow',
  of: ({ growth }) => (growth <= 0 ? Number.POSITIVE_INFINITY : Math.LN2 / growth),
};
