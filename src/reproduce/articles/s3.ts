import {
  blowUpTime,
  brent,
  cheapestMix,
  type Exchange,
  type Mix,
  minimalBlowUpTime,
  parityShare,
  parityShareFor,
  tradeForTraining,
} from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { LOCATED, printed, ROUNDING } from '../tolerances.ts';

const zetta = 'zettaFLOP';

/**
 * The training share of the cheapest mix, found without the formula: where the cost along the frontier of equal performance
 * stops falling, the slope taken by a central difference.
 */
export function numericalShare({ alpha, beta }: Exchange): number {
  const cost = (x: number): number =>
    tradeForTraining({ alpha, beta, training: 1, inference: 1, ooms: x }).total;
  const slope = (x: number): number => cost(x + 1e-6) - cost(x - 1e-6);
  const ooms = brent(slope, -9 * beta, 9 * beta);
  const { training, total } = tradeForTraining({ alpha, beta, training: 1, inference: 1, ooms });
  return training / total;
}

/** What the printed sum gives: both exponents positive, the minus sign lost. */
const asPrinted = ({ training, inference }: Mix): number => training * 10 ** 0.1 + inference * 10 ** 0.2;

const example = { alpha: 2, beta: 1, ooms: 0.1 };
const equal = { training: 150, inference: 150 };
const optimal = { training: 200, inference: 100 };
const lostSign =
  'The second exponent has lost its minus sign: inference falls by 0.2 OOM. The text we have has lost its hyphens as well, so it may have happened on the way; the totals printed beside it are those of the right formula.';

const NUMERICAL = { relative: 1e-6, reason: 'a minimum found by a difference quotient of 1e-6' };

