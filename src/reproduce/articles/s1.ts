import { integrate } from '../../theory/extrapolation.ts';
import { blowUpTime, brent, coneOutput, firstIntegral, flow } from '../../theory/index.ts';
import type { Row } from '../row.ts';
import type { Played, Runs } from '../runs.ts';
import { LOCATED, ROUNDING, SIMULATED } from '../tolerances.ts';

const f = (c: number, T: number, I: number): number => coneOutput({ c, T, I });

/** Of some values the one furthest from what they should all be. */
const furthest = (values: readonly number[], from: number): number =>
  values.reduce((worst, value) => (Math.abs(value - from) > Math.abs(worst - from) ? value : worst));

const exponents = [0.5, 1, 2];
const sizes = [0.01, 0.3, 1, 20, 3000];
const times = [0.5, 1, 1.5, 2, 2.5, 3, 3.1];

/** Figure 1's start. */
const start = { K0: 1, T0: 1, c: 1, q: 0.5 };

/** S1's two equations as they stand in the article, in (ln K, ln T). */
function articleEquations(t: number): { K: number; T: number } {
  const { q, c } = start;
  const slope = (_: number, [lnK, lnT]: readonly number[]): number[] => [
    (1 - q) * Math.exp(c * lnT),
    q * Math.exp(lnK - lnT),
  ];
  const [lnK, lnT] = integrate(slope, 0, [0, 0], t);
  return { K: Math.exp(lnK), T: Math.exp(lnT) };
}

/**
 * d ln(growth of K)/d ln K over the end of a run: from its last whole tick, K some 1e6, to its last state, K above 1e15.
 * The growth rate at constant q is (1−q)·T^c.
 */
export function growthExponent(runs: Runs, c: number): number {
  const { ticks } = runs.alone('figure-1', { 'economy.c': c, 'clock.h': 0.001, 'clock.until': 6 });
  const [before, last] = ticks.slice(-2);
  return (c * Math.log(last.T / before.T)) / Math.log(last.K / before.K);
}

/** The part of a run's ticks in which K grows faster than in the tick before. */
const accelerating = ({ ticks }: Played): number => {
  const growths = ticks.slice(1).map((row, i) => Math.log(row.K / ticks[i].K) / (row.t - ticks[i].t));
  return growths.filter((growth, i) => i === 0 || growth > growths[i - 1]).length / growths.length;
};

const cone = { k1: 0.1, k2: 10 };

/** The largest h for which S1's middle step, (T, T/k₂) to (T/h, h^c·T/k₂), ends inside the cone. */
const largestSeed = (c: number): number => {
  const ratio = (lnh: number): number => Math.exp(-lnh) / (Math.exp(c * lnh) / cone.k2);
  return Math.exp(brent((lnh) => Math.log(ratio(lnh) / cone.k1), 0, 50));
};

/** f after that step over f before it; 1 where the tradeoff still holds. */
const acrossTheStep = (c: number, h: number): number =>
  coneOutput({ ...cone, c, T: 1 / h, I: h ** c / cone.k2 }) /
  coneOutput({ ...cone, c, T: 1, I: 1 / cone.k2 });

