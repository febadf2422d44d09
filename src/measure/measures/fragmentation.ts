import type { Measure } from './measure.ts';

export const fragmentation: Measure = {
  id: 'fragmentation',
  label: 'fragmentation penalty',
  symbol: 't*_P/t*_V',
  unit: '',
  formula: 't* of the planner with chips in their labs over the t* of the merged optimum; 1 for one lab',
  of: ({ benchmark }) => {
    const apart = benchmark.beginning.N === 1 ? benchmark.path('envelope') : benchmark.path('planner');
    return apart && benchmark.applies ? apart.blowUpTime / benchmark.blowUpTime : Number.NaN;
  },
};
