import type { Measure } from './measure.ts';

export const projectedBlowUp: Measure = {
  id: 'projectedBlowUp',
  label: 'blow-up, located or projected',
  symbol: 't*',
  unit: 'time',
  formula:
    'located, or t* if every lab kept its split; where mechanisms are on, the hyperbola K = C·(t* − t)^(−n) through recent growth',
  of: ({ projection }) => projection.t,
};
