// Constant reinvestment: the share s of revenue buys chips, at every tick.

import { count, group, S } from '../rules/frame';
import { GROUP_S } from '../state/layout';
import { groupField } from '../state/memory';

export function reinvestConstant(): void {
  const s = groupField(group, GROUP_S);
  for (let i = 0; i < count; i++) store<f64>(S + ((<usize>i) << 3), s);
}
