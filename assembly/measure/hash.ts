// The state hash: XXH64 (seed 0) over tick and time, then K, T, q, s of each lab in order of groups and labs;
// tick as u64, the rest as little-endian f64 with −0 as 0. A mechanism or rule with a state of its own adds it for each lab
// of the groups that use it: the deployed training, cash, where the rungs of its ladder end, what the rule remembers.
import { rungEnds, rungsOf } from '../market/ladder';
import { releases } from '../market/releases';
import { hashDigest, hashF64, hashReset, hashWord } from '../random/xxhash64';
import { memoryColumn } from '../rules/memory';
import { remembers } from '../rules/table';
import {
  COLUMN_CASH,
  COLUMN_DEPLOYED,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  GROUP_COUNT,
  GROUP_CREDIT,
  GROUP_RULE,
} from '../state/layout';
import { columnOf, economyField, economyInteger, groupField, groupInteger } from '../state/memory';

export function stateHash(economy: i32): u64 {
  hashReset(0);
  hashWord(<u64>economyField(economy, ECONOMY_TICK));
  hashF64(economyField(economy, ECONOMY_TIME));
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const bytes = (<usize>groupInteger(g, GROUP_COUNT)) << 3;
    const isReleasing = releases(g);
    const canLeave = groupField(g, GROUP_CREDIT) != Infinity;
    const rungs = rungsOf(g);
    const remembered = remembers(groupInteger(g, GROUP_RULE));
    const K = columnOf(COLUMN_K, g);
    const T = columnOf(COLUMN_T, g);
    const Q = columnOf(COLUMN_Q, g);
    const S = columnOf(COLUMN_S, g);
    for (let at: usize = 0; at < bytes; at += 8) {
      hashF64(load<f64>(K + at));
      hashF64(load<f64>(T + at));
      hashF64(load<f64>(Q + at));
      hashF64(load<f64>(S + at));
      if (isReleasing) hashF64(load<f64>(columnOf(COLUMN_DEPLOYED, g) + at));
      if (canLeave) hashF64(load<f64>(columnOf(COLUMN_CASH, g) + at));
      for (let r = 0; r < rungs; r++) hashF64(load<f64>(rungEnds(g, r) + at));
      for (let field = 0; field < remembered; field++) hashF64(load<f64>(memoryColumn(g, field) + at));
    }
  }
  return hashDigest();
}
