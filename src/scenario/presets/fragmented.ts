const split = (labs: number) => ({
  name: `${labs} labs`,
  set: { 'groups.labs.count': labs, 'groups.labs.K0': 1 / labs, 'groups.labs.T0': 1 / labs },
});

/** N labs without spillover are one lab with a = 1/N^c (Turnpike, on the S1 economy). */
export const fragmented = {
  name: 'fragmented',
  title: 'The same chips in one lab, or in 2, 8, 64',
  lookFor:
    'With the same total, one lab blows up at π, two at 4.84 and eight at 10.9, while sixty-four have hardly begun by then: training that is not shared is done again in every lab.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { until: 12 },
  groups: [{ name: 'labs', rule: { type: 'fixed', q: 0.5 } }],
  variants: [split(2), split(8), split(64)],
};
