// The core's whole export surface. Host side: src/core.
import { initialise } from './initial/initialise';
import { account, clearRows, recordRow } from './measure/account';
import { economyCount } from './state/memory';

export { remaining } from './integrate/remaining';
export { clearRows, firstNonFinite, rowsUsed } from './measure/account';
export { stateHash } from './measure/hash';
export { packPoints } from './measure/points';
export * from './state/layout';
export {
  columnBytes,
  economies,
  groups,
  labs,
  lists,
  points,
  reserve,
  rowStride,
  rows,
  setSeed,
  slots,
} from './state/memory';
export { advance } from './tick';

/** Draws the initial state from the tables the host has written, observes it and records one row an economy. */
export function start(): void {
  clearRows();
  initialise();
  for (let e = 0; e < economyCount; e++) {
    account(e);
    recordRow(e);
  }
}
