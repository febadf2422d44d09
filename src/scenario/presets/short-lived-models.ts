const fixed = (q: number) => ({ type: 'fixed', q });
const split = (name: string, q: number) => ({ name, set: { 'groups.lab.rule': fixed(q) } });

/** Where ρ ≫ aT^c, T follows q·K/ρ and K grows as (1−q)·q^c·K^(1+c): best at q = c/(1+c), S3's parity. */
export const shortLivedModels = {
  name: 'short-lived-models',
  title: 'Models that go stale: parity comes back',
  lookFor:
    'Where training lasts, a third of the chips is the better share (blow-up at 3 against π for half), but where models go stale at ρ = 10 half and half, which S3 finds for one period, wins at 38.8, a third comes 10 % later, at 42.8, and two thirds 14 % later, at 44.3.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 45 },
  economy: { rho: 10 },
  groups: [{ name: 'lab', rule: fixed(0.5) }],
  variants: [
    split('a third', 0.3333),
    split('two thirds', 0.6667),
    { name: 'lasting, half', set: { 'economy.rho': 0 } },
    { name: 'lasting, a third', set: { 'economy.rho': 0, 'groups.lab.rule': fixed(0.3333) } },
  ],
};
