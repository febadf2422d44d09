import type { Measure } from './measure.ts';

export const anarchyInChips: Measure = {
  id: 'anarchyInChips',
  label: 'price of anarchy in chips',
  symbol: 'P/K',
  unit: '',
  formula:
    'K of the planner with chips in their labs (merged, where that is not known) over K; ∞ once the planner’s is',
  of: ({ benchmark, row }) => (benchmark.planner?.at(row.t).K ?? Number.NaN) / row.K,
};
