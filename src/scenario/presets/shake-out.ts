/** Labs pay ω a chip out of what they do not reinvest: those whose models earn less than that run through their credit. */
export const shakeOut = {
  name: 'shake-out',
  title: 'Forty labs, a running cost and a credit line',
  lookFor:
    'Labs whose models earn too little to run their chips use up their credit and leave: forty that are worth 34 equal ones (1/Σ share² of chips) become twelve worth 3 by t = 6, against 18 if nobody had to leave and thirty labs worth 9 with newcomers that copy survivors.',
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
