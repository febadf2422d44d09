import { ladder, logG } from '../../theory/index.ts';
import { room as roomToGrow, scaleHolding, testTimeRungs } from '../articles/s5.ts';
import type { FigureOf, Point } from './figure.ts';
import { growthRates } from './s1.ts';

const wall: FigureOf = (runs) => {
  const played = runs.play('soft-wall', { 'clock.h': 0.01 });
  const names: [string, string][] = [
    ['no wall', 'no wall: blows up at π'],
    ['T_max alone', 'T_max = 4: growth 2'],
    ['dear chips alone', 'dear chips: growth 1.71'],
    ['base', 'both: growth fades'],
  ];
  return {
    id: 's5-soft-wall',
    article: 'S5',
    title: 'The soft wall: growth rates',
    caption:
      'Either limit alone leaves exponential growth; with both growth fades as 2/t, and nothing ever stops: soft, not hard.',
    x: { label: 't (time units)', scale: 'linear', domain: [0, 12] },
    y: { label: 'growth rate of K (per time unit)', scale: 'log', domain: [0.1, 30] },
    series: names.map(([name, label]) => ({
      label,
      points: growthRates(played[name]).filter((_, i) => i % 4 === 0),
    })),
  };
};

const room: FigureOf = () => {
  const scales: [string, number][] = [
    ['for S4’s models', 0],
    ['with half an OOM more training', scaleHolding(roomToGrow)],
  ];
  return {
    id: 's5-eight-ooms',
    article: 'S5',
    title: 'Eight OOM of test-time compute on a ladder',
    caption:
      'How much training a query’s extra inference replaces on a task that is cheap to verify: cheap verification and MCTS. From a cent to a million dollars is 8 OOM.',
    x: { label: 'inference, OOM more a query', scale: 'linear', domain: [0, 9] },
    y: { label: 'training replaced, OOM', scale: 'linear', domain: [0, 6] },
    series: scales.map(([label, ooms]) => {
      const on = ladder({ T0: 1, rungs: testTimeRungs(ooms) });
      // Down the ladder: the flattest rung, dearest in training, is left first.
      const top = on.breakpoints.at(-1)!;
      const all = [...on.breakpoints].reverse().concat(0);
      return { label, points: all.map((x): Point => [logG(on, top) - logG(on, x), top - x]) };
    }),
    notes: [{ at: [8, 5], text: '$1M' }],
  };
};

export const figures: readonly FigureOf[] = [wall, room];
