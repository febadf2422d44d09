// The table of reinvestment rules: one row each. They run after the split is decided, for revenue depends on it.
import { REINVEST_CONSTANT, REINVEST_HURDLE, REINVEST_PAYOUT } from '../state/layout';
import { reinvestConstant } from './constant';
import { reinvestByHurdle } from './hurdle';
import { reinvestAfterPayout } from './payout';

export function reinvestBy(rule: i32): void {
  if (rule == REINVEST_CONSTANT) reinvestConstant();
  else if (rule == REINVEST_HURDLE) reinvestByHurdle();
  else if (rule == REINVEST_PAYOUT) reinvestAfterPayout();
  else unreachable();
}
