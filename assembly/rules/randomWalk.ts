// Random walk: q moves by volatility·√h·N(0,1) a tick and is reflected at 0 and 1. The null model of a lab without a plan.
import { normal } from '../random/draw';
import { RULE } from '../random/purpose';
import { GROUP_RULE_PARAMETER } from '../state/layout';
import { groupField, seedHigh, seedLow } from '../state/memory';
import { count, group, groupId, h, Q, tick } from './frame';
import { reflect } from './reflect';

export function randomWalk(): void {
  const start = groupField(group, GROUP_RULE_PARAMETER);
  const spread = groupField(group, GROUP_RULE_PARAMETER + 1) * sqrt(h);
  for (let i = 0; i < count; i++) {
    const at = Q + ((<usize>i) << 3);
    const q = tick == 0 ? start : load<f64>(at);
    store<f64>(at, reflect(q + spread * normal(seedLow, seedHigh, tick, <u32>i, groupId, RULE, 0)));
  }
}
