// Fixed split: the same q at every tick.
import { GROUP_RULE_PARAMETER } from '../state/layout';
import { groupField } from '../state/memory';
import { bytes, group, Q } from './frame';

export function fixed(): void {
  const q = f64x2.splat(groupField(group, GROUP_RULE_PARAMETER));
  let at: usize = 0;
  do {
    v128.store(Q + at, q);
    at += 16;
  } while (at < bytes);
}
