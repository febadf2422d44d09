import { parityShare, tradeForTraining } from '../../theory/index.ts';
import { numericalShare } from '../articles/s3.ts';
import { type FigureOf, type Point, spread } from './figure.ts';

const frontier = (training: number, inference: number, ooms: number): Point => {
  const mix = tradeForTraining({ alpha: 2, beta: 1, training, inference, ooms });
  return [mix.training / mix.total, mix.total];
};

const examples: FigureOf = () => ({
  id: 's3-examples',
  article: 'S3',
  title: 'Both worked examples: the same performance for less',
  caption:
    'Along each curve performance is the same (α = 2, β = 1). From 150 + 150 the trade of 0.1 OOM saves 16.5 zettaFLOP; from 200 + 100, two thirds on training, every trade costs more.',
  x: { label: 'training’s share of the compute', scale: 'linear', domain: [0.2, 0.95] },
  y: { label: 'compute in total (zettaFLOP)', scale: 'linear', domain: [250, 500] },
  series: [
    { label: 'from 150 + 150', points: spread(-0.45, 0.5, 120).map((x) => frontier(150, 150, x)) },
    { label: 'from 200 + 100', points: spread(-0.5, 0.4, 120).map((x) => frontier(200, 100, x)) },
    {
      label: 'before and after the trade',
      points: [
        frontier(150, 150, 0),
        frontier(150, 150, 0.1),
        frontier(200, 100, 0),
        frontier(200, 100, 0.1),
      ],
      style: 'dots',
    },
  ],
  notes: [
    { at: frontier(150, 150, 0.1), text: '283.5', isBelow: true },
    { at: frontier(200, 100, 0.1), text: '314.9' },
  ],
});

const share: FigureOf = () => {
  const alphas = spread(-2, 2, 81).map((x) => 10 ** x);
  const marks = [0.01, 0.1, 0.5, 1, 2, 10, 100];
  return {
    id: 's3-share',
    article: 'S3',
    title: 'Training’s share over the tradeoff α',
    caption:
      'α/(α+β), and the minimum found without it. Training and inference are of one order of magnitude for α between 0.1 and 10, the shaded part.',
    x: { label: 'α (OOM of inference saved per OOM of training)', scale: 'log', domain: [0.01, 100] },
    y: { label: 'training’s share of the compute', scale: 'linear', domain: [0, 1] },
    band: {
      label: 'one order of magnitude',
      points: spread(-1, 1, 41).map((x) => [10 ** x, parityShare({ alpha: 10 ** x, beta: 1 })]),
    },
    series: [
      { label: 'α/(α+1)', points: alphas.map((alpha) => [alpha, parityShare({ alpha, beta: 1 })]) },
      {
        label: 'numerical minimum',
        points: marks
          .filter((alpha) => alpha >= 0.1 && alpha <= 10)
          .map((alpha) => [alpha, numericalShare({ alpha, beta: 1 })]),
        style: 'dots',
      },
    ],
  };
};

export const figures: readonly FigureOf[] = [examples, share];
