import type { ParameterRow } from '../../../src/scenario/parameters.ts';
import type { Variant } from '../../../src/scenario/types.ts';

/** Rows whose change needs no new start: words, and the end of the run. */
export function isLive({ scope, kind, id }: ParameterRow): boolean {
  return id === 'until' || scope === 'units' || (scope === 'scenario' && kind === 'text');
}

/** What is settled at t = 0, so that no fork can change it. */
const settled = ['group', 'count', 'K0', 'T0', 'h'];

/** When a change of a row takes hold, in words, for the base (null) or a variant. */
export function takesEffectText(row: ParameterRow, variant: Variant | null): string {
  if (isLive(row)) return 'at once; the run goes on where it is';
  if (variant && variant.from > 0)
    return settled.includes(row.id)
      ? 'not in a fork: it is settled at t = 0'
      : 'from the fork on; the base is not touched';
  if (row.id === 'seed' || settled.includes(row.id)) return 'with a new start at t = 0';
  return 'with a new start at t = 0; to change it under way, fork';
}
