/** Section 3's chip supply: bought = spend^(φ/(1+φ))·F^(1/(1+φ)), so growth g solves g = φ/(1+φ)·(1+c)·g + g_F/(1+φ). */
export const chipDrought = {
  name: 'chip-drought',
  title: 'Chips run short: the fab sets the pace',
  lookFor:
    'Unlimited chips blow up at π, but a fab that grows at 0.4 and answers prices with φ = 0.5 turns that into growth at g_F/(1 − φ·c) = 0.8 (0.81 by t = 20) and pure rationing (φ = 0) into 0.4, while φ = 2, above 1/c, blows up again at 5.2.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 20 },
  economy: { F: 3, gF: 0.4, phi: 0.5 },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }],
  variants: [
    { name: 'unlimited chips', set: { 'economy.F': null } },
    { name: 'φ 0 (rationing)', set: { 'economy.phi': 0 } },
    { name: 'φ 2', set: { 'economy.phi': 2 } },
  ],
};
