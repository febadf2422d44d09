/**
 * A technique of S4 ("Trading off compute in training and inference"): a way to save inference by training more, or the
 * reverse, at constant performance.
 */
export interface Technique {
  /** As written in a scenario. */
  id: TechniqueId;
  label: string;
  /** Max span of the tradeoff in training compute, orders of magnitude (OOM). */
  training: number;
  /** Max span in inference compute, OOM. */
  inference: number;
  /** What each OOM of training compute beyond S4's models adds: to the spans, OOM; to the slope inference/training. */
  perOom: { training?: number; inference?: number; slope?: number };
  /** Whether the span vanishes as performance becomes perfect. */
  endsWhenPerfect: boolean;
  /** Techniques it cannot be combined with: the same mechanism of action. */
  interferesWith: readonly TechniqueId[];
  /** What it does, in one sentence. */
  sentence: string;
  source: string;
}

export type TechniqueId =
  | 'scaling-policy'
  | 'mcts'
  | 'pruning'
  | 'cheap-verification'
  | 'expensive-verification';

const technique = (
  given: Omit<Technique, 'perOom' | 'endsWhenPerfect' | 'interferesWith'> & Partial<Technique>,
): Technique => ({ perOom: {}, endsWhenPerfect: false, interferesWith: [], ...given });

/**
 * The table of techniques: S4's summary table. Overtraining is the scaling policy varied towards more training. That cheap
 * and expensive verification exclude each other is our reading: both are repeated sampling, and a task is either cheap to
 * verify or not.
 */
export const techniques: readonly Technique[] = [
  technique({
    id: 'scaling-policy',
    label: 'Varying scaling policy (overtraining)',
    training: 1.2,
    inference: 0.7,
    interferesWith: ['pruning'],
    sentence: 'A smaller model trained on more data: 1.2 OOM of training for 0.7 of inference.',
    source: 'S4 summary table, footnote 13',
  }),
  technique({
    id: 'mcts',
    label: 'Monte Carlo tree search',
    training: 1.6,
    inference: 1.6,
    endsWhenPerfect: true,
    sentence: 'Search that better training makes superfluous: 1.6 OOM for 1.6, up to perfect performance.',
    source: 'S4 summary table',
  }),
  technique({
    id: 'pruning',
    label: 'Pruning',
    training: 1,
    inference: 1,
    perOom: { inference: 0.08, slope: 0.5 },
    interferesWith: ['scaling-policy'],
    sentence: 'A larger model cut down after training: 1 OOM for 1, better with scale.',
    source: 'S4 summary table, footnotes 4 and 13',
  }),
  technique({
    id: 'cheap-verification',
    label: 'Repeated sampling, cheap verification',
    training: 3,
    inference: 6,
    perOom: { training: 0.75, inference: 0.75 },
    interferesWith: ['expensive-verification'],
    sentence:
      'Attempts that training saves, where a right one shows at once: 3 OOM for 6, longer with scale.',
    source: 'S4 summary table, footnotes 5 and 6',
  }),
  technique({
    id: 'expensive-verification',
    label: 'Repeated sampling, expensive verification',
    training: 1,
    inference: 1.45,
    interferesWith: ['cheap-verification'],
    sentence: 'Attempts that training saves, where judging them costs too: 1 OOM for 1.45.',
    source: 'S4 summary table',
  }),
];

/** What S4 also names and no ladder can hold, each with the reason. */
export const noTechniques: Readonly<Record<string, string>> = {
  'chain-of-thought':
    'chain of thought is either used or not (S4, footnote 7): it has no continuous span to trade along',
};

/** The technique with this id. RangeError if there is none. */
export function techniqueOf(id: string): Technique {
  const row = techniques.find((candidate) => candidate.id === id);
  if (!row)
    throw new RangeError(`technique: got "${id}"; allowed: ${techniques.map((t) => t.id).join(', ')}`);
  return row;
}
