import { fields, finite, nonNegative, positive, refusal } from './domain.ts';

/** The techniques of S4's summary table, by the names Turnpike uses. */
export type TechniqueName =
  | 'scaling-policy'
  | 'mcts'
  | 'pruning'
  | 'cheap-verification'
  | 'expensive-verification'
  | 'chain-of-thought';

/** One row of S4's table ("Trading off compute in training and inference"). */
export interface Technique {
  readonly name: TechniqueName;
  /** Max span of the tradeoff in training compute, OOM; null: no continuous span. */
  readonly training: number | null;
  /** Max span in inference compute, OOM; null: no continuous span. */
  readonly inference: number | null;
  /** OOMs of inference exchanged for one of training, inference/training: the local c. */
  readonly slope: number | null;
  /** Growth of the spans, OOM, per OOM of training compute (S4, footnotes 4 and 6). */
  readonly perOom: { readonly training?: number; readonly inference?: number; readonly slope?: number };
  /** Whether the span vanishes as performance becomes perfect. */
  readonly vanishesWhenPerfect: boolean;
  /** Techniques it cannot be combined with: the same mechanism of action. */
  readonly interferesWith: readonly TechniqueName[];
  readonly source: string;
}

const row = (
  name: TechniqueName,
  training: number | null,
  inference: number | null,
  source: string,
  rest: Partial<Technique> = {},
): Technique => ({
  name,
  training,
  inference,
  slope: training === null || inference === null ? null : inference / training,
  perOom: {},
  vanishesWhenPerfect: false,
  interferesWith: [],
  source,
  ...rest,
});

/**
 * S4's summary table. The slope is the quotient of the two spans (0.583, often rounded to 0.58), so that a
 * whole rung exchanges exactly the spans of the table. Overtraining is the scaling policy varied towards more
 * training. That cheap and expensive verification exclude each other is our reading: both are repeated
 * sampling, and a task is either cheap to verify or not.
 */
export const TECHNIQUES: readonly Technique[] = [
  row('scaling-policy', 1.2, 0.7, 'S4 summary table', { interferesWith: ['pruning'] }),
  row('mcts', 1.6, 1.6, 'S4 summary table', { vanishesWhenPerfect: true }),
  row('pruning', 1, 1, 'S4 summary table, footnotes 4 and 13', {
    perOom: { inference: 0.08, slope: 0.5 },
    interferesWith: ['scaling-policy'],
  }),
  row('cheap-verification', 3, 6, 'S4 summary table, footnotes 5 and 6', {
    perOom: { training: 0.75, inference: 0.75 },
    interferesWith: ['expensive-verification'],
  }),
  row('expensive-verification', 1, 1.45, 'S4 summary table', { interferesWith: ['cheap-verification'] }),
  row('chain-of-thought', null, null, 'S4 summary table, footnote 7'),
];

/** A stretch of the ladder: over `span` OOMs of training each OOM saves `slope` OOMs of inference. */
export interface Rung {
  /** Local c; 0 or more. */
  readonly slope: number;
  /** OOMs of training; above 0, Infinity for a rung without end. */
  readonly span: number;
  /** T at which the rung ends at the latest (one that starts beyond it has no length); none when left out. */
  readonly limit?: number;
}

/** Where a technique is used: how far training has come since the models S4 looked at. */
export interface Scale {
  /** OOMs of training compute beyond S4's models (negative: before them); 0 when left out. */
  readonly ooms?: number;
  /** OOMs of training left before performance is perfect; Infinity when left out. A parameter of ours. */
  readonly toPerfect?: number;
}

export function techniqueNamed(name: TechniqueName): Technique {
  const found = TECHNIQUES.find((technique) => technique.name === name);
  if (found === undefined) throw refusal('technique', name, TECHNIQUES.map((t) => t.name).join(', '));
  return found;
}

/**
 * The rung a technique gives at a scale, null where it gives none. With x OOMs of training beyond S4's models:
 *   pruning: inference span 1 + 0.08x, slope 1 + 0.5x ("efficiency", the ratio of inference saved to training
 *   paid), so its training span is their quotient;
 *   cheap verification: both spans +0.75x, slope their quotient;
 *   MCTS: training span at most what is left before performance is perfect (S4: it "suddenly approaches 0"),
 *   at slope 1: a rung cannot lead past perfection.
 * None where a span is not above 0, and none where the exchange is no better than 6:1 (exchangeCounts()).
 * Source: S4 summary table and footnotes. Domain: ooms finite, toPerfect ≥ 0.
 */
export function techniqueRung(name: TechniqueName, scale: Scale = {}): Rung | null {
  const { training, inference, slope, perOom, vanishesWhenPerfect } = techniqueNamed(name);
  const { ooms = 0, toPerfect = Number.POSITIVE_INFINITY } = fields(scale, 'scale');
  finite('ooms', ooms);
  if (toPerfect !== Number.POSITIVE_INFINITY) nonNegative('toPerfect', toPerfect);
  if (training === null || inference === null || slope === null) return null;
  const saved = inference + (perOom.inference ?? 0) * ooms;
  const steepness =
    perOom.slope === undefined
      ? saved / (training + (perOom.training ?? 0) * ooms)
      : slope + perOom.slope * ooms;
  if (!(saved > 0 && steepness > 0) || !exchangeCounts(steepness)) return null;
  const span = Math.min(saved / steepness, vanishesWhenPerfect ? toPerfect : Number.POSITIVE_INFINITY);
  return span > 0 ? { slope: steepness, span } : null;
}

/**
 * S4's span of efficient exchange: an exchange counts only where it is better than 6 OOMs of one kind of
 * compute for one of the other, 1/6 < slope < 6. Domain: slope ≥ 0.
 */
export function exchangeCounts(slope: number): boolean {
  nonNegative('slope', slope);
  return slope < 6 && slope > 1 / 6;
}

/**
 * S4's rule of thumb for one query: inference FLOP ≈ √(training FLOP). Its example, GPT-3: 3e23 FLOP of
 * training; the rule says 5.5e11, the article 3e11 (so that training equals 1e12 queries): the rule holds
 * "with significant variability". Domain: training > 0, FLOP.
 */
export function queryCompute(training: number): number {
  return Math.sqrt(positive('training', training));
}
