const copying = (yardstick: string) => ({ type: 'imitate', q: 0.8, intensity: 100, yardstick });

/** All start on the turnpike, K = T², with a split far above it. From there the optimum blows up at 3/T₀ = 30. */
export const copycats = {
  name: 'copycats',
  title: 'A hundred labs that copy whoever grows faster',
  lookFor:
    'Starting at q = 0.8, labs that copy faster growth of output swing down to 0.05 at t = 16, then find the turnpike’s third, of which nobody has told them, and blow up at 30.6 against its 30, while labs that copy faster growth of chips herd below 0.05 until t = 28 and blow up only at 35.6.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { h: 0.02, until: 36 },
  groups: [
    {
      name: 'copycats',
      count: 100,
      rule: copying('output'),
      K0: 0.01,
      T0: 0.1,
    },
  ],
  variants: [
    { name: 'watch chips', set: { 'groups.copycats.rule': copying('chips') } },
    { name: 'turnpike', set: { 'groups.copycats.rule': { type: 'turnpike' } } },
  ],
};
