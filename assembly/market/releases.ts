// Model releases: training accrues, but what serves is the deployed model, renewed every so many ticks or when T grew by
// a factor since the last release.
import {
  COLUMN_DEPLOYED,
  COLUMN_STAGE_T,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  ECONOMY_TICK,
  GROUP_RELEASE_GROWTH,
  GROUP_RELEASE_TICKS,
} from '../state/layout';
import { columnOf, economyField, economyInteger, groupField, paddedBytes } from '../state/memory';

/** Does the group deploy by release, not continuously? */
export function releases(g: i32): bool {
  return groupField(g, GROUP_RELEASE_TICKS) != 0 || groupField(g, GROUP_RELEASE_GROWTH) != Infinity;
}

/** The training that a group's labs serve with at a stage. */
export function servedColumn(g: i32): usize {
  return columnOf(releases(g) ? COLUMN_DEPLOYED : COLUMN_STAGE_T, g);
}

/** At t = 0 everybody has just released. */
export function deployAll(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    memory.copy(columnOf(COLUMN_DEPLOYED, g), columnOf(COLUMN_T, g), paddedBytes(g));
  }
}

/** At a tick's start: labs whose time has come deploy what they have trained. */
export function release(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const tick = economyField(economy, ECONOMY_TICK);
  for (let g = first; g < last; g++) {
    if (!releases(g)) continue;
    const every = groupField(g, GROUP_RELEASE_TICKS);
    const due = every != 0 && tick % every == 0;
    const factor = groupField(g, GROUP_RELEASE_GROWTH);
    const T = columnOf(COLUMN_T, g);
    const deployed = columnOf(COLUMN_DEPLOYED, g);
    const bytes = paddedBytes(g);
    for (let at: usize = 0; at < bytes; at += 8) {
      const now = load<f64>(T + at);
      if (due || now >= factor * load<f64>(deployed + at)) store<f64>(deployed + at, now);
    }
  }
}
