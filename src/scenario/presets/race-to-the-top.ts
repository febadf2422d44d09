/**
 * So well trained that both serve at first, whatever they compete on: their demand curve then starts from the same output.
 * A contest on output with θ = κ = 1 − 1/ε = 0.8 leaves like labs with what one owner of both would want.
 */
export const rivals = {
  units: { time: 'time units', chips: 'K₀', training: 'K₀·time' },
  clock: { h: 0.01, until: 3.3 },
  groups: [{ name: 'rivals', count: 2, rule: { type: 'bestResponse' }, T0: 4 }],
};
export const oneOwner = { name: 'one owner', set: { 'economy.contest': 'output', 'economy.theta': 0.8 } };

export const raceToTheTop = {
  name: 'race-to-the-top',
  title: 'Two labs compete on quality',
  lookFor:
    'On quality each lab ends up training with 0.65 of its chips, and with 0.70 where θ = 2, while one owner of both would train with 0.40: between equals the race cancels out, so that at t = 2 they have 183 and 114 chips against the owner’s 648 and blow up at 2.92 and 3.12 against 2.59.',
  ...rivals,
  economy: { contest: 'quality', theta: 1, elasticity: 5 },
  variants: [{ name: 'θ 2', set: { 'economy.theta': 2 } }, oneOwner],
};
