const looking = (horizon: number) => ({
  name: `H ${horizon}`,
  set: { 'groups.lab.rule': { type: 'recedingHorizon', horizon } },
});

/** A lab that looks H ahead only serves while bcK < T/H: it starts to train too late. With H = ∞ t* = 3/0.2. */
export const foresight = {
  name: 'foresight',
  title: 'How far ahead must a lab look?',
  lookFor:
    'Far-sighted labs ride the turnpike and blow up at 15; short-sighted ones, who see 3, 1, 0.3 or 0.1 years ahead, first only serve, pull ahead in chips, and then come as much as ten years late.',
  units: { time: 'years', chips: 'K₀', training: 'T₀' },
  clock: { h: 0.1, until: 26 },
  economy: { a: 0.2, b: 0.2 },
  groups: [{ name: 'lab', rule: { type: 'recedingHorizon', horizon: null } }],
  variants: [looking(3), looking(1), looking(0.3), looking(0.1)],
};
