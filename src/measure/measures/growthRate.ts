import type { Measure } from './measure.ts';

export const growthRate: Measure = {
  id: 'growthRate',
  label: 'growth rate of chips',
  symbol: 'g',
  unit: 'per time',
  formula: 'Δ ln ΣK/Δt over the last tick',
  of: ({ growth }) => growth,
};
