import type { Measure } from './measure.ts';

export const projectionError: Measure = {
  id: 'projectionError',
  label: 'error of the projection',
  symbol: '±t*',
  unit: 'time',
  formula:
    'how far projections moved since the time left was 1.25 to 3 times what it is: 3·max |Δt*|/min(1, λ − 1)',
  of: ({ projection }) => projection.error,
};
