import { asShown, meanAsCompared, spansDecades } from '../../../src/experiment/analysis/scale.ts';
import type { SweepPlan } from '../../shared/sweep/protocol.ts';
import type { Look, SweepResults, SweptStatus } from '../../shared/sweep/results.ts';
import { statusText } from '../format/words.ts';

/** What a cell of the picture shows: what its runs came to, over the seeds that were made so far. */
export type Cell =
  | { kind: 'pending' }
  /**
   * of: runs made. with: those among them that have a value; `value` is their mean, the geometric one where the sweep spans
   * decades (isLog). blown: those whose value is of the last state before a blow-up.
   */
  | {
      kind: 'value';
      value: number;
      isLog: boolean;
      least: number;
      most: number;
      of: number;
      with: number;
      blown: number;
    }
  /** The most frequent regime, and its share of the runs that have one. */
  | { kind: 'regime'; regime: number; share: number; of: number }
  | { kind: 'none'; why: string }
  | { kind: 'failed'; why: string };

const pending: Cell = { kind: 'pending' };

/** Measures that say when, not how much: a blow-up cuts nothing short of them. */
const ofTime = new Set(['blowUpTime', 'projectedBlowUpTime', 'optimumBlowUpTime', 't']);

/** Null where the sweep does not keep it. */
export function lookOf(plan: SweepPlan, measure: string, economyName: string): Look | null {
  const economy = plan.economies.findIndex(({ name }) => name === economyName);
  if (economy < 0) return null;
  const look = {
    economy,
    measure: plan.measures.findIndex(({ id }) => id === measure),
    regimes: plan.economies[economy].classifications.findIndex(({ id }) => id === measure),
    isOfEnd: !ofTime.has(measure),
  };
  return look.measure < 0 && look.regimes < 0 ? null : look;
}

const cutShort: readonly (string | null)[] = ['blow-up', 'overflow'];

function commonest(values: readonly number[], of: number): Cell {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [regime, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return { kind: 'regime', regime, share: count / values.length, of };
}

/** What the runs from one number to before another came to; isLog: the sweep spans decades. */
export function cellOf(results: SweepResults, from: number, to: number, look: Look, isLog: boolean): Cell {
  const values: number[] = [];
  let [of, blown, first] = [0, 0, -1];
  for (let run = from; run < to; run++) {
    if (!results.isMade(run)) continue;
    if (of++ === 0) first = run;
    const value = results.valueOf(run, look);
    if (!Number.isFinite(value)) continue;
    values.push(value);
    if (look.isOfEnd && cutShort.includes(results.statusOf(run, look))) blown++;
  }
  if (of === 0) return pending;
  if (values.length === 0) {
    const why = results.reasonOf(first);
    const status = results.statusOf(first, look);
    return why === null ? { kind: 'none', why: `the run ${endText(status)}` } : { kind: 'failed', why };
  }
  if (look.regimes >= 0) return commonest(values, of);
  return {
    kind: 'value',
    value: values.length === 1 ? values[0] : asShown(meanAsCompared(values, isLog), isLog),
    isLog,
    least: Math.min(...values),
    most: Math.max(...values),
    of,
    with: values.length,
    blown,
  };
}

const endText = (status: SweptStatus | null): string =>
  status === null || status === 'stopped' ? 'was stopped' : statusText(status);

/** Do the runs that are made span decades in what is looked at? */
function isLogOf(results: SweepResults, runs: number, look: Look): boolean {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (look.regimes >= 0) return false;
  for (let run = 0; run < runs; run++) {
    const value = results.isMade(run) ? results.valueOf(run, look) : Number.NaN;
    // Comparisons with NaN are false: what is not there changes nothing.
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return spansDecades(min, max);
}

/** Every cell of a sweep; y changes fastest. */
export function cellsOf(plan: SweepPlan, results: SweepResults, look: Look): Cell[] {
  const { xs, ys, seeds, runs } = plan;
  const isLog = isLogOf(results, runs, look);
  return Array.from({ length: xs.length * (ys?.length ?? 1) }, (_, cell) =>
    cellOf(results, cell * seeds, (cell + 1) * seeds, look, isLog),
  );
}

/** From the least to the greatest mean; a logarithm where the sweep spans decades. Null where there is none. */
export interface Domain {
  min: number;
  max: number;
  isLog: boolean;
}

export function domainOf(cells: readonly Cell[]): Domain | null {
  let [min, max, isLog] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const cell of cells) {
    if (cell.kind !== 'value') continue;
    min = Math.min(min, cell.value);
    max = Math.max(max, cell.value);
    isLog = cell.isLog;
  }
  return min > max ? null : { min, max, isLog: isLog && min < max };
}

/** Where a value lies between the ends: 0 to 1; halfway where both are one. */
export function shareOf(value: number, { min, max, isLog }: Domain): number {
  if (min === max) return 0.5;
  return isLog ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

/**
 * The cell whose colour stands, paled, for one that is not made yet: the nearest below it on a coarser grid that is made, as
 * coarse grids are made first. −1 where there is none.
 */
export function standIn(cells: readonly Cell[], rows: number, i: number, j: number): number {
  for (let stride = 2; stride / 2 <= Math.max(i, j, 1); stride *= 2) {
    const cell = (i - (i % stride)) * rows + (j - (j % stride));
    if (cells[cell].kind !== 'pending') return cell;
  }
  return -1;
}
