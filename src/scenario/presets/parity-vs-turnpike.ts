/** The paper's own example is also the parity rule: π against the optimum's 3. */
export const parityVsTurnpike = {
  name: 'parity-vs-turnpike',
  title: 'Parity against the turnpike',
  lookFor:
    'The parity lab (half and half) blows up at π, the turnpike lab, which trains with only a third of its chips, at 3: parity has more training until t is about 2.5 and still comes 4.7 % late.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 3.2 },
  groups: [{ name: 'lab', rule: { type: 'parity' } }],
  variants: [{ name: 'turnpike', set: { 'groups.lab.rule': { type: 'turnpike' } } }],
};
