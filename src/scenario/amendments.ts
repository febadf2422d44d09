import type { Scenario, Variant } from './types.ts';

/** What may change while a run goes on. */

/** Words change nothing in a run: what is left is what does. */
const run = ({ seed, clock, economy, groups, variants }: Scenario) => ({
  seed,
  clock,
  economy,
  groups,
  variants,
});

/** Do two scenarios differ in nothing but words (name, title, what to look for, units)? Then their runs are one. */
export function haveSameRun(a: Scenario, b: Scenario): boolean {
  return a === b || JSON.stringify(run(a)) === JSON.stringify(run(b));
}

const withoutEnd = ({ name, from, set }: Variant): Variant => {
  const { 'clock.until': _, ...rest } = set;
  return { name, from, set: rest };
};

/** Do they differ in nothing but words and the end of the run? Then one run is the beginning of the other. */
export function isAmendment(a: Scenario, b: Scenario): boolean {
  const endless = (of: Scenario) => {
    const { until: _, ...clock } = of.clock;
    return JSON.stringify({ ...run(of), clock, variants: of.variants.map(withoutEnd) });
  };
  return a === b || endless(a) === endless(b);
}
