import type { Measure } from './measure.ts';

export const presentValue: Measure = {
  id: 'presentValue',
  label: 'present value of payouts',
  symbol: 'PV',
  unit: 'chips',
  formula:
    'Σ (paid out − running cost)·e^(−r·t) over ticks so far, t each tick’s middle, r the discount rate; a fork counts from its beginning',
  of: ({ presentValue }) => presentValue,
};
