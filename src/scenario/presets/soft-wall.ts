/** S5’s soft wall: training stops paying (T_max) and chips cost more the more are bought. Then K → (F·(1−q)·T_max/4)·t². */
export const softWall = {
  name: 'soft-wall',
  title: 'A soft wall: training wears out, chips get dearer',
  lookFor:
    'Either limit alone turns the blow-up at π into exponential growth, at (1 − q)·T_max = 2 where training beyond T_max = 4 is useless and at 1.71 where chips get dearer with what is spent, and both together stop even that: √K rises along a straight line, and growth is down to 0.19 by t = 12.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 12 },
  economy: { Tmax: 4, F: 20, phi: 1 },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
  variants: [
    { name: 'no wall', set: { 'economy.Tmax': null, 'economy.F': null } },
    { name: 'T_max alone', set: { 'economy.F': null } },
    { name: 'dear chips alone', set: { 'economy.Tmax': null } },
  ],
};
