// The core's whole export surface. Host side: src/core.
import { findStanding } from './decide';
import { assignLanes } from './ensemble/advanceEach';
import { isWaiting, waitForBase } from './fork';
import { initialise } from './initial/initialise';
import { columnsNeeded } from './integrate/method';
import { setReferenceOutput } from './integrate/reference';
import { anchor } from './market/ladder';
import { deployAll } from './market/releases';
import { account, clearRows, recordRow } from './measure/account';
import { startGrowth } from './measure/growth';
import { memoriesNeeded } from './rules/memory';
import { ECONOMY_GENERAL, ECONOMY_WATCHED } from './state/layout';
import { economyCount, economyField, groupCount, reserveLabs } from './state/memory';

export { advanceEach, substepsLeft } from './ensemble/advanceEach';
export { remaining } from './integrate/remaining';
export { clearRows, firstNonFinite, rowsUsed } from './measure/account';
export { stateHash } from './measure/hash';
export { packPoints } from './measure/points';
export * from './state/layout';
export {
  columnBytes,
  columnCount,
  economies,
  groups,
  labs,
  lists,
  memories,
  memoryBytes,
  points,
  reserve,
  rowStride,
  rows,
  slots,
} from './state/memory';
export { advance } from './tick';

/**
 * Reserves the lab columns the tables ask for, draws the initial state, observes it and records one row an economy.
 * False if the memory cannot be had.
 */
export function start(): bool {
  if (reserveLabs(columnsNeeded(), memoriesNeeded()) == 0) return false;
  clearRows();
  initialise();
  for (let g = 0; g < groupCount; g++) anchor(g);
  for (let e = 0; e < economyCount; e++) if (economyField(e, ECONOMY_GENERAL) != 0) deployAll(e);
  setReferenceOutput();
  waitForBase();
  assignLanes();
  findStanding();
  for (let e = 0; e < economyCount; e++) {
    account(e, 0);
    if (economyField(e, ECONOMY_WATCHED) != 0) startGrowth(e);
    if (!isWaiting(e)) recordRow(e);
  }
  return true;
}