export const rows: readonly Row[] = [
  {
    id: 's3-tokens-a-year',
    section: 'Introduction',
    what: 'tokens served in a year',
    article: '100 billion a day, “about 36 trillion tokens per year”',
    how: 'arithmetic: 1e11 × 365',
    tolerance: printed(0.5e12),
    reading: 'stated',
    compute: () => [{ what: 'tokens a year', article: 36e12, ours: 100e9 * 365 }],
  },
  {
    id: 's3-token-cost',
    section: 'Note 1',
    what: 'cost of a token in training and in serving',
    article: 'a backward pass costs two forward ones; training does both: three times',
    how: 'arithmetic: 1 forward + 2 for the backward pass',
    tolerance: { reason: 'whole numbers: exact' },
    reading: 'stated',
    compute: () => [{ what: 'forward passes a trained token', article: 3, ours: 1 + 2 }],
  },
  {
    id: 's3-token-parity',
    section: 'Introduction',
    what: 'a year’s serving against the training, in served tokens',
    article: '10T × 3 trained, 36T served: “the same order of magnitude”',
    how: 'arithmetic, and theory: parityShare for the share of equals',
    tolerance: { reason: 'less than half an order of magnitude either way is the same order' },
    reading: 'stated',
    compute() {
      const trained = 10e12 * (1 + 2);
      const served = 100e9 * 365;
      return [
        {
          what: 'OOMs apart',
          unit: 'OOM',
          article: [-0.5, 0.5] as const,
          ours: Math.log10(served / trained),
        },
        {
          what: 'training’s share (parity: ½)',
          article: [1 / (1 + 10 ** 0.5), 1 / (1 + 10 ** -0.5)] as const,
          ours: trained / (trained + served),
        },
      ];
    },
  },
  {
    id: 's3-101-to-20',
    section: 'Why we expect investment parity',
    what: '(1, 100) traded to (10, 10)',
    article: '101 zettaFLOP become 20, five times less',
    how: 'theory: tradeForTraining by 1 OOM; cheapestMix',
    tex: String.raw`(T, I) \to (10\,T,\; I/10)`,
    tolerance: { absolute: 0.1, reason: '“a factor of 5” is 5.05 rounded; the totals are exact' },
    reading: 'stated',
    compute() {
      const from = { alpha: 1, beta: 1, training: 1, inference: 100 };
      const to = tradeForTraining({ ...from, ooms: 1 });
      const best = cheapestMix(from);
      return [
        { what: 'before', unit: zetta, article: 101, ours: from.training + from.inference },
        { what: 'after', unit: zetta, article: 20, ours: to.total },
        { what: 'times less', article: 5, ours: (from.training + from.inference) / to.total },
        { what: 'training of the cheapest mix', unit: zetta, article: 10, ours: best.training },
        { what: 'inference of the cheapest mix', unit: zetta, article: 10, ours: best.inference },
      ];
    },
  },
  {
    id: 's3-share',
    section: 'Derivation',
    what: 'the cheapest training share, over a grid',
    article: 'α/(α+β)',
    how: 'theory: minimum of tradeForTraining’s total found numerically, without the formula',
    tex: String.raw`\min_t\; 10^{\beta t}T + 10^{-\alpha t}I \;\Rightarrow\; \frac{T}{T+I} = \frac{\alpha}{\alpha+\beta}`,
    tolerance: NUMERICAL,
    reading: 'stated',
    compute: () =>
      [0.1, 0.5, 1, 2, 10].flatMap((alpha) =>
        [0.5, 1, 2].map((beta) => ({
          what: `α = ${alpha}, β = ${beta}`,
          article: alpha / (alpha + beta),
          ours: numericalShare({ alpha, beta }),
          reference: parityShare({ alpha, beta }),
        })),
      ),
  },
  {
    id: 's3-example-1',
    section: 'Why we expect investment parity',
    what: '150 + 150, then 0.1 OOM more training for 0.2 OOM less inference',
    article: '“≈ 283.4”, less than 300',
    how: 'theory: tradeForTraining',
    tex: String.raw`150\cdot 10^{0.1} + 150\cdot 10^{-0.2}`,
    tolerance: printed(
      0.1,
      'printed 283.4: cut off, not rounded (283.48), so a whole unit of the last digit',
    ),
    reading: 'stated',
    compute: () => [
      { what: 'total', unit: zetta, article: 283.4, ours: tradeForTraining({ ...example, ...equal }).total },
    ],
  },
  {
    id: 's3-example-1-formula',
    section: 'Why we expect investment parity',
    what: 'that example’s sum as printed',
    article: '150·10^0.1 + 150·10^0.2',
    how: 'arithmetic as printed against theory: tradeForTraining',
    tex: String.raw`150\cdot 10^{0.1} + 150\cdot 10^{-0.2}`,
    tolerance: ROUNDING,
    reading: 'misprint',
    why: lostSign,
    compute: () => [
      {
        what: 'total',
        unit: zetta,
        article: asPrinted(equal),
        ours: tradeForTraining({ ...example, ...equal }).total,
        reference: 150 * 10 ** 0.1 + 150 * 10 ** -0.2,
      },
    ],
  },
  {
    id: 's3-example-2',
    section: 'Why we expect investment parity',
    what: '200 + 100, the same trade',
    article: '“≈ 314.9”, more than 300',
    how: 'theory: tradeForTraining',
    tex: String.raw`200\cdot 10^{0.1} + 100\cdot 10^{-0.2}`,
    tolerance: printed(0.05),
    reading: 'stated',
    compute: () => [
      {
        what: 'total',
        unit: zetta,
        article: 314.9,
        ours: tradeForTraining({ ...example, ...optimal }).total,
      },
    ],
  },
  {
    id: 's3-example-2-formula',
    section: 'Why we expect investment parity',
    what: 'that example’s sum as printed',
    article: '200·10^0.1 + 100·10^0.2',
    how: 'arithmetic as printed against theory: tradeForTraining',
    tex: String.raw`200\cdot 10^{0.1} + 100\cdot 10^{-0.2}`,
    tolerance: ROUNDING,
    reading: 'misprint',
    why: lostSign,
    compute: () => [
      {
        what: 'total',
        unit: zetta,
        article: asPrinted(optimal),
        ours: tradeForTraining({ ...example, ...optimal }).total,
        reference: 200 * 10 ** 0.1 + 100 * 10 ** -0.2,
      },
    ],
  },
  {
    id: 's3-optimal-mix',
    section: 'Why we expect investment parity',
    what: 'from 200 + 100 no trade saves anything',
    article: 'two thirds on training, one third on inference',
    how: 'theory: cheapestMix from there; the cheapest total of ±1 OOM',
    tolerance: { relative: 1e-12, absolute: 1e-12, reason: 'rounding only' },
    reading: 'stated',
    compute() {
      const trades = [-1, -0.5, -0.1, -0.01, 0.01, 0.1, 0.5, 1].map(
        (ooms) => tradeForTraining({ ...example, ...optimal, ooms }).total,
      );
      return [
        {
          what: 'OOMs to the cheapest mix',
          unit: 'OOM',
          article: 0,
          ours: cheapestMix({ ...example, ...optimal }).ooms,
        },
        { what: 'training share', article: 2 / 3, ours: parityShare(example) },
        {
          what: 'cheapest of eight trades',
          unit: zetta,
          article: [300, Number.POSITIVE_INFINITY] as const,
          ours: Math.min(...trades),
        },
      ];
    },
  },
  {
    id: 's3-half-oom',
    section: 'Why we expect investment parity',
    what: '0.5 OOM of training saves 1 OOM of inference',
    article: 'asks for the allocation; its formula gives 2/3',
    how: 'theory: minimum found numerically',
    tolerance: NUMERICAL,
    reading: 'stated',
    compute: () => [
      { what: 'training share', article: 2 / 3, ours: numericalShare({ alpha: 1, beta: 0.5 }) },
    ],
  },
  {
    id: 's3-how-far',
    section: 'Why we expect investment parity',
    what: 'how far α must be from 1 for different orders of magnitude',
    article: '“less than 0.1 or more than 10”',
    how: 'theory: the α (root) at which the numerical optimum has T : I = 10, and 1 : 10',
    tex: String.raw`\frac{T}{I} = \frac{\alpha}{\beta}`,
    tolerance: { relative: 1e-5, reason: 'a root of a numerical minimum' },
    reading: 'stated',
    compute() {
      const odds = (alpha: number): number => {
        const share = numericalShare({ alpha, beta: 1 });
        return share / (1 - share);
      };
      const alphaFor = (ratio: number): number =>
        10 ** brent((x) => Math.log10(odds(10 ** x) / ratio), -1.5, 1.5);
      return [
        { what: 'α for ten times more training', article: 10, ours: alphaFor(10) },
        { what: 'α for ten times more inference', article: 0.1, ours: alphaFor(0.1) },
      ];
    },
  },
  {
    id: 's3-one-period',
    section: 'Derivation',
    what: 'what the one-period optimum leaves out: training lasts',
    article: 'one budget, one period; S1’s example q = ½ is this rule for c = 1',
    how: 'simulation parity-vs-turnpike against theory: blowUpTime, minimalBlowUpTime',
    tex: String.raw`q_{parity} = \frac{c}{1+c}, \qquad q_{turnpike} = \frac{c}{1+2c}`,
    tolerance: { ...LOCATED, relative: 1e-6, reason: 'the turnpike is followed in ticks of 0.05' },
    reading: 'left out',
    why: 'A training stock that lasts pays again in every later period. The best lasting split is c/(1+2c): the parity rule blows up 4.7 % later than the optimum.',
    compute(runs) {
      const { base, turnpike } = runs.play('parity-vs-turnpike');
      const start = { K0: 1, T0: 1, c: 1 };
      const late = blowUpTime({ ...start, q: parityShareFor(1) }) / minimalBlowUpTime(start) - 1;
      return [
        { what: 't*, parity', unit: 'time units', ours: base.blowUpTime, reference: Math.PI },
        {
          what: 't*, turnpike',
          unit: 'time units',
          ours: turnpike.blowUpTime,
          reference: minimalBlowUpTime(start),
        },
        { what: 'parity comes late by', ours: base.blowUpTime / turnpike.blowUpTime - 1, reference: late },
      ];
    },
  },
];
