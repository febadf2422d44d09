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
import {
  columnOf,
  economyCount,
  economyField,
  economyInteger,
  paddedBytes,
  setEconomyField,
} from '../state/memory';
import { produceAll } from './rates';

const PASSES: i32 = 20;
/** Relative change of the reference from one pass to the next at which it has settled. */
const SETTLED: f64 = 1e-12;

export function setReferenceOutput(): void {
  for (let e = 0; e < economyCount; e++) {
    if (economyField(e, ECONOMY_ELASTICITY) == Infinity) continue;
    const first = economyInteger(e, ECONOMY_FIRST_GROUP);
    const last = first + economyInteger(e, ECONOMY_GROUPS);
    account(e, 0);
    setEconomyField(e, ECONOMY_Y_REF, 0);
    // Labs that foresee prices decide by the reference that their splits make: it settles, by two digits or more a pass.
    for (let pass = 0; pass < PASSES; pass++) {
      // Each pass decides from the same state, by the same draws, as the first tick will again.
      for (let g = first; g < last; g++) memory.fill(columnOf(COLUMN_Q, g), 0, paddedBytes(g));
      decide(e, lengthOf(e));
      keepStart(e);
      for (let g = first; g < last; g++) {
        memory.copy(columnOf(COLUMN_STAGE_K, g), columnOf(COLUMN_K, g), paddedBytes(g));
        memory.copy(columnOf(COLUMN_STAGE_T, g), columnOf(COLUMN_T, g), paddedBytes(g));
      }
      const before = economyField(e, ECONOMY_Y_REF);
      setEconomyField(e, ECONOMY_Y_REF, produceAll(e, first, last, 0));
      if (abs(economyField(e, ECONOMY_Y_REF) - before) <= SETTLED * before) break;
    }
    for (let g = first; g < last; g++) memory.fill(columnOf(COLUMN_Q, g), 0, paddedBytes(g));
  }
}
