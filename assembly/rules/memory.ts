// What rules remember from tick to tick, and what else only some groups keep: a region of its own behind the lab columns. Field f of lab i of a group is at
// memory + (f·slots + i)·8, slots being the padded size of the group: columns again, so rules stay batches.
import { ladderNeeded } from '../market/ladder';
import { historyNeeded } from '../market/lag';
import { GROUP_MEMORY, GROUP_RULE } from '../state/layout';
import {
  economyCount,
  groupCount,
  groupInteger,
  memories,
  paddedBytes,
  setGroupField,
} from '../state/memory';
import { remembers } from './table';

/**
 * Gives every group's memory and ladder (market/ladder.ts), and every economy's history (market/lag.ts), its place in the
 * region; returns the region's bytes.
 */
export function memoriesNeeded(): usize {
  let bytes: usize = 0;
  for (let g = 0; g < groupCount; g++) {
    setGroupField(g, GROUP_MEMORY, <f64>bytes);
    bytes += paddedBytes(g) * <usize>remembers(groupInteger(g, GROUP_RULE));
    bytes += ladderNeeded(g, bytes);
  }
  for (let e = 0; e < economyCount; e++) bytes += historyNeeded(e, bytes);
  return bytes;
}

/** Address of a group's remembered field. */
export function memoryColumn(group: i32, field: i32): usize {
  return memories + <usize>groupInteger(group, GROUP_MEMORY) + paddedBytes(group) * <usize>field;
}
