import { envelope, flow } from '../../theory/index.ts';
import type { Played } from '../runs.ts';
import { type FigureOf, type Point, spread } from './figure.ts';

const start = { K0: 1, T0: 1, c: 1, q: 0.5 };

/** K(t) of a run, one point a tick, while K stays below the top of the axis. */
export const chips = ({ ticks }: Played, most: number): Point[] => {
  const over = ticks.findIndex(({ K }) => K > most);
  return ticks.slice(0, over < 0 ? ticks.length : over + 1).map(({ t, K }) => [t, K]);
};

/** Growth rate of K over each tick, at the tick's middle. */
export const growthRates = ({ ticks }: Played): Point[] =>
  ticks.slice(1).flatMap((row, i): Point[] => {
    const { t, K } = ticks[i];
    return row.status === 'blow-up' ? [] : [[(row.t + t) / 2, Math.log(row.K / K) / (row.t - t)]];
  });

const figure1: FigureOf = (runs) => {
  const run = runs.alone('figure-1');
  const marks = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.1];
  return {
    id: 's1-figure-1',
    article: 'S1',
    title: 'Figure 1: chips over time, q = ½, c = 1, K₀ = T₀ = 1',
    caption:
      'The core’s run lies on the closed form 1/(1 − sin(t/2)) up to its end at t* = π. An exponential would be a straight line. No split whatever reaches more than the optimum V(t), which blows up at 3.',
    x: { label: 't (time units)', scale: 'linear', domain: [0, 3.2] },
    y: { label: 'K (in K₀)', scale: 'log', domain: [1, 1e5] },
    series: [
      {
        label: 'closed form, to t* = π',
        points: [...spread(0, 3.13, 200), ...spread(3.131, 3.1412, 30)].map((t) => [
          t,
          flow({ ...start, t }).K,
        ]),
      },
      { label: 'simulation', points: marks.map((t) => [t, run.at(t).K]), style: 'dots' },
      {
        label: 'optimum V(t), to t* = 3',
        points: [...spread(0.001, 2.98, 120), ...spread(2.981, 2.9995, 20)].map((t) => [
          t,
          envelope(start, t),
        ]),
        style: 'dashed',
      },
    ],
  };
};

const growth: FigureOf = (runs) => {
  const exponents = [0.5, 1, 2];
  return {
    id: 's1-growth',
    article: 'S1',
    title: 'Growth rate against chips: hyperbolic growth',
    caption:
      'Simulated with c = ½, 1, 2. In the long run each doubling of K multiplies its growth rate by 2^(c/(1+c)): the dashed line has the slope ½ of c = 1. The article’s informal 2^c would be a slope of 1.',
    x: { label: 'K (in K₀)', scale: 'log', domain: [1, 1e6] },
    y: { label: 'growth rate of K (per time unit)', scale: 'log', domain: [0.3, 1e4] },
    series: [
      ...exponents.map((c) => ({
        label: `c = ${c}`,
        points: runs
          .alone('figure-1', { 'economy.c': c, 'clock.h': 0.001, 'clock.until': 6 })
          .ticks.filter(({ K }) => K <= 2e6)
          .filter((_, i, all) => i % Math.ceil(all.length / 200) === 0 || i > all.length - 60)
          .map(({ K, T }): Point => [K, 0.5 * T ** c]),
      })),
      {
        label: 'slope c/(1+c) = ½',
        points: [1, 1e6].map((K): Point => [K, Math.sqrt(K / 2)]),
        style: 'dashed',
      },
    ],
  };
};

const breakdown: FigureOf = (runs) => ({
  id: 's1-breakdown',
  article: 'S1',
  title: 'The breakdown: training beyond T_max is useless',
  caption:
    'Growth is hyperbolic until T reaches T_max, exponential after it at the rate (1 − q)·T_max: a straight line. The later the tradeoff breaks down, the steeper.',
  x: { label: 't (time units)', scale: 'linear', domain: [0, 6] },
  y: { label: 'K (in K₀)', scale: 'log', domain: [1, 1e6] },
  series: [2, 4, 8, null].map((Tmax) => ({
    label: Tmax === null ? 'no breakdown' : `T_max = ${Tmax}`,
    points: chips(runs.alone('figure-1', { 'economy.Tmax': Tmax, 'clock.until': 6 }), 1e6),
    ...(Tmax === null ? { style: 'dashed' as const } : {}),
  })),
});

const omissions: FigureOf = (runs) => {
  const run = (changes: Record<string, unknown>) =>
    chips(runs.alone('figure-1', { 'clock.until': 6, ...changes }), 1e4);
  return {
    id: 's1-omissions',
    article: 'S1',
    title: 'What Figure 1 leaves out, one switch at a time',
    caption:
      'Each switch only takes away: chips that wear out, output that sells for less, labs with a hurdle rate, a fab that rations. Some blow up later, some not at all.',
    x: { label: 't (time units)', scale: 'linear', domain: [0, 6] },
    y: { label: 'K (in K₀)', scale: 'log', domain: [1, 1e4] },
    series: [
      { label: 'Figure 1', points: run({}), style: 'dashed' },
      { label: 'depreciation, δ = 0.2', points: run({ 'economy.delta': 0.2 }) },
      { label: 'prices, ε = 3', points: run({ 'economy.elasticity': 3 }) },
      { label: 'hurdle rate, r = 2', points: run({ 'economy.reinvest': 'hurdle', 'economy.r': 2 }) },
      { label: 'rationed chips, F = 3', points: run({ 'economy.F': 3, 'economy.gF': 0.4 }) },
    ],
  };
};

export const figures: readonly FigureOf[] = [figure1, growth, breakdown, omissions];
