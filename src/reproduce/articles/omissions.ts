import { integrate } from '../../theory/extrapolation.ts';
import {
  blowUpTime,
  brent,
  coneBlowUpTime,
  durabilityShare,
  flowWithChipLoss,
  glutGrowth,
  minimalBlowUpTime,
  parityShareFor,
  rationedFlow,
  shortageGrowth,
  tradeForTraining,
  turnpikeShare,
} from '../../theory/index.ts';
import type { Comparison, Row } from '../row.ts';
import type { Runs } from '../runs.ts';
import { LOCATED } from '../tolerances.ts';

const start = { K0: 1, T0: 1, c: 1, q: 0.5 };
const time = 'time units';

/** The switch off: Figure 1 itself. */
const off = (runs: Runs): Comparison => ({
  what: 'off: t*',
  unit: time,
  ours: runs.alone('figure-1').blowUpTime,
  reference: Math.PI,
});

/** ln K(t) of Figure 1's lab that reinvests x⁴/(1+x⁴), x = T/r: the equations integrated. */
function withHurdle(r: number, t: number): number {
  const slope = (_: number, [lnK, lnT]: readonly number[]): number[] => {
    const x4 = (Math.exp(lnT) / r) ** 4;
    return [(x4 / (1 + x4)) * 0.5 * Math.exp(lnT), 0.5 * Math.exp(lnK - lnT)];
  };
  return integrate(slope, 0, [0, 0], t)[0];
}

/** Inference over training of the cheapest mix where a unit of inference costs `price` of one of training. */
function inferencePerTraining(price: number): number {
  const exchange = { alpha: 1, beta: 1, training: 1, inference: 1 };
  const cost = (ooms: number): number => {
    const { training, inference } = tradeForTraining({ ...exchange, ooms });
    return training + price * inference;
  };
  const ooms = brent((x) => cost(x + 1e-6) - cost(x - 1e-6), -3, 3);
  const { training, inference } = tradeForTraining({ ...exchange, ooms });
  return inference / training;
}

/** What S1 leaves out: each switch on against off. */
export const s1: readonly Row[] = [
  {
    id: 's1-omits-chip-depreciation',
    section: 'Left out: depreciation',
    what: 'chips that wear out, δ = 0.2',
    article: '“Chips do not depreciate”',
    how: 'simulation figure-1, economy.delta, against flowWithChipLoss',
    tex: String.raw`\frac{dK}{dt} = (1-q)KT^c - \delta K`,
    tolerance: LOCATED,
    reading: 'left out',
    why: 'The blow-up comes later. It stays away only where chips die faster than training rises: with δ = 2 from this start.',
    compute: (runs) => [
      off(runs),
      ...[0.2, 0.5].map((delta) => ({
        what: `δ = ${delta}: t*`,
        unit: time,
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
          unit: time,
          ours: third.blowUpTime,
          reference: later,
        },
        {
          what: 'stale: t*, two thirds (a half is sooner)',
          unit: time,
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
        { what: 'off (ε = ∞): t*', unit: time, ours: elastic.blowUpTime, reference: Math.PI },
        { what: 'ε = 3: t*, later', unit: time, ours: three.blowUpTime, reference: [Math.PI, 12] as const },
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
      off(runs),
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
            unit: time,
            ours: run.blowUpTime,
            reference: [Math.PI + 0.1 + i, 6] as const,
          },
        ];
      }),
    ],
  },
];

