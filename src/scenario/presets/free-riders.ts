/** Ten labs alike. The turnpike rule plans as if all followed it: what one planner would have them do. */
export const freeRiders = {
  name: 'free-riders',
  title: 'Ten labs share all they train, and each does what is best for itself',
  lookFor:
    'With everything shared each lab leaves the training to the others and settles on q = 0.079 where a third would be best for all, so that they blow up at 5.57 and not at 3.90, while with a quarter shared they train with 0.177 and are late by less, 7.55 against 6.92.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { h: 0.02, until: 8 },
  economy: { sigma: 1 },
  groups: [{ name: 'labs', count: 10, rule: { type: 'bestResponse' }, K0: 0.1, T0: 0.01 }],
  variants: [
    { name: 'σ 0.25', set: { 'economy.sigma': 0.25 } },
    { name: 'planner', set: { 'groups.labs.rule': { type: 'turnpike' } } },
    {
      name: 'planner, σ 0.25',
      set: { 'groups.labs.rule': { type: 'turnpike' }, 'economy.sigma': 0.25 },
    },
  ],
};
