import { blowUpTime, brent, minimalBlowUpTime, tradeForTraining } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { LOCATED } from '../tolerances.ts';
import { switchedOff } from './switchedOff.ts';

const start = { K0: 1, T0: 1, c: 1, q: 0.5 };

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

/** What S3 leaves out. */
export const rows: readonly Row[] = [
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
      switchedOff(runs),
      {
        what: 'w = ½: t*',
        unit: 'time units',
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
    why: 'At half the price twice as much inference is bought for each unit of training; the shares of the money spent stay α : β. With chips 30 % cheaper every time unit the blow-up comes sooner.',
    compute: (runs) => [
      { what: 'inference : training at equal prices', ours: inferencePerTraining(1), reference: 1 },
      { what: 'inference : training at half the price', ours: inferencePerTraining(0.5), reference: 2 },
      { what: 'their shares of money', ours: 0.5 * inferencePerTraining(0.5), reference: 1 },
      switchedOff(runs),
      {
        what: 'g_p = ln 1.3: t*, sooner',
        unit: 'time units',
        ours: runs.alone('figure-1', { 'economy.gp': Math.log(1.3) }).blowUpTime,
        reference: [1, Math.PI - 0.1] as const,
      },
    ],
  },
];