/** S2 names physical limits as missing. */
export const s2: readonly Row[] = [
  {
    id: 's2-omits-physical-limits',
    section: 'Left out: physical limits',
    what: 'a fab that makes only so many chips',
    article: '“physical resource limitations … not captured in simplified models”',
    how: 'simulation chip-drought (fab grows at 0.4) against shortageGrowth and rationedFlow',
    tex: String.raw`p = \max\!\left(1, (\text{spend}/F)^{1/(1+\varphi)}\right)`,
    tolerance: { relative: 0.02, reason: 'growth at t = 20 is still 1 % above its limit' },
    reading: 'left out',
    why: 'The fab’s pace replaces the blow-up: growth tends to g_F under rationing and to g_F/(1 − φc) where dear chips call up more of them; only from φ = 1/c on is it hyperbolic again.',
    compute(runs) {
      const { base, 'unlimited chips': unlimited, 'φ 0 (rationing)': rationed } = runs.play('chip-drought');
      // Rationed from the moment its revenue is above F: the closed form from t = 10 on.
      const from = rationed.at(10);
      const later = rationedFlow({
        K0: from.K,
        T0: from.T,
        F: 3 * Math.exp(0.4 * 10),
        gF: 0.4,
        q: 0.5,
        t: 10,
      });
      return [
        { what: 'off: t*', unit: time, ours: unlimited.blowUpTime, reference: Math.PI },
        {
          what: 'φ = 0.5: growth',
          unit: '1/time',
          ours: base.growth(19, 20),
          reference: shortageGrowth({ phi: 0.5, c: 1, gF: 0.4 }),
        },
        {
          what: 'φ = 0: growth',
          unit: '1/time',
          ours: rationed.growth(19, 20),
          reference: shortageGrowth({ phi: 0, c: 1, gF: 0.4 }),
        },
        { what: 'φ = 0: ln K(20)', ours: Math.log(rationed.at(20).K), reference: Math.log(later.K) },
      ];
    },
  },
  {
    id: 's2-boundaries',
    section: 'Counterpoints',
    what: 'the tradeoff ends at boundaries: a cone with k₁ = ½',
    article: '“will break down at certain boundaries”, no number',
    how: 'simulation figure-1, economy.k1, against coneBlowUpTime',
    tex: String.raw`f = \min(I, T/k_1)\,\min(T, k_2 I)^c`,
    tolerance: { relative: 1e-6, reason: 'the edge of the cone is crossed inside a tick' },
    reading: 'left out',
    why: 'Near the blow-up chips outrun training, so inference beyond T/k₁ idles: growth stays hyperbolic, later.',
    compute: (runs) => [
      off(runs),
      {
        what: 'k₁ = ½: t*',
        unit: time,
        ours: runs.alone('figure-1', { 'economy.k1': 0.5, 'clock.until': 4 }).blowUpTime,
        reference: coneBlowUpTime({ K: 1, T: 1, c: 1, q: 0.5, k1: 0.5 }),
      },
    ],
  },
];

