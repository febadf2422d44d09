import type { Measure } from './measure.ts';

export const chipReturn: Measure = {
  id: 'chipReturn',
  label: 'return on a chip that serves',
  symbol: 'r_K',
  unit: 'per time',
  formula:
    's·w·a·T̂^c − δ, a chip’s own rate of return; mean over chips, in the paper economy with δ, ρ and σ',
  of: ({ returns }) => returns.chip,
};
