import type { FigureOf } from './figure.ts';
import { chips, growthRates } from './s1.ts';

const foresight: FigureOf = (runs) => {
  const { base, ...others } = runs.play('foresight');
  return {
    id: 's3-foresight',
    article: 'S3',
    title: 'How far ahead labs look',
    caption:
      'Short-sighted labs first only serve and are ahead in chips; then those with more training pass them. In years, a = b = 0.2.',
    x: { label: 't (years)', scale: 'linear', domain: [0, 26] },
    y: { label: 'K (in K₀)', scale: 'log', domain: [1, 1e5] },
    series: [
      { label: 'H = ∞', points: chips(base, 1e5) },
      ...Object.values(others).map((run) => ({
        label: run.name.replace(' ', ' = '),
        points: chips(run, 1e5),
      })),
    ],
  };
};

const limits: FigureOf = (runs) => {
  const played = runs.play('chip-drought');
  const names: [string, string][] = [
    ['unlimited chips', 'unlimited chips'],
    ['φ 2', 'φ = 2: blows up'],
    ['base', 'φ = 0.5: 0.8 in the end'],
    ['φ 0 (rationing)', 'φ = 0, rationing: 0.4'],
  ];
  return {
    id: 's2-limits',
    article: 'S2',
    title: 'Physical limits: growth behind a fab that grows at 0.4',
    caption:
      'Growth rate of chips in each tick. The fab’s pace replaces the blow-up unless dear chips call up enough of them, φ ≥ 1/c.',
    x: { label: 't (time units)', scale: 'linear', domain: [0, 20] },
    y: { label: 'growth rate of K (per time unit)', scale: 'log', domain: [0.3, 30] },
    series: names.map(([name, label]) => ({ label, points: growthRates(played[name]) })),
  };
};

/** Of what S2 and S3 name and leave out. */
export const figures: readonly FigureOf[] = [limits, foresight];
