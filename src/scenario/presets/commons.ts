const sharing = (sigma: number) => ({ name: `σ ${sigma}`, set: { 'economy.sigma': sigma } });

/** T̂ = T + σ·ΣT of the others: between forty separate labs (σ = 0) and one (σ = 1). */
export const commons = {
  name: 'commons',
  title: 'Forty labs share a little, or all, of their training',
  lookFor:
    'Forty parity labs that share nothing need about five times as long as one that owns everything; a quarter shared already brings most of the gain, and with σ = 1 they grow like one lab.',
  units: { time: 'time units', chips: 'K₀ of all', training: 'T₀ of all' },
  clock: { until: 18 },
  groups: [
    {
      name: 'labs',
      count: 40,
      rule: { type: 'parity' },
      K0: { distribution: 'lognormal', median: 0.022, spread: 0.5 },
      T0: 0.025,
    },
  ],
  variants: [sharing(0.25), sharing(0.5), sharing(0.75), sharing(1)],
};
