import { brent, cappedGrowth, combinedRungs, ladder, localSlope, logG } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import type { Played } from '../runs.ts';
import { ROUNDING } from '../tolerances.ts';
import { spans } from './s4-spans.ts';

/** Dollars, as S5 gives them; “hundreds of millions” end at a billion, “tens of billions” at a hundred. */
const gpt2 = [5e3, 50e3] as const;
const gpt4 = [10e6, 1e9] as const;
const next = [1e9, 100e9] as const;
const query = [0.01, 1e6] as const;

const oom = (from: number, to: number): number => Math.log10(to / from);

/** How long each tenfold of T takes in a run. */
const tenfolds = (run: Played, levels = 3): number[] => {
  const times = Array.from({ length: levels + 1 }, (_, i) => run.timeTo('T', 10 ** i));
  return times.slice(1).map((time, i) => time - times[i]);
};

/** The techniques that use inference, on a task that is cheap to verify, `ooms` of training beyond S4's models. */
export const testTimeRungs = (ooms: number) => combinedRungs(['mcts', 'cheap-verification'], { ooms });

/** OOMs of training beyond S4's models at which that ladder holds so many OOMs of inference. */
export const scaleHolding = (room: number): number =>
  brent((ooms) => spans(testTimeRungs(ooms)).inference - room, 0, 10);

/** S5's room for test-time compute, OOM. */
export const room: number = oom(query[0], query[1]);

const fine = { 'clock.h': 0.01 };

