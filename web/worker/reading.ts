import { measureTable, projectedBlowUp, type Watch } from '../../src/measure/index.ts';
import type { EconomySummary } from '../shared/protocol.ts';
import type { Run } from './run/run.ts';

/** What measures say of one economy. */
export type Reading = Pick<EconomySummary, 'measures' | 'lorenzK' | 'lorenzT' | 'regrets'>;

const nullIfNone = (x: number): number | null => (Number.isNaN(x) ? null : x);

function readingOf(watch: Watch, projected: number | undefined): Reading {
  const look = watch.look(projected);
  return {
    measures: measureTable.map((measure) => nullIfNone(measure.of(look))),
    lorenzK: look.lorenzK.curve,
    lorenzT: look.lorenzT.curve,
    regrets: watch.economy.groups.map((_, group) => nullIfNone(watch.regret(group))),
  };
}

/**
 * before: what was read last; it stands while an economy is inside a tick, where labs are between two states. projections: as
 * they were asked for last, if they were: every lab is asked for them, so not twice.
 */
export const readingsOf = (
  run: Run,
  before: readonly Reading[],
  projections: readonly number[] = [],
): Reading[] =>
  run.watches.map((watch, index) =>
    watch.economy.isInsideTick && before[index] ? before[index] : readingOf(watch, projections[index]),
  );

/** When each economy would blow up if every lab kept its split; where mechanisms are on, if growth went on as it does. */
export const projectionsOf = (run: Run): number[] =>
  run.watches.map((watch) =>
    watch.economy.isGeneral ? watch.projection().t : projectedBlowUp(watch.economy),
  );
