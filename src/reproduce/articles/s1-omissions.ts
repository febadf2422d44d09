import { integrate } from '../../theory/extrapolation.ts';
import {
  durabilityShare,
  flowWithChipLoss,
  glutGrowth,
  parityShareFor,
  turnpikeShare,
} from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { LOCATED } from '../tolerances.ts';
import { switchedOff } from './switchedOff.ts';

const start = { K0: 1, T0: 1, c: 1, q: 0.5 };

/** ln K(t) of Figure 1's lab that reinvests x⁴/(1+x⁴), x = T/r: the equations integrated. */
function withHurdle(r: number, t: number): number {
  const slope = (_: number, [lnK, lnT]: readonly number[]): number[] => {
    const x4 = (Math.exp(lnT) / r) ** 4;
    return [(x4 / (1 + x4)) * 0.5 * Math.exp(lnT), 0.5 * Math.exp(lnK - lnT)];
  };
  return integrate(slope, 0, [0, 0], t)[0];
}

/** What S1 leaves out: each switch on against off. */
export const rows: readonly Row[] = [
  {
    id: 's1-omits-chip-depreciation',
    section: 'Left out: depreciation',
    what: 'chips that wear out at a rate δ',
    article: '“Chips do not depreciate”',
    how: 'simulation figure-1, economy.delta, against flowWithChipLoss',
    tex: String.raw`\frac{dK}{dt} = (1-q)KT^c - \delta K`,
    tolerance: LOCATED,
    reading: 'left out',
    why: 'The blow-up comes later. It stays away only where chips die faster than training rises: with δ = 2 from this start.',
    compute: (runs) => [
      switchedOff(runs),
      ...[0.2, 0.5].map((delta) => ({
        what: `δ = ${delta}: t*`,
        unit: 'time units',
        ours: runs.alone('figure-1', { 'economy.delta': delta, 'clock.until': 30 }).blowUpTime,
        reference: flowWithChipLoss({ ...start, delta, t: 0 }).blowUpTime,
      })),
      {
        what: 'δ = 2: K(30)',
        unit: 'K₀',
        ours: runs.alone('figure-1', { 'economy.delta': 2, 'clock.until': 30 }).at(30).K,
        reference: flowWithChipLoss({ ...start, delta: 2, t: 30 }).K,
      },
    ],
  },
  {
    id: 's1-omits-training-depreciation',
    section: 'Left out: depreciation',
    what: 'models that go stale, ρ = 10: parity comes back',
    article: 'training lasts for ever',
    how: 'simulation short-lived-models: t* of three shares; theory: durabilityShare',
    tex: String.raw`q_s \to \frac{c}{1+c}\ \text{as}\ \rho \to \infty`,
    tolerance: { relative: 1e-6, reason: 'limits taken at ρ/y = 1e-9 and 1e9' },
    reading: 'left out',
    why: 'Where training lasts a third of the chips is best; where it goes stale at once, half: S3’s one-period answer is the limit of short-lived models.',
    compute(runs) {
      const { base, 'a third': third, 'two thirds': twoThirds, ...lasting } = runs.play('short-lived-models');
      const later = [base.blowUpTime, Number.POSITIVE_INFINITY] as const;
      return [
        {
          what: 'lasting: t* of a half over a third',
          ours: lasting['lasting, half'].blowUpTime / lasting['lasting, a third'].blowUpTime,
          reference: Math.PI / 3,
        },
        {
          what: 'stale: t*, a third (a half is sooner)',
          unit: 'time units',
          ours: third.blowUpTime,
          reference: later,
        },
        {
          what: 'stale: t*, two thirds (a half is sooner)',
          unit: 'time units',
          ours: twoThirds.blowUpTime,
          reference: later,
        },
        {
          what: 'best share, ρ → 0',
          ours: durabilityShare({ c: 1, lossPerReturn: 1e-9 }),
          reference: turnpikeShare(1),
        },
        {
          what: 'best share, ρ → ∞',
          ours: durabilityShare({ c: 1, lossPerReturn: 1e9 }),
          reference: parityShareFor(1),
        },
      ];
    },
  },
  {
    id: 's1-omits-prices',
    section: 'Left out: prices',
    what: 'output that sells for less the more there is of it',
    article: '“set aside price effects”; “may … dampen these gains”',
    how: 'simulation glut at ε = ∞, 3, (1+c)/c = 2, against glutGrowth',
    tex: String.raw`R = Y_{ref}\left(Y/Y_{ref}\right)^{1-1/\varepsilon}`,
    tolerance: { relative: 1e-8, reason: 'sixth-order steps' },
    reading: 'left out',
    why: 'Down to an elasticity of (1+c)/c the blow-up is only later; there it is gone, and growth is exponential.',
    compute(runs) {
      const { 'ε ∞': elastic, 'ε 3': three, 'ε 2': two } = runs.play('glut');
      return [
        { what: 'off (ε = ∞): t*', unit: 'time units', ours: elastic.blowUpTime, reference: Math.PI },
        {
          what: 'ε = 3: t*, later',
          unit: 'time units',
          ours: three.blowUpTime,
          reference: [Math.PI, 12] as const,
        },
        {
          what: 'ε = 2: growth, t = 11 … 12',
          unit: '1/time',
          ours: two.growth(11, 12),
          reference: glutGrowth({ q: 0.5, c: 1, A: Math.SQRT1_2 }),
        },
      ];
    },
  },
  {
    id: 's1-omits-discounting',
    section: 'Left out: discounting',
    what: 'labs that reinvest only what beats a hurdle rate r',
    article: '“all output is reinvested”',
    how: 'simulation figure-1, economy.reinvest=hurdle, ticks of 0.001, against its equations integrated',
    tex: String.raw`s = \frac{x^4}{1+x^4},\quad x = \frac{T^c}{r}`,
    tolerance: { absolute: 2e-3, reason: 'the share s is decided once a tick of 0.001' },
    reading: 'left out',
    why: 'While a chip earns less than r almost nothing is reinvested; training goes on, so the return overtakes any hurdle in the end: later, not never.',
    compute: (runs) => [
      switchedOff(runs),
      ...[1, 2].flatMap((r, i) => {
        const run = runs.alone('figure-1', {
          'economy.reinvest': 'hurdle',
          'economy.r': r,
          'clock.h': 0.001,
          'clock.until': 6,
        });
        return [
          { what: `r = ${r}: ln K(2)`, ours: Math.log(run.at(2).K), reference: withHurdle(r, 2) },
          {
            what: `r = ${r}: t*, later`,
            unit: 'time units',
            ours: run.blowUpTime,
            reference: [Math.PI + 0.1 + i, 6] as const,
          },
        ];
      }),
    ],
  },
];
