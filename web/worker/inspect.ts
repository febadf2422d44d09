import type { Inspection } from '../shared/protocol.ts';
import { reasonFor } from './reasons/index.ts';
import type { Decision } from './reasons/reason.ts';
import type { PinnedLab } from './run/pinnedLab.ts';
import type { Run } from './run/run.ts';

/** A tick's end this near to the end of the run, in h, is the end: as the core has it. */
const SLACK = 1e-9;

/** The last decision of a pinned lab; null where it made none, or the tick was not watched. */
export function decisionOf({ before, now, economy, place }: PinnedLab): Decision | null {
  if (!before) return null;
  const { h, until } = economy.spec.clock;
  const rest = until - before.tick * h;
  return {
    before,
    after: now,
    spec: economy.spec,
    group: economy.spec.groups[place.group],
    at: place,
    h: rest < h * (1 + SLACK) ? rest : h,
  };
}

/** The pinned lab of a run, as of its last completed tick; null if there is none. */
export function inspectionOf({ pinned, simulation }: Run): Inspection | null {
  if (!pinned) return null;
  const { place, economy, group, now, track } = pinned;
  const decision = decisionOf(pinned);
  return {
    place,
    title:
      group.count > 1
        ? `${group.name}, lab ${place.lab + 1} of ${group.count.toLocaleString('en')}`
        : group.name,
    economy: simulation.economies.length > 1 ? economy.name : null,
    rule: economy.spec.groups[place.group].rule.type,
    t: now.t,
    K: now.K,
    T: now.T,
    q: now.t > 0 ? now.q : null,
    cHat: now.cHat,
    why: decision ? reasonFor(decision) : { words: undecided(pinned), figures: [] },
    history: track.columns(),
    since: pinned.since ?? now.t,
  };
}

function undecided({ economy, now }: PinnedLab): string {
  if (economy.status === 'waiting') return 'Its economy is still the base: it decides from the fork on.';
  return now.t === 0 ? 'It decides when the first tick begins.' : 'The next tick will tell.';
}
