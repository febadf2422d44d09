import {
  brent,
  exchangeCounts,
  queryCompute,
  type Scale,
  type TechniqueName,
  techniqueRung,
} from '../../theory/index.ts';
import type { Row } from '../row.ts';
import { marginalExchange, overtrained } from '../scalingLaw.ts';
import { printed, ROUNDING } from '../tolerances.ts';
import { type Spans, spans, together, training } from './s4-spans.ts';

/** The table's spans in OOM, as S4 prints them. */
export const summaryTable: readonly [
  label: string,
  name: TechniqueName,
  training: number,
  inference: number,
][] = [
  ['varying scaling policy', 'scaling-policy', 1.2, 0.7],
  ['MCTS', 'mcts', 1.6, 1.6],
  ['pruning', 'pruning', 1, 1],
  ['repeated sampling, cheap verification', 'cheap-verification', 3, 6],
  ['repeated sampling, expensive verification', 'expensive-verification', 1, 1.45],
];

const of = (name: TechniqueName, scale: Scale = {}): Spans & { slope: number } => {
  const rung = techniqueRung(name, scale);
  return { ...spans(rung ? [rung] : []), slope: rung?.slope ?? 0 };
};

/** Where an exchange stops counting, found by halving an interval at one end of which it counts. */
function edge(counts: number, not: number): number {
  let [yes, no] = [counts, not];
  for (let i = 0; i < 60; i++) {
    const middle = (yes + no) / 2;
    if (exchangeCounts(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

export const rows: readonly Row[] = [
  {
    id: 's4-summary-table',
    section: 'Summary table',
    what: 'spans of the five techniques',
    article: 'training and inference, OOM',
    how: 'theory: ladder of each technique; log G over its rung',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () =>
      summaryTable.flatMap(([label, name, T, I]) => [
        training(label, T, of(name).training),
        { what: `${label}: inference`, unit: 'OOM', article: I, ours: of(name).inference },
      ]),
  },
  {
    id: 's4-chain-of-thought',
    section: 'Summary table',
    what: 'chain of thought has no continuous span',
    article: 'NA: it is employed or not',
    how: 'theory: techniqueRung, none',
    tolerance: { reason: 'a count: exact' },
    reading: 'stated',
    compute: () => [
      { what: 'OOMs on a ladder', unit: 'OOM', article: 0, ours: of('chain-of-thought').training },
    ],
  },
  {
    id: 's4-scale-effects',
    section: 'Summary table, notes 4 and 6',
    what: 'what one more OOM of training does to the spans',
    article:
      'pruning: inference span +0.08, efficiency +0.5; cheap verification: both spans +0.75; MCTS: to 0 near perfection',
    how: 'theory: techniqueRung at a scale 1 OOM further, differences',
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const more = { ooms: 1 };
      const [pruned, verified] = [of('pruning', more), of('cheap-verification', more)];
      return [
        {
          what: 'pruning: inference span',
          unit: 'OOM',
          article: 0.08,
          ours: pruned.inference - of('pruning').inference,
        },
        {
          what: 'pruning: inference saved per training',
          article: 0.5,
          ours: pruned.slope - of('pruning').slope,
        },
        training('cheap verification', 0.75, verified.training - of('cheap-verification').training),
        {
          what: 'cheap verification: inference',
          unit: 'OOM',
          article: 0.75,
          ours: verified.inference - of('cheap-verification').inference,
        },
        { what: 'MCTS at perfection', unit: 'OOM', article: 0, ours: of('mcts', { toPerfect: 0 }).inference },
      ];
    },
  },
  {
    id: 's4-takeaways',
    section: 'Key takeaways',
    what: 'the four trades of the takeaways',
    article:
      '1–2 OOM of inference for ~1 of training; 2–3 for ~2; 5–6 for 3–4; and ~1 saved for 1–2 of training',
    how: 'theory: local slopes and combinedRungs',
    tolerance: ROUNDING,
    reading: 'stated',
    compute() {
      const pair = together('mcts', 'expensive-verification');
      return [
        {
          what: 'inference for 1 OOM of training, expensive verification',
          unit: 'OOM',
          article: [1, 2] as const,
          ours: of('expensive-verification').slope,
        },
        {
          what: 'inference for 2 OOM of training, MCTS and expensive verification',
          unit: 'OOM',
          article: [2, 3] as const,
          ours: (2 * pair.inference) / pair.training,
        },
        {
          what: 'inference, cheap verification',
          unit: 'OOM',
          article: [5, 6] as const,
          ours: of('cheap-verification').inference,
        },
        training('cheap verification', [3, 4] as const, of('cheap-verification').training),
        {
          what: 'training for 1 OOM of inference saved, pruning',
          unit: 'OOM',
          article: [1, 2] as const,
          ours: 1 / of('pruning').slope,
        },
        {
          what: 'training for 1 OOM of inference saved, scaling policy',
          unit: 'OOM',
          article: [1, 2] as const,
          ours: 1 / of('scaling-policy').slope,
        },
      ];
    },
  },
  {
    id: 's4-overtraining',
    section: 'Figure B, left',
    what: 'training paid to save 1 OOM of inference by overtraining',
    article: '2 OOM (Figure B); the summary table ends at 0.7 saved for 1.2 paid',
    how: 'theory: slope of the scaling-policy rung',
    tolerance: printed(0.05),
    reading: 'informal',
    why: 'The figure’s 2 : 1 is an illustration. The table’s spans exchange 1.71 : 1 and end at 0.7 OOM saved, so the full OOM of the figure lies beyond the span that the table allows.',
    compute() {
      const rung = of('scaling-policy');
      return [
        {
          what: 'training per OOM of inference',
          unit: 'OOM',
          article: 2,
          ours: 1 / rung.slope,
          reference: 1.2 / 0.7,
        },
        {
          what: 'most inference the rung saves',
          unit: 'OOM',
          article: 1,
          ours: rung.inference,
          reference: 0.7,
        },
      ];
    },
  },
  {
    id: 's4-resampling',
    section: 'Figure B, right',
    what: 'inference spent to save 1 OOM of training by resampling',
    article: '1.5 OOM',
    how: 'theory: slope of the expensive-verification rung',
    tolerance: printed(0.05),
    reading: 'stated',
    compute: () => [
      {
        what: 'inference per OOM of training',
        unit: 'OOM',
        article: 1.5,
        ours: of('expensive-verification').slope,
      },
    ],
  },
  {
    id: 's4-resampling-3',
    section: 'Figure B, caption',
    what: 'the same trade in the caption’s last sentence',
    article: 'a 1 OOM larger model is simulated with 3 OOM of additional inference',
    how: 'theory: the same slope; counted from the small model, whose query is ½ OOM cheaper by the √ rule',
    tolerance: printed(0.05),
    reading: 'informal',
    why: 'The caption gives 1.5 and 3 OOM for one trade. The summary table supports the first. Counted from the small model’s own query, √10 times cheaper, it is 1.95, with cheap verification 2.5; 3 comes out of neither.',
    compute() {
      const cheaper = Math.log10(queryCompute(1e24) / queryCompute(1e23));
      return [
        {
          what: 'from the large model',
          unit: 'OOM',
          article: 3,
          ours: of('expensive-verification').slope,
          reference: 1.45,
        },
        {
          what: 'from the small model',
          unit: 'OOM',
          article: 3,
          ours: of('expensive-verification').slope + cheaper,
          reference: 1.45 + 0.5,
        },
        {
          what: 'the same, cheap to verify',
          unit: 'OOM',
          article: 3,
          ours: of('cheap-verification').slope + cheaper,
          reference: 6 / 3 + 0.5,
        },
      ];
    },
  },
  {
    id: 's4-six-to-one',
    section: 'Summary figure',
    what: 'the region of efficient exchange',
    article: 'marginal exchange better than 6 to 1',
    how: 'theory: exchangeCounts, its two edges found by halving; every technique inside',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [
      { what: 'most inference per training', article: 6, ours: edge(1, 100) },
      { what: 'most training per inference', article: 6, ours: 1 / edge(1, 0) },
      {
        what: 'techniques of the table inside',
        article: 5,
        ours: summaryTable.filter(([, name]) => exchangeCounts(of(name).slope)).length,
      },
    ],
  },
  {
    id: 's4-six-to-one-scaling',
    section: 'Summary figure',
    what: 'the scaling-policy span derived from a scaling law',
    article: '1.2 OOM of training, 0.7 of inference',
    how: 'equal loss of Hoffmann et al. 2022 (α 0.34, β 0.28) up to a marginal exchange of 6 : 1 (root)',
    tex: String.raw`L = E + \frac{A}{N^{\alpha}} + \frac{B}{D^{\beta}}`,
    tolerance: { absolute: 0.15, reason: 'one digit printed, and another fit of the law than the article’s' },
    reading: 'stated',
    compute() {
      const { saved, paid } = overtrained(brent((x) => marginalExchange(x) - 6, 0, 0.95));
      return [
        training('at 6 : 1', 1.2, paid),
        { what: 'at 6 : 1: inference', unit: 'OOM', article: 0.7, ours: saved },
      ];
    },
  },
];
