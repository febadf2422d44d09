import { quantityText } from '../../shared/quantity.ts';
import { hillClimb, imitate, qLearning } from './learning.ts';
import { fixed, parity, randomWalk, recedingHorizon, turnpike } from './planning.ts';
import { bestResponse, freeRide, race } from './reacting.ts';
import type { Decision, Reason, ReasonRow } from './reason.ts';

/** Why a lab chose its q, a row a rule, by rule id. A rule without a row is told by what the lab sees. */
export const reasons: Readonly<Record<string, ReasonRow>> = {
  fixed,
  parity,
  turnpike,
  recedingHorizon,
  randomWalk,
  hillClimb,
  imitate,
  race,
  freeRide,
  bestResponse,
  qLearning,
};

/** Numbers that a rule remembers of a lab. */
export const remembersOf = (rule: string): number => reasons[rule]?.remembers ?? 0;

/** Below this a difference of q is rounding: the core's own powers against the host's. */
const ROUNDING = 1e-9;

/** The reason for a decision, with what its hand made of it. */
export function reasonFor(decision: Decision): Reason {
  const { before, after, group } = decision;
  if (!(after.K > 0)) return { words: 'This place is empty: the lab has left.', figures: [], wanted: null };
  if (!(before.K > 0))
    return { words: 'It has just entered and decided with what it brought.', figures: [], wanted: null };
  const row = reasons[group.rule.type];
  if (!row) return sight(decision);
  const reason = row.tell(decision);
  if (reason.wanted === null || group.noise === 0 || Math.abs(after.q - reason.wanted) <= ROUNDING)
    return reason;
  const missed = `Its hand shook: ${quantityText(reason.wanted, 3)} became ${quantityText(after.q, 3)}.`;
  return { ...reason, words: `${reason.words} ${missed}` };
}

function sight({ before }: Decision): Reason {
  return {
    words: 'Its rule gives no account of itself. This is what it saw.',
    figures: [
      { label: 'K', value: quantityText(before.K) },
      { label: 'T', value: quantityText(before.T) },
      { label: 'T of all', value: quantityText(before.totalT) },
    ],
    wanted: null,
  };
}
