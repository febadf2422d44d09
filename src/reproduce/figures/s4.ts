import {
  brent,
  combinedRungs,
  ladder,
  logG,
  queryCompute,
  type TechniqueName,
  techniqueRung,
} from '../../theory/index.ts';
import { summaryTable } from '../articles/s4.ts';
import { marginalExchange, mostSaved, overtrained } from '../scalingLaw.ts';
import { type FigureOf, type Point, spread } from './figure.ts';

/** Equal performance: OOMs of inference for each OOM of training taken away (negative) or added, climbing one technique's rung. */
const exchange = (name: TechniqueName): Point[] => {
  const rung = techniqueRung(name)!;
  const on = ladder({ T0: 1, rungs: [rung] });
  return [0, rung.span].map((x): Point => [x, logG(on, 0) - logG(on, x)]);
};

const spans: FigureOf = () => ({
  id: 's4-spans',
  article: 'S4',
  title: 'Summary table as curves of equal performance',
  caption:
    'Each technique over its whole span: so many OOMs more training, so many less inference. The steeper, the larger the local c; pruning lies on MCTS, both 1 : 1.',
  x: { label: 'training, OOM more', scale: 'linear', domain: [0, 3.2] },
  y: { label: 'inference, OOM', scale: 'linear', domain: [-6.5, 0] },
  series: summaryTable.map(([label, name]) => ({ label, points: exchange(name) })),
});

const scaling: FigureOf = () => {
  const edge = brent((x) => marginalExchange(x) - 6, 0, 0.95);
  const curve = (to: number, n: number): Point[] =>
    spread(0, to, n).map((saved): Point => [overtrained(saved).paid, -saved]);
  return {
    id: 's4-scaling-policy',
    article: 'S4',
    title: 'Summary figure, scaling policy: efficient up to 6 : 1',
    caption:
      'Equal loss under the scaling law of Hoffmann et al. 2022, from the compute-optimal model (0, 0). The shaded part exchanges better than 6 : 1; it ends near the table’s span, 1.2 and 0.7 OOM. Figure B’s 2 OOM for 1 is off this curve.',
    x: { label: 'training, OOM more', scale: 'linear', domain: [0, 3] },
    y: { label: 'inference, OOM', scale: 'linear', domain: [-1.2, 0] },
    band: { label: 'better than 6 : 1', points: curve(edge, 60) },
    series: [
      { label: 'equal loss', points: curve(mostSaved * 0.99, 200) },
      { label: 'the table’s span', points: [[1.2, -0.7]], style: 'dots' },
      { label: 'Figure B', points: [[2, -1]], style: 'dots' },
    ],
    notes: [{ at: [overtrained(edge).paid, -edge], text: '6 : 1', isBelow: true }],
  };
};

const figureB: FigureOf = () => ({
  id: 's4-figure-b',
  article: 'S4',
  title: 'Figure B: overtraining 2 : 1, resampling 1 : 1.5',
  caption:
    'The article’s two illustrations beside the rungs that its summary table gives: 1.71 : 1 over 1.2 OOM, and 1 : 1.45.',
  x: { label: 'training, OOM', scale: 'linear', domain: [-1.2, 2.2] },
  y: { label: 'inference, OOM', scale: 'linear', domain: [-1.2, 2] },
  series: [
    {
      label: 'overtraining, Figure B',
      points: [
        [0, 0],
        [2, -1],
      ],
      style: 'dashed',
    },
    { label: 'scaling policy, table', points: exchange('scaling-policy') },
    {
      label: 'resampling, Figure B',
      points: [
        [0, 0],
        [-1, 1.5],
      ],
      style: 'dashed',
    },
    {
      label: 'expensive verification, table',
      points: exchange('expensive-verification').map(([x, y]): Point => [-x, -y]),
    },
  ],
});

const stacked: FigureOf = () => {
  const sets: [string, TechniqueName[]][] = [
    ['overtraining and MCTS', ['scaling-policy', 'mcts']],
    ['overtraining and pruning', ['scaling-policy', 'pruning']],
    ['overtraining, MCTS, expensive verification', ['scaling-policy', 'mcts', 'expensive-verification']],
  ];
  return {
    id: 's4-stacking',
    article: 'S4',
    title: 'Stacking: what combinations save',
    caption:
      'log G over log T, steepest rung first, flat beyond the last. Two that share a mechanism save no more than the better one; three no more than 3 OOM.',
    x: { label: 'training, OOM more', scale: 'linear', domain: [0, 4] },
    y: { label: 'inference saved, OOM', scale: 'linear', domain: [0, 3.5] },
    series: sets.map(([label, names]) => {
      const on = ladder({ T0: 1, rungs: combinedRungs(names) });
      return { label, points: [0, ...on.breakpoints, 4].map((x): Point => [x, logG(on, x) - logG(on, 0)]) };
    }),
  };
};

const rule: FigureOf = () => ({
  id: 's4-figure-a',
  article: 'S4',
  title: 'Figure A: one inference costs about the root of the training',
  caption:
    'The rule, and the article’s own GPT-3: 3e23 FLOP of training, 3e11 a query, where the rule says 5.5e11.',
  x: { label: 'training (FLOP)', scale: 'log', domain: [1e18, 1e27] },
  y: { label: 'one inference (FLOP)', scale: 'log', domain: [1e8, 1e14] },
  series: [
    { label: '√ training', points: spread(18, 27, 10).map((x) => [10 ** x, queryCompute(10 ** x)]) },
    { label: 'GPT-3', points: [[3e23, 3e11]], style: 'dots' },
  ],
});

export const figures: readonly FigureOf[] = [spans, scaling, figureB, stacked, rule];
