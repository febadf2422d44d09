/** 300 labs share their training, so that what differs is what they believe. K and T of all are about 1. */
export const wrongBeliefs = {
  name: 'wrong-beliefs',
  title: 'Three hundred labs that are wrong about c',
  lookFor:
    'Scattered errors nearly cancel, for the crowd blows up almost as soon as labs that are all right, but an error that all share does not: with ĉ = 3 everyone trains hard at first and too little later, with ĉ = 0.3 it is the other way round, and both come late.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { until: 4 },
  economy: { sigma: 1 },
  groups: [
    {
      name: 'believers',
      count: 300,
      rule: { type: 'turnpike' },
      K0: { distribution: 'lognormal', median: 0.00294, spread: 0.5 },
      T0: { distribution: 'lognormal', median: 0.00319, spread: 0.3 },
      cHat: { distribution: 'lognormal', median: 1, spread: 0.7 },
    },
  ],
  variants: [
    { name: 'all are right', set: { 'groups.believers.cHat': null } },
    { name: 'all believe 3', set: { 'groups.believers.cHat': 3 } },
    { name: 'all believe 0.3', set: { 'groups.believers.cHat': 0.3 } },
  ],
};