export const rows: readonly Row[] = [
  {
    id: 's5-cost-ladder',
    section: 'Evolution of training costs',
    what: 'the rungs from GPT-2 to GPT-4 and one further',
    article: '$5k–50k; tens to hundreds of millions; then billions to tens of billions',
    how: 'arithmetic: OOMs between the ends of the ranges',
    tolerance: { absolute: 0.05, reason: 'ranges of one digit' },
    reading: 'stated',
    compute: () => [
      {
        what: 'GPT-2 to GPT-4, middle of the ranges',
        unit: 'OOM',
        ours: (oom(gpt2[0], gpt4[0]) + oom(gpt2[1], gpt4[1])) / 2,
        reference: [oom(gpt2[1], gpt4[0]), oom(gpt2[0], gpt4[1])] as const,
      },
      {
        what: 'GPT-4 to the next, middle of the ranges',
        unit: 'OOM',
        ours: (oom(gpt4[0], next[0]) + oom(gpt4[1], next[1])) / 2,
        reference: [oom(gpt4[1], next[0]), oom(gpt4[0], next[1])] as const,
      },
    ],
  },
  {
    id: 's5-ten-times-the-capability',
    section: 'The “soft wall” of cost',
    what: 'what 10 times the capability costs after hundreds of millions',
    article: '“billions or even tens of billions” of dollars',
    how: 'theory: the T at which the ladder’s G is ten times as large (root), from $100M and $1B',
    tex: String.raw`T \to 10^{1/c}\,T`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      [
        [1, 1e9],
        [0.5, 1e9],
        [1, 1e8],
        [0.5, 1e8],
      ].map(([c, dollars]) => {
        const on = ladder({ T0: 1, rungs: [{ slope: c, span: Number.POSITIVE_INFINITY }] });
        const ooms = brent((x) => logG(on, x) - 1, 0, 10);
        return {
          what: `from $${dollars / 1e6}M, c = ${c}`,
          unit: '$',
          article: next,
          ours: dollars * 10 ** ooms,
          reference: dollars * 10 ** (1 / c),
        };
      }),
  },
  {
    id: 's5-thousandfold',
    section: 'Analogy to the GPT-2 era',
    what: 'what 1000 times the training is worth',
    article: '“pretty obvious” that it leads to a better model',
    how: 'theory: log G on S1’s ladder over 3 OOM',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      [0.5, 1, 2].map((c) => {
        const on = ladder({ T0: 1, rungs: [{ slope: c, span: Number.POSITIVE_INFINITY }] });
        return {
          what: `inference saved, c = ${c}`,
          unit: 'OOM',
          article: [0, Number.POSITIVE_INFINITY] as const,
          ours: logG(on, 3) - logG(on, 0),
          reference: 3 * c,
        };
      }),
  },
  {
    id: 's5-soft-wall',
    section: 'The “soft wall” of cost',
    what: 'a wall that slows growth and stops nothing',
    article: 'at some point “no longer economically worth it”; soft, not a hard limit',
    how: 'simulation soft-wall (T_max = 4, F = 20, φ = 1) and its variants, against closed forms',
    tex: String.raw`\sqrt K \to \sqrt{F (1-q)\, T_{max}}\;\tfrac{t}{2}`,
    tolerance: { relative: 1e-3, reason: 'long-run formulas at t = 12; the slowest is 1e-4 from its limit' },
    reading: 'stated',
    compute(runs) {
      const {
        base,
        'no wall': open,
        'T_max alone': capped,
        'dear chips alone': dear,
      } = runs.play('soft-wall', fine);
      const root = (t: number): number => Math.sqrt(base.at(t).K);
      return [
        { what: 'no wall: t*', unit: 'time units', ours: open.blowUpTime, reference: Math.PI },
        {
          what: 'T_max alone: growth',
          unit: '1/time',
          ours: capped.growth(11, 12),
          reference: cappedGrowth({ q: 0.5, c: 1, Tmax: 4 }),
        },
        {
          what: 'dear chips alone: growth',
          unit: '1/time',
          ours: dear.growth(11, 12),
          // K' = √(F·K·T/2) and T' = K/2 grow together at (F/4)^(1/3).
          reference: (20 / 4) ** (1 / 3),
        },
        {
          what: 'both: rise of √K a time unit',
          ours: root(12) - root(11),
          reference: Math.sqrt(20 * 0.5 * 4) / 2,
        },
        {
          what: 'both: growth at the end over growth at t = 3',
          article: [0, 0.5] as const,
          ours: base.growth(11, 12) / base.growth(2, 3),
        },
        {
          what: 'both: K(12)/K(6), still growing',
          article: [1, Number.POSITIVE_INFINITY] as const,
          ours: base.at(12).K / base.at(6).K,
        },
      ];
    },
  },
  {
    id: 's5-each-tenfold',
    section: 'The “soft wall” of cost',
    what: 'time for each tenfold of training, without and with the wall',
    article: 'each further step gets harder to afford',
    how: 'simulation soft-wall: T to 10, 100, 1000 T₀; no wall against T = tan(t/4 + π/4)',
    tolerance: { absolute: 1e-3, reason: 'interpolated inside ticks of 0.01' },
    reading: 'stated',
    compute(runs) {
      const { base, 'no wall': open } = runs.play('soft-wall', fine);
      const without = tenfolds(open);
      const walled = tenfolds(base);
      const closed = (T: number): number => 4 * Math.atan(T) - Math.PI;
      return [
        { what: 'no wall, 1 to 10', unit: 'time units', ours: without[0], reference: closed(10) },
        {
          what: 'no wall, 10 to 100',
          unit: 'time units',
          ours: without[1],
          reference: closed(100) - closed(10),
        },
        {
          what: 'wall, 10 to 100 over no wall',
          article: [1, Number.POSITIVE_INFINITY] as const,
          ours: walled[1] / without[1],
        },
        {
          what: 'wall, 100 to 1000 over 10 to 100',
          article: [1, Number.POSITIVE_INFINITY] as const,
          ours: walled[2] / walled[1],
        },
      ];
    },
  },
  {
    id: 's5-nothing-more-to-gain',
    section: 'The “soft wall” of cost',
    what: 'what more training is worth at the wall',
    article: '“no longer economically worth it to push that further”',
    how: 'theory: slope of a ladder with one rung that ends at T_max',
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const on = ladder({ T0: 1, rungs: [{ slope: 1, span: Math.log10(4) }] });
      return [
        { what: 'OOMs saved per OOM before the wall', ours: localSlope(on, Math.log10(2)), reference: 1 },
        { what: 'and beyond it', article: 0, ours: localSlope(on, Math.log10(40)) },
      ];
    },
  },
  {
    id: 's5-eight-ooms',
    section: 'Potential for extreme scaling',
    what: 'room for test-time compute',
    article: 'a cent a query to $1M: “eight orders of magnitude”',
    how: 'arithmetic: log₁₀ of the ratio',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [{ what: 'OOMs', unit: 'OOM', article: 8, ours: room }],
  },
  {
    id: 's5-eight-ooms-ladder',
    section: 'Potential for extreme scaling',
    what: 'those 8 OOM on a ladder of S4’s techniques',
    article: '8 OOM “not just by spending more, but through algorithmic improvements”',
    how: 'theory: combinedRungs of MCTS and cheap verification at a scale (root), and without cheap verification',
    tolerance: { relative: 1e-9, absolute: 1e-9, reason: 'a root and its closed form' },
    reading: 'left out',
    why: 'The article does not say what could absorb 8 OOM. On S4’s ladder only a task that is cheap to verify can, once models have half an OOM more training; anything else stops at 3.',
    compute() {
      const scale = scaleHolding(room);
      const costly = spans(combinedRungs(['mcts', 'expensive-verification', 'scaling-policy']));
      return [
        {
          what: 'OOMs the ladder holds for S4’s models',
          unit: 'OOM',
          ours: spans(testTimeRungs(0)).inference,
          reference: 7.6,
        },
        {
          what: 'OOMs more training until it holds 8',
          unit: 'OOM',
          ours: scale,
          reference: (room - 7.6) / 0.75,
        },
        {
          what: 'training that 8 OOM replace then',
          unit: 'OOM',
          ours: spans(testTimeRungs(scale)).training,
          reference: 1.6 + 3 + (room - 7.6),
        },
        {
          what: 'OOMs where verification is expensive',
          unit: 'OOM',
          ours: costly.inference,
          reference: [0, 3] as const,
        },
      ];
    },
  },
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
