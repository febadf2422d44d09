// Execution noise: what a lab does is its rule's q plus noise·N(0,1), reflected at 0 and 1. Reflected, not clamped, so that
// a rule that wants q = 0 or 1 trembles too instead of standing still half of the time.
import { normal } from '../random/draw';
import { NOISE } from '../random/purpose';
import { GROUP_NOISE } from '../state/layout';
import { groupField, seedHigh, seedLow } from '../state/memory';
import { count, group, groupId, Q, tick } from './frame';
import { reflect } from './reflect';

export function addNoise(): void {
  const noise = groupField(group, GROUP_NOISE);
  if (noise == 0) return;
  for (let i = 0; i < count; i++) {
    const at = Q + ((<usize>i) << 3);
    const trembled = load<f64>(at) + noise * normal(seedLow, seedHigh, tick, <u32>i, groupId, NOISE, 0);
    store<f64>(at, reflect(trembled));
  }
}
