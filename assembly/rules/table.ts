// The rule table: one row a rule. A new rule is one file beside this one, its number in state/layout.ts, and a row here.
import {
  RULE_BEST_RESPONSE,
  RULE_FIXED,
  RULE_FREE_RIDE,
  RULE_HILL_CLIMB,
  RULE_IMITATE,
  RULE_PARITY,
  RULE_Q_LEARNING,
  RULE_RACE,
  RULE_RANDOM_WALK,
  RULE_RECEDING_HORIZON,
  RULE_TURNPIKE,
} from '../state/layout';
import { bestResponse } from './bestResponse';
import { fixed } from './fixed';
import { freeRide } from './freeRide';
import { HILL_CLIMB_REMEMBERS, hillClimb } from './hillClimb';
import { IMITATE_REMEMBERS, imitate } from './imitate';
import { parity } from './parity';
import { Q_LEARNING_REMEMBERS, qLearning } from './qLearning';
import { race } from './race';
import { randomWalk } from './randomWalk';
import { recedingHorizon } from './recedingHorizon';
import { turnpike } from './turnpike';

/** Lets the group in the frame decide by the given rule. */
export function decideBy(rule: i32): void {
  if (rule == RULE_FIXED) fixed();
  else if (rule == RULE_PARITY) parity();
  else if (rule == RULE_TURNPIKE) turnpike();
  else if (rule == RULE_RECEDING_HORIZON) recedingHorizon();
  else if (rule == RULE_RANDOM_WALK) randomWalk();
  else if (rule == RULE_HILL_CLIMB) hillClimb();
  else if (rule == RULE_IMITATE) imitate();
  else if (rule == RULE_RACE) race();
  else if (rule == RULE_FREE_RIDE) freeRide();
  else if (rule == RULE_BEST_RESPONSE) bestResponse();
  else if (rule == RULE_Q_LEARNING) qLearning();
  else unreachable();
}

/** Does a lab by this rule keep the split of its first tick for ever? Ensembles need not ask it again. */
export function standsStill(rule: i32): bool {
  return rule == RULE_FIXED || rule == RULE_PARITY;
}

/** f64 that a rule remembers for each lab (memory starts at 0 and is part of the state). */
export function remembers(rule: i32): i32 {
  if (rule == RULE_HILL_CLIMB) return HILL_CLIMB_REMEMBERS;
  if (rule == RULE_IMITATE) return IMITATE_REMEMBERS;
  if (rule == RULE_Q_LEARNING) return Q_LEARNING_REMEMBERS;
  return 0;
}

/** Does the rule look at how labs grew in the last tick? */
export function watchesGrowth(rule: i32): bool {
  return rule == RULE_HILL_CLIMB || rule == RULE_IMITATE || rule == RULE_Q_LEARNING;
}
