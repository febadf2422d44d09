import { brent, cheapestMix, parityShareFor, queryCompute, techniqueRung } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { printed, ROUNDING } from '../tolerances.ts';

const GPT3 = 3e23;
/** S4's example: users × days × tokens a query. */
const passes = 300e6 * 365 * 1000;
const trained = 3.5e12 * 3;

/** Of the √ rule, and of what many queries cost. */
export const rows: readonly Row[] = [
  {
    id: 's4-square-root',
    section: 'Introduction, Figure A',
    what: 'the √ rule over 1e18 … 1e27 FLOP of training',
    article: 'an inference costs close to √ of the training',
    how: 'theory: queryCompute, a decade apart: half a decade',
    tex: String.raw`I_{query} \approx \sqrt{T}`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      Array.from({ length: 10 }, (_, i) => 18 + i).map((decade) => ({
        what: `log₁₀ of a query, training 1e${decade}`,
        article: decade / 2,
        ours: Math.log10(queryCompute(Number(`1e${decade}`))),
      })),
  },
  {
    id: 's4-square-root-gpt3',
    section: 'Note 10',
    what: 'the √ rule for GPT-3',
    article: 'training 3e23, one inference 3e11 FLOP',
    how: 'theory: queryCompute(3e23)',
    tolerance: ROUNDING,
    reading: 'informal',
    why: '√3e23 is 5.5e11, not 3e11: GPT-3 is 1.8 times cheaper to query than the rule says, within its “significant variability”.',
    compute: () => [
      {
        what: 'one inference',
        unit: 'FLOP',
        article: 3e11,
        ours: queryCompute(GPT3),
        reference: 10 ** (Math.log10(GPT3) / 2),
      },
      {
        what: 'OOMs from the rule',
        unit: 'OOM',
        ours: Math.log10(queryCompute(GPT3) / 3e11),
        reference: [0, 0.5] as const,
      },
    ],
  },
  {
    id: 's4-inferences-per-training',
    section: 'Note 10',
    what: 'inferences that cost as much as training GPT-3',
    article: '1e12',
    how: 'arithmetic from the article’s two figures',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [{ what: 'inferences', article: 1e12, ours: GPT3 / 3e11 }],
  },
  {
    id: 's4-many-queries',
    section: 'Note 15',
    what: '300M users, a query a day, 1000 tokens',
    article: '110 trillion forward passes a year',
    how: 'arithmetic: 300e6 × 365 × 1000',
    tolerance: printed(0.5e12),
    reading: 'stated',
    compute: () => [{ what: 'forward passes', article: 110e12, ours: passes }],
  },
  {
    id: 's4-backward-passes',
    section: 'Note 15',
    what: 'training GPT-3’s size compute-optimally',
    article: '3.5 trillion backward passes',
    how: 'arithmetic: 175e9 parameters × 20 tokens each (Hoffmann et al. 2022)',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [{ what: 'tokens trained on', article: 3.5e12, ours: 175e9 * 20 }],
  },
  {
    id: 's4-one-tenth',
    section: 'Note 15',
    what: 'training’s cost over a year’s inference',
    article: '“only 1/10rd”, a backward pass being 3 forward ones',
    how: 'arithmetic: 3.5e12 × 3 over 300e6 × 365 × 1000',
    tolerance: printed(0.005),
    reading: 'stated',
    why: 'The three are, as S3’s note counts them, one forward and two for the backward pass of a trained token.',
    compute: () => [{ what: 'training/inference', article: 0.1, ours: trained / passes }],
  },
  {
    id: 's4-overtrain-instead',
    section: 'Note 15',
    what: 'what overtraining a smaller model would save then',
    article: '“it might make sense to overtrain a smaller model”, no number',
    how: 'theory: cheapestMix at the scaling-policy slope, the trade cut at its span of 1.2 OOM',
    tolerance: { relative: 1e-9, reason: 'a formula and its own check' },
    reading: 'left out',
    why: 'At 0.58 OOM of inference per OOM of training the cheapest mix has T : I = 0.58; it is inside the span, so overtraining does pay.',
    compute() {
      const exchange = { alpha: techniqueRung('scaling-policy')!.slope, beta: 1 };
      const best = cheapestMix({ ...exchange, training: trained, inference: passes });
      return [
        { what: 'more training', unit: 'OOM', ours: best.ooms, reference: [0, 1.2] as const },
        { what: 'training/inference then', ours: best.training / best.inference, reference: 0.7 / 1.2 },
        { what: 'total cost, of before', ours: best.total / (trained + passes), reference: [0, 1] as const },
      ];
    },
  },
  {
    id: 's4-google-60',
    section: 'Notes 2 and 11',
    what: 'the c at which 60 % of inference is the one-period optimum',
    article: 'inference is 60 % of Google’s ML compute (Patterson et al. 2022); no c',
    how: 'theory: the c (root) at which parityShareFor leaves 60 % for inference',
    tolerance: ROUNDING,
    reading: 'left out',
    why: 'If that split was the cheapest one for its period, one OOM of training saved two thirds of an OOM of inference: between the scaling policy’s 0.58 and MCTS’s 1.',
    compute: () => [
      { what: 'c', ours: brent((c) => 1 - parityShareFor(c) - 0.6, 0.01, 10), reference: 0.4 / 0.6 },
    ],
  },
];
