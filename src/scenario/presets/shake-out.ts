/** Labs pay ω a chip out of what they do not reinvest: those whose models earn less than that run through their credit. */
export const shakeOut = {
  name: 'shake-out',
  title: 'Forty labs, a running cost and a credit line',
  lookFor:
    'Forty labs of unlike size start as 34 effective ones (1/Σ share² of chips). A fifth of revenue is kept for running costs; labs whose models earn too little use up their credit and leave. By t = 6 twelve are left, and they are worth 3. If nobody had to leave, it would be 18, because the larger ones still pull away; with newcomers that copy survivors, thirty labs worth 9.',
  seed: 1,
  units: { time: 'time units', chips: 'chips', training: 'chips × time' },
  clock: { until: 8 },
  economy: { s: 0.8, omega: 0.15, credit: 0.05 },
  groups: [
    {
      name: 'labs',
      count: 40,
      rule: { type: 'fixed', q: 0.3333 },
      K0: { distribution: 'lognormal', median: 0.05, spread: 0.5 },
      T0: { distribution: 'lognormal', median: 0.4, spread: 0.3 },
    },
  ],
  variants: [
    { name: 'nobody leaves', set: { 'economy.credit': null } },
    { name: 'newcomers', set: { 'economy.entry': 1 } },
  ],
};
