/** Generated: `turnpike calibrate` on data/lab_compute_year_end.csv; a test compares every bit. */
export const frontierFive = {
  name: 'frontier-five',
  title: '5 labs from their compute at year-ends; t = 0 is the end of 2025',
  lookFor:
    'Without any friction Anthropic blows up first, after 0.57 years, and that ends the run (its variants put every lab on parity and on the turnpike): this shows what the assumptions imply (c = 1, no depreciation, unlimited chips, outside funding credited to a), not what will happen.',
  units: {
    time: 'years',
    chips: 'H100e',
    training: 'H100e-years',
  },
  clock: {
    h: 0.01,
    until: 0.63,
  },
  groups: [
    {
      name: 'OpenAI',
      K0: 1743439.8493869188,
      T0: 640773.6568925269,
      a: 0.000008347125408291517,
    },
    {
      name: 'Google DeepMind',
      K0: 1583429.9538668268,
      T0: 663489.8855201842,
      a: 0.000006679007957159162,
    },
    {
      name: 'Meta Superintelligence Labs',
      K0: 996228.0602346028,
      T0: 395286.56938847876,
      a: 0.00001207041344703111,
    },
    {
      name: 'Anthropic',
      rule: {
        type: 'fixed',
        q: 0.6,
      },
      K0: 1189573.8857074357,
      T0: 423109.45881591964,
      a: 0.000020993621876959874,
    },
    {
      name: 'xAI',
      K0: 634792.6058833487,
      T0: 316354.70573339576,
      a: 0.000011159591111265907,
    },
  ],
  variants: [
    {
      name: 'parity',
      set: {
        'groups.*.rule': {
          type: 'parity',
        },
      },
    },
    {
      name: 'turnpike',
      set: {
        'groups.*.rule': {
          type: 'turnpike',
          horizon: null,
        },
      },
    },
  ],
};
