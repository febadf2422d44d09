const lab = (name: string, techniques: string[]) => ({
  name,
  rule: { type: 'fixed', q: 0.3333 },
  techniques,
});

/**
 * Both labs overtrain. Pruning interferes with that, tree search stacks with it: G = T up to 10 for the one, up to 10^1.6 and
 * then T^0.58 for 1.2 OOM more for the other. On the turnpike, where both start, G = T for ever blows up at 3.
 */
export const techniques = {
  name: 'techniques',
  title: 'Two ladders of techniques',
  lookFor:
    'Up to T = 10, at t = 2.7, both labs grow as if G were T for ever and blow-up were at 3, but pruning works as overtraining does and adds nothing to it, so one ladder ends there and growth stays at (1 − q)·10 = 6.67, while tree search stacks with overtraining and carries the other lab through two more orders of magnitude to (1 − q)·10^2.3 = 133; no ladder blows up.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 3.3 },
  groups: [lab('search', ['scaling-policy', 'mcts']), lab('pruning', ['scaling-policy', 'pruning'])],
  variants: [
    { name: 'no ladder', set: { 'groups.*.techniques': null } },
    { name: 'larger models', set: { 'economy.techniqueScale': 2 } },
  ],
};
