import type { Measure } from './measure.ts';

export const anarchyInTime: Measure = {
  id: 'anarchyInTime',
  label: 'price of anarchy in time',
  symbol: 't*/t*_P',
  unit: '',
  formula: 'located or projected t* over the t* of that planner',
  of: ({ benchmark, projection }) => {
    const { t } = projection;
    return Number.isFinite(t) ? t / (benchmark.planner?.blowUpTime ?? Number.NaN) : Number.NaN;
  },
};