export const rows: readonly Row[] = [
  {
    id: 's1-linear',
    section: 'The basic argument',
    what: 'twice the inference, twice the output',
    article: 'f(T, 2I) = 2·f(T, I)',
    how: 'theory: output over a grid of T, I, c; the worst',
    tex: String.raw`f(T, I) = g(T)\cdot I`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const ratios = exponents.flatMap((c) =>
        sizes.flatMap((T) => sizes.map((I) => f(c, T, 2 * I) / f(c, T, I))),
      );
      return [{ what: 'f(T, 2I)/f(T, I)', article: 2, ours: furthest(ratios, 2) }];
    },
  },
  {
    id: 's1-tradeoff',
    section: 'The basic argument',
    what: '1 OOM of training for c OOM of inference',
    article: 'f(T/x, I·x^c) = f(T, I), so f ∝ I·T^c',
    how: 'theory: output over a grid of T, I, x, c; the worst',
    tex: String.raw`f(T, I) = f\!\left(\tfrac{T}{x},\, I x^c\right) \;\Rightarrow\; f \propto I\,T^c`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const over = (ratio: (c: number, T: number, I: number, x: number) => number): number[] =>
        exponents.flatMap((c) =>
          sizes.flatMap((T) => sizes.flatMap((I) => sizes.map((x) => ratio(c, T, I, x)))),
        );
      const kept = over((c, T, I, x) => f(c, T / x, I * x ** c) / f(c, T, I));
      const whole = over((c, T, I) => f(c, 1, I * T ** c) / f(c, T, I));
      return [
        { what: 'f(T/x, I·x^c)/f(T, I)', article: 1, ours: furthest(kept, 1) },
        { what: 'f(1, I·T^c)/f(T, I), x = T', article: 1, ours: furthest(whole, 1) },
      ];
    },
  },
  {
    id: 's1-increasing-returns',
    section: 'The basic argument',
    what: 'twice the chips, more than twice the output',
    article: 'both inputs doubled: 2^(1+c)',
    how: 'theory: output at (2T, 2I) over output at (T, I)',
    tex: String.raw`\frac{f(2T, 2I)}{f(T, I)} = 2^{1+c}`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      exponents.map((c) => ({
        what: `c = ${c}`,
        article: 2 ** (1 + c),
        ours: furthest(
          sizes.flatMap((T) => sizes.map((I) => f(c, 2 * T, 2 * I) / f(c, T, I))),
          2 ** (1 + c),
        ),
      })),
  },
  {
    id: 's1-cone-identity',
    section: 'Infinite span',
    what: 'increasing returns inside a cone of the tradeoff',
    article: 'f(T, I) = h^(1+c)·f(T/h, I/h) for k₁ < T/I < k₂',
    how: 'theory: output in the cone 0.1 … 10 over a grid of T/I, h, c; the worst',
    tex: String.raw`f(T, I) = h^{1+c} f\!\left(\tfrac{T}{h}, \tfrac{I}{h}\right)`,
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const ratios = exponents.flatMap((c) =>
        [0.1, 0.5, 1, 3, 10].flatMap((slope) =>
          sizes.map((h) => {
            const at = (T: number, I: number): number => coneOutput({ ...cone, c, T, I });
            return (h ** (1 + c) * at((slope * 7) / h, 7 / h)) / at(slope * 7, 7);
          }),
        ),
      );
      return [{ what: 'h^(1+c)·f(T/h, I/h)/f(T, I)', article: 1, ours: furthest(ratios, 1) }];
    },
  },
  {
    id: 's1-cone-h',
    section: 'Infinite span',
    what: 'the factor h of one step inside the cone',
    article: 'h = (k₂/k₁)^(1+c)',
    how: 'theory: the largest h whose step ends inside the cone (root), k₂/k₁ = 100',
    tex: String.raw`f\!\left(T, \tfrac{T}{k_2}\right) = f\!\left(\tfrac{T}{h}, h^c \tfrac{T}{k_2}\right),\quad h = \left(\tfrac{k_2}{k_1}\right)^{1/(1+c)}`,
    tolerance: ROUNDING,
    reading: 'misprint',
    why: 'The step goes from T/I = k₂ to T/I = k₂/h^(1+c). Only with h up to (k₂/k₁)^(1/(1+c)) is that still at least k₁; with the printed exponent 1+c the step leaves the cone, where it loses output. The conclusion, h^(1+c) for any h, is right all the same.',
    compute: () =>
      exponents.flatMap((c) => {
        const width = cone.k2 / cone.k1;
        const h = largestSeed(c);
        return [
          { what: `h, c = ${c}`, article: width ** (1 + c), ours: h, reference: width ** (1 / (1 + c)) },
          { what: `output kept by the step with our h, c = ${c}`, ours: acrossTheStep(c, h), reference: 1 },
          {
            what: `output kept with the printed h, c = ${c}`,
            article: 1,
            ours: acrossTheStep(c, width ** (1 + c)),
            reference: [0, 0.5] as const,
          },
        ];
      }),
  },
  {
    id: 's1-ode',
    section: 'AI-only economy',
    what: 'the two differential equations',
    article: 'dK/dt = (1−q)·K·T^c, dT/dt = q·K',
    how: 'simulation figure-1 at t = 2.5 against the equations integrated as printed (theory: extrapolation)',
    tex: String.raw`\frac{dK}{dt} = (1-q)\,K\,T^c, \qquad \frac{dT}{dt} = q\,K`,
    tolerance: SIMULATED,
    reading: 'stated',
    compute(runs) {
      const run = runs.alone('figure-1');
      const { K, T } = articleEquations(2.5);
      const kept = run.ticks.slice(0, 51).map((row) => firstIntegral({ ...row, q: start.q, c: start.c }));
      return [
        { what: 'K(2.5)', unit: 'K₀', ours: run.at(2.5).K, reference: K },
        { what: 'T(2.5)', unit: 'T₀', ours: run.at(2.5).T, reference: T },
        {
          what: 'K − T²/2 at every tick to 2.5, the worst',
          ours: furthest(kept, 0.5),
          reference: firstIntegral({ K: 1, T: 1, q: 0.5, c: 1 }),
        },
      ];
    },
  },
  {
    id: 's1-figure-1',
    section: 'Figure 1',
    what: 'the curve K(t), q = ½, c = 1, K₀ = T₀ = 1',
    article: 'a picture of the solution of its two equations',
    how: 'simulation figure-1 against 1/(1 − sin(t/2))',
    tex: String.raw`K(t) = \frac{1}{1-\sin(t/2)}, \qquad T(t) = \tan\!\left(\tfrac{t}{4}+\tfrac{\pi}{4}\right)`,
    tolerance: SIMULATED,
    reading: 'stated',
    compute(runs) {
      const run = runs.alone('figure-1');
      return times.map((t) => ({
        what: `K(${t})`,
        unit: 'K₀',
        ours: run.at(t).K,
        reference: 1 / (1 - Math.sin(t / 2)),
      }));
    },
  },
  {
    id: 's1-figure-1-equations',
    section: 'Figure 1',
    what: 'that closed form is the equations’ solution',
    article: 'the same picture',
    how: 'theory: flow against the equations integrated as printed',
    tolerance: {
      relative: 1e-10,
      reason: 'an integration to 1e-13 a step, K(3.1) magnifying errors of t 48 times',
    },
    reading: 'stated',
    compute: () =>
      times.map((t) => ({
        what: `K(${t})`,
        unit: 'K₀',
        ours: flow({ ...start, t }).K,
        reference: articleEquations(t).K,
      })),
  },
  {
    id: 's1-blow-up',
    section: 'Figure 1',
    what: 'where the curve ends: the blow-up t*',
    article: 'hyperbolic growth: a vertical asymptote',
    how: 'simulation figure-1: t* located; theory: blowUpTime; both against π',
    tex: String.raw`t^* = \pi`,
    tolerance: LOCATED,
    reading: 'stated',
    compute: (runs) => [
      {
        what: 't*, simulated',
        unit: 'time units',
        ours: runs.alone('figure-1').blowUpTime,
        reference: Math.PI,
      },
      { what: 't*, closed form', unit: 'time units', ours: blowUpTime(start), reference: Math.PI },
    ],
  },
  {
    id: 's1-accelerating',
    section: 'Figure 1',
    what: 'growth is faster than exponential all the time',
    article: 'on a log axis K is above any straight line: growth accelerates',
    how: 'simulation figure-1: share of ticks in which the growth rate rises',
    tolerance: { reason: 'a count: exact' },
    reading: 'stated',
    compute: (runs) => [{ what: 'share of ticks', article: 1, ours: accelerating(runs.alone('figure-1')) }],
  },
  {
    id: 's1-growth-exponent',
    section: 'AI-only economy',
    what: 'hyperbolic growth: growth rate ∝ K to a power',
    article: '“accelerating hyperbolic growth”, no exponent given',
    how: 'simulation figure-1 with c = 0.5, 1, 2: slope of ln growth on ln K at its end',
    tex: String.raw`\frac{\dot K}{K} \propto K^{c/(1+c)}`,
    tolerance: {
      relative: 1e-5,
      reason: 'a slope between K near 1e6 and the end of the run, where T^(1+c) ∝ K to 1e-6',
    },
    reading: 'stated',
    compute: (runs) =>
      exponents.map((c) => ({ what: `c = ${c}`, ours: growthExponent(runs, c), reference: c / (1 + c) })),
  },
  {
    id: 's1-doubling',
    section: 'AI-only economy',
    what: 'what a doubling of K does to its growth rate',
    article: '“informally”, T doubles too: 2^c',
    how: 'simulation figure-1 with c = 0.5, 1, 2: 2 to the measured exponent',
    tex: '2^{c/(1+c)}',
    tolerance: { relative: 1e-5, reason: 'as the exponent it comes from' },
    reading: 'informal',
    why: 'While K doubles, T does not: K grows as T^(1+c), so T rises by 2^(1/(1+c)) and the growth rate by 2^(c/(1+c)). Were T to double as well, 2^c would be right; growth is hyperbolic either way.',
    compute: (runs) =>
      exponents.map((c) => ({
        what: `c = ${c}`,
        article: 2 ** c,
        ours: 2 ** growthExponent(runs, c),
        reference: 2 ** (c / (1 + c)),
      })),
  },
];
