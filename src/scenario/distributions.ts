/** A parameter of a distribution. */
export interface DistributionParameter {
  id: string;
  symbol: string;
  label: string;
  meaning: string;
  /** 'values': in the range and unit of the quantity itself; else a pure number in this range. */
  range: 'values' | { min: number; max: number };
  /** null: must be given. */
  default: number | null;
  /** True: one number per lab, in order. */
  list: boolean;
}

/** A way in which a quantity may differ between the labs of a group. */
export interface DistributionKind {
  id: string;
  label: string;
  sentence: string;
  /** Name of the core's exported distribution number. */
  core: string;
  parameters: readonly DistributionParameter[];
}

type Given = Omit<DistributionParameter, 'list' | 'range'> & Partial<DistributionParameter>;
const parameter = (given: Given): DistributionParameter => ({ list: false, range: 'values', ...given });

/** The table of distributions. Draws are the core's own: counter-based, so adding a lab never moves another's luck. */
export const distributions: readonly DistributionKind[] = [
  {
    id: 'constant',
    label: 'Constant',
    sentence: 'Every lab has the same value.',
    core: 'DISTRIBUTION_CONSTANT',
    parameters: [
      parameter({ id: 'value', symbol: 'x', label: 'Value', meaning: 'The value of every lab.', default: 1 }),
    ],
  },
  {
    id: 'uniform',
    label: 'Uniform',
    sentence: 'Every value between two ends is equally likely.',
    core: 'DISTRIBUTION_UNIFORM',
    parameters: [
      parameter({ id: 'min', symbol: 'x₁', label: 'Least', meaning: 'The lower end.', default: 0.5 }),
      parameter({ id: 'max', symbol: 'x₂', label: 'Most', meaning: 'The upper end.', default: 1.5 }),
    ],
  },
  {
    id: 'lognormal',
    label: 'Lognormal',
    sentence: 'The logarithm is normal: exp(ln median + spread·N(0,1)).',
    core: 'DISTRIBUTION_LOGNORMAL',
    parameters: [
      parameter({
        id: 'median',
        symbol: 'm',
        label: 'Median',
        meaning: 'Half of the labs are above it.',
        default: 1,
      }),
      parameter({
        id: 'spread',
        symbol: 'ς',
        label: 'Spread',
        meaning: 'Standard deviation of the natural logarithm.',
        range: { min: 0, max: 10 },
        default: 0.5,
      }),
    ],
  },
  {
    id: 'pareto',
    label: 'Pareto',
    sentence: 'A power-law tail above a least value: min·u^(−1/shape), u uniform in (0, 1].',
    core: 'DISTRIBUTION_PARETO',
    parameters: [
      parameter({ id: 'min', symbol: 'x₁', label: 'Least', meaning: 'The least value.', default: 1 }),
      parameter({
        id: 'shape',
        symbol: 'k',
        label: 'Shape',
        meaning: 'Tail exponent: the smaller, the more unequal; the mean is finite above 1.',
        range: { min: 0.1, max: 1000 },
        default: 2,
      }),
    ],
  },
  {
    id: 'list',
    label: 'List',
    sentence: 'One given value per lab, in order.',
    core: 'DISTRIBUTION_LIST',
    parameters: [
      parameter({
        id: 'values',
        symbol: 'x',
        label: 'Values',
        meaning: 'As many values as the group has labs.',
        default: null,
        list: true,
      }),
    ],
  },
];

/** The distribution with this id. RangeError if there is none. */
export function distributionOf(id: string): DistributionKind {
  const row = distributions.find((candidate) => candidate.id === id);
  if (!row)
    throw new RangeError(`distribution: got "${id}"; allowed: ${distributions.map((d) => d.id).join(', ')}`);
  return row;
}
