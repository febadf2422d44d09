import type { Measure } from './measure.ts';

export const trainingReturn: Measure = {
  id: 'trainingReturn',
  label: 'return on a year of training',
  symbol: 'r_T',
  unit: 'per time',
  formula:
    'b·c·(1−q)K/T̂ − ρ + c·(dT̂/dt)/T̂: what training made by a chip-year yields and gains in price, per chip it cost; mean over chips',
  of: ({ returns }) => returns.training,
};