/** What S3 leaves out. */
export const s3: readonly Row[] = [
  {
    id: 's3-omits-foresight',
    section: 'Conclusion: left out',
    what: 'labs that look only H ahead',
    article: '“assumed … perfect foresight … which is false in practice”',
    how: 'simulation foresight: H = ∞, 3, 1, 0.3, 0.1 against minimalBlowUpTime',
    tolerance: { relative: 1e-4, reason: 'the turnpike is followed in ticks of 0.1' },
    reading: 'left out',
    why: 'Who looks H ahead serves only, while K < T/(b·c·H), and starts to train too late; the shorter the sight, the later the blow-up.',
    compute(runs) {
      const { base, ...others } = runs.play('foresight');
      const sights = ['H 3', 'H 1', 'H 0.3', 'H 0.1'];
      const ends = [base, ...sights.map((name) => others[name])].map((run) => run.blowUpTime);
      return [
        {
          what: 'H = ∞: t*',
          unit: 'years',
          ours: ends[0],
          reference: minimalBlowUpTime({ K0: 1, T0: 1, c: 1, a: 0.2, b: 0.2 }),
        },
        ...sights.map((name, i) => ({
          what: `${name.replace(' ', ' = ')}: t*, later than the one before`,
          unit: 'years',
          ours: ends[i + 1],
          reference: [ends[i], 30] as const,
        })),
      ];
    },
  },
  {
    id: 's3-omits-wrong-beliefs',
    section: 'Conclusion: left out',
    what: 'labs that are wrong about the tradeoff',
    article: 'foresight is false in practice; no number',
    how: 'simulation wrong-beliefs: true c = 1; all right, scattered, all ĉ = 3, all ĉ = 0.3',
    tolerance: { reason: 'an order of blow-up times' },
    reading: 'left out',
    why: 'Scattered errors nearly cancel; an error that all share does not.',
    compute(runs) {
      const {
        base,
        'all are right': right,
        'all believe 3': high,
        'all believe 0.3': low,
      } = runs.play('wrong-beliefs');
      const delay = ({ blowUpTime: end }: { blowUpTime: number }): number => end / right.blowUpTime - 1;
      return [
        { what: 'scattered: late by', ours: delay(base), reference: [0, 0.02] as const },
        { what: 'all ĉ = 3: late by', ours: delay(high), reference: [delay(base), 1] as const },
        { what: 'all ĉ = 0.3: late by', ours: delay(low), reference: [delay(base), 1] as const },
      ];
    },
  },
  {
    id: 's3-omits-bandwidth',
    section: 'Conclusion: left out',
    what: 'memory bandwidth that halves what a serving chip does',
    article: '“inference could face tighter memory bandwidth constraints”',
    how: 'simulation figure-1, economy.w = 0.5, against blowUpTime with a = w',
    tex: 'I = w(1-q)K',
    tolerance: LOCATED,
    reading: 'left out',
    why: 'A factor on inference is a lower productivity a: growth is slower, and the best split, c/(1+c) or c/(1+2c), the same.',
    compute: (runs) => [
      off(runs),
      {
        what: 'w = ½: t*',
        unit: time,
        ours: runs.alone('figure-1', { 'economy.w': 0.5, 'clock.until': 6 }).blowUpTime,
        reference: blowUpTime({ ...start, a: 0.5 }),
      },
    ],
  },
  {
    id: 's3-omits-cheaper-later',
    section: 'Conclusion: left out',
    what: 'compute that is cheaper later: Moore’s law and discounting',
    article:
      '“more compute could be spent on inference in total because … compute spent in the future is cheaper”',
    how: 'theory: cheapest mix (numerical) with inference at a lower price; simulation figure-1, economy.gp',
    tex: String.raw`\frac{I}{T} = \frac{\beta}{\alpha}\cdot\frac{1}{p}`,
    tolerance: { relative: 1e-5, reason: 'a minimum found by a difference quotient of 1e-6' },
    reading: 'left out',
    why: 'At half the price twice as much inference is bought for each unit of training; the shares of *money* stay α : β. With chips 30 % cheaper every time unit the blow-up comes sooner.',
    compute: (runs) => [
      { what: 'inference : training at equal prices', ours: inferencePerTraining(1), reference: 1 },
      { what: 'inference : training at half the price', ours: inferencePerTraining(0.5), reference: 2 },
      { what: 'their shares of money', ours: 0.5 * inferencePerTraining(0.5), reference: 1 },
      off(runs),
      {
        what: 'g_p = ln 1.3: t*, sooner',
        unit: time,
        ours: runs.alone('figure-1', { 'economy.gp': Math.log(1.3) }).blowUpTime,
        reference: [1, Math.PI - 0.1] as const,
      },
    ],
  },
];

/** What S5 leaves out. */
export const s5: readonly Row[] = [
  {
    id: 's5-omits-hardware',
    section: 'Impact on hardware',
    what: 'hardware that adapts: chips get cheaper behind the wall',
    article: '“significant changes in hardware development”, no number',
    how: 'simulation soft-wall, economy.gp = ln 1.3, against the integral of its long-run equation',
    tex: String.raw`\frac{d\sqrt K}{dt} \to \tfrac12\sqrt{F(1-q)T_{max}}\; e^{g_p t}`,
    tolerance: { relative: 1e-8, reason: 'sixth-order steps' },
    reading: 'left out',
    why: 'Cheaper chips turn the power law behind the wall into exponential growth, at 2·g_p.',
    compute(runs) {
      const gp = Math.log(1.3);
      const run = runs.alone('soft-wall', { 'economy.gp': gp });
      const rise = Math.sqrt(run.at(12).K) - Math.sqrt(run.at(8).K);
      const wall = runs.play('soft-wall').base;
      return [
        {
          what: 'off: rise of √K, t = 8 … 12',
          ours: Math.sqrt(wall.at(12).K) - Math.sqrt(wall.at(8).K),
          reference: 4 * Math.sqrt(10),
        },
        {
          what: 'on: rise of √K, t = 8 … 12',
          ours: rise,
          reference: (Math.sqrt(10) * (Math.exp(12 * gp) - Math.exp(8 * gp))) / gp,
        },
      ];
    },
  },
];
