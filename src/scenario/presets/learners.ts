/** Fifty labs a rule, without spillover, all from the same point of the turnpike. */
const fifty = (name: string, rule: object) => ({ name, count: 50, rule, K0: 0.01, T0: 0.1 });

export const learners = {
  name: 'learners',
  title: 'Q-learning against the turnpike, and against chance',
  lookFor:
    'Nobody tells the learners about the turnpike, yet by t = 26 they have 99 % of its labs’ chips and more than twice those of labs that draw the same splits at random; learners that watch chips alone are 17 % ahead at t = 13 and have 38 % at the end, fewer even than chance.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { h: 0.02, until: 26 },
  groups: [
    fifty('turnpike', { type: 'turnpike' }),
    fifty('learners', { type: 'qLearning' }),
    fifty('random', { type: 'qLearning', exploration: 1 }),
  ],
  variants: [
    {
      name: 'learners watch chips',
      set: { 'groups.learners.rule': { type: 'qLearning', yardstick: 'chips' } },
    },
  ],
};
