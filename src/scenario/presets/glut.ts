const elasticity = (epsilon: number) => ({ name: `ε ${epsilon}`, set: { 'economy.elasticity': epsilon } });

/** Revenue grows as Y^(1−1/ε): hyperbolic only while (1−1/ε)(1+c) > 1, that is ε > (1+c)/c, here 2. */
export const glut = {
  name: 'glut',
  title: 'Output outruns demand',
  lookFor:
    'Where buyers take everything (ε = ∞) the lab blows up at π and with ε = 3 at 9.25, but at ε = (1+c)/c = 2 the blow-up is gone (growth at 0.5), and at 1.5 output that is 2,500 times its start by t = 12 sells at 0.5 % of its first price, so chips have grown only 35-fold, at 1.1 ninefold.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 12 },
  economy: { elasticity: 1.5 },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
  variants: [
    { name: 'ε ∞', set: { 'economy.elasticity': null } },
    elasticity(3),
    elasticity(2),
    elasticity(1.1),
  ],
};
