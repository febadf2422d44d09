// The rule table: one row a rule. A new rule is one file beside this one, its number in state/layout.ts, and a row here.
import {
  RULE_FIXED,
  RULE_PARITY,
  RULE_RANDOM_WALK,
  RULE_RECEDING_HORIZON,
  RULE_TURNPIKE,
} from '../state/layout';
import { fixed } from './fixed';
import { parity } from './parity';
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
  else unreachable();
}
