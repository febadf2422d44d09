import type { Scenario, Variant } from './types.ts';

/** Words, and the end of the run: what may change while a run goes on, since no tick before the end depends on it. */

const untilPath = 'clock.until';

const withoutEnd = ({ name, from, set }: Variant): Variant => {
  const { [untilPath]: _, ...rest } = set;
  return { name, from, set: rest };
};

/** What makes the ticks what they are. */
function essence({ seed, clock, economy, groups, variants }: Scenario): string {
  const { until, ...ticks } = clock;
  return JSON.stringify([seed, ticks, economy, groups, variants.map(withoutEnd)]);
}

/** Do two scenarios differ in nothing but words (name, title, what to look for, units) and the end of the run? */
export function isAmendment(from: Scenario, to: Scenario): boolean {
  return from === to || essence(from) === essence(to);
}
