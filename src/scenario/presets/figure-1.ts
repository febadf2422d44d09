/** S1, Figure 1: K(t) = 1/(1 − sin(t/2)), T(t) = tan(t/4 + π/4). */
export const figure1 = {
  name: 'figure-1',
  title: 'The paper’s lab: half training, half serving',
  lookFor:
    'Growth is faster than exponential: K follows 1/(1 − sin(t/2)) and blows up at t = π, while the optimum from the same start needs only 3.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { h: 0.05, until: 3.2 },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
};
