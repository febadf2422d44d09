import type { Row } from '../row.ts';
import { ROUNDING } from '../tolerances.ts';
import { together, training } from './s4-spans.ts';

/** Of techniques used together. */
export const rows: readonly Row[] = [
  {
    id: 's4-stacking',
    section: 'Combining techniques',
    what: 'two techniques that work differently add up',
    article: '1 OOM each: 2 OOM together; in general 2–3',
    how: 'theory: combinedRungs, log G over them',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [
      training(
        'pruning and expensive verification',
        2,
        together('pruning', 'expensive-verification').training,
      ),
      training('overtraining and MCTS', [2, 3], together('scaling-policy', 'mcts').training),
      training('MCTS and pruning', [2, 3], together('mcts', 'pruning').training),
    ],
  },
  {
    id: 's4-interference',
    section: 'Combining techniques, note 13',
    what: 'two that share a mechanism do not',
    article: 'overtraining and pruning likely cannot be combined effectively',
    how: 'theory: combinedRungs; the better one alone',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [
      training('overtraining and pruning', 1, together('scaling-policy', 'pruning').training),
      {
        what: 'the same: inference',
        unit: 'OOM',
        article: 1,
        ours: together('scaling-policy', 'pruning').inference,
      },
    ],
  },
  {
    id: 's4-more-than-two',
    section: 'Combining techniques, note 14',
    what: 'three rarely help, unless verification is cheap',
    article: 'up to 2–3 OOM together; 6 OOM or more with cheap verification',
    how: 'theory: combinedRungs of three, and with cheap verification',
    tolerance: ROUNDING,
    reading: 'stated',
    compute: () => [
      training(
        'overtraining, MCTS, expensive verification',
        [2, 3],
        together('scaling-policy', 'mcts', 'expensive-verification').training,
      ),
      {
        what: 'MCTS and cheap verification: inference',
        unit: 'OOM',
        article: [6, Number.POSITIVE_INFINITY] as const,
        ours: together('mcts', 'cheap-verification').inference,
      },
    ],
  },
];
