// The reference output of the demand curve: total Y at t = 0, with the splits the labs choose for their first tick.
import { lengthOf } from '../clock';
import { decide } from '../decide';
import { keepStart } from '../market/lag';
import { account } from '../measure/account';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_STAGE_K,
  COLUMN_STAGE_T,
  COLUMN_T,
  ECONOMY_ELASTICITY,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_Y_REF,
} from '../state/layout';
import { columnOf, economyCount, economyField, paddedBytes, setEconomyField } from '../state/memory';
import { produceAll } from './rates';

export function setReferenceOutput(): void {
  for (let e = 0; e < economyCount; e++) {
    if (economyField(e, ECONOMY_ELASTICITY) == Infinity) continue;
    const first = <i32>economyField(e, ECONOMY_FIRST_GROUP);
    const last = first + <i32>economyField(e, ECONOMY_GROUPS);
    account(e, 0);
    decide(e, lengthOf(e));
    keepStart(e);
    for (let g = first; g < last; g++) {
      memory.copy(columnOf(COLUMN_STAGE_K, g), columnOf(COLUMN_K, g), paddedBytes(g));
      memory.copy(columnOf(COLUMN_STAGE_T, g), columnOf(COLUMN_T, g), paddedBytes(g));
    }
    setEconomyField(e, ECONOMY_Y_REF, produceAll(e, first, last, 0));
    // The first tick decides again, from the same state, by the same draws.
    for (let g = first; g < last; g++) memory.fill(columnOf(COLUMN_Q, g), 0, paddedBytes(g));
  }
}
