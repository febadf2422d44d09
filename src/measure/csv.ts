import type { Observation, Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import { version } from '../version.ts';
import type { Benchmark } from './benchmark.ts';
import { benchmarkTable } from './benchmarks/table.ts';
import { measureTable } from './measures/table.ts';
import type { Measured } from './watch.ts';

/** A number in full precision; empty where there is none; ∞ as inf, which pandas, R and DuckDB read. */
export function csvCell(x: number | null): string {
  if (x === null || Number.isNaN(x)) return '';
  if (x === Number.POSITIVE_INFINITY) return 'inf';
  return String(x);
}

/** A text cell, quoted where RFC 4180 asks for it. */
export function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Stocks = Pick<Observation, 'K' | 'T' | 'q'>;

/** What the record shows of a row: any row will do, and so will one that kept no more than this. */
export interface RecordRow extends Pick<Row, 'economy' | 'tick' | 't' | 'status' | 'minQ' | 'maxQ'>, Stocks {
  readonly groups: readonly Stocks[];
  /** What was measured at that tick; left out, only what follows from the row itself is recorded. */
  readonly measured?: Measured;
}

const STATE = ['economy', 'tick', 't', 'K', 'T', 'q', 'minQ', 'maxQ', 'status', 'V'];
/** Measures that the state's own columns do not already show. */
const MEASURES = measureTable
  .map(({ id, column = id }, index) => ({ column, index }))
  .filter(({ column }) => !STATE.includes(column));
const BENCHMARKS = benchmarkTable.map(({ id }) => id).filter((id) => id !== 'envelope');

const known = new WeakMap<Simulation, string[]>();

/** Names of groups over all economies, in order of first appearance: a variant may bring groups of its own. */
export function groupNames(simulation: Simulation): string[] {
  let names = known.get(simulation);
  if (!names) {
    names = [
      ...new Set(simulation.economies.flatMap((economy) => economy.groups.map((group) => group.name))),
    ];
    known.set(simulation, names);
  }
  return names;
}

/** Lines that say what a file is of. End with a line feed. */
export function csvComments(simulation: Simulation): string {
  const { seed, units } = simulation.scenario;
  return [
    `# turnpike: ${version}`,
    `# core: ${simulation.core.hash}`,
    `# seed: ${seed}`,
    `# units: t ${units.time}; K ${units.chips}; T ${units.training}`,
    `# scenario: ${JSON.stringify(simulation.scenario)}`,
    '',
  ].join('\n');
}

/** Lines that say what the record is of, then the names of its columns. Ends with a line feed. */
export function csvHeader(simulation: Simulation): string {
  const measures = MEASURES.map(({ column }) => column);
  const benchmarks = BENCHMARKS.map((id) => `K of ${id}`);
  const groups = groupNames(simulation).flatMap((name) =>
    ['K', 'T', 'q', 'regret'].map((quantity) => `${quantity} ${name}`),
  );
  const columns = [...STATE, ...measures, ...benchmarks, ...groups];
  return `${csvComments(simulation)}${columns.map(csvText).join(',')}\n`;
}

/** One row of the record. Ends with a line feed. */
export function csvRow(simulation: Simulation, row: RecordRow, benchmark: Benchmark): string {
  const economy = simulation.economies[row.economy];
  const { measured } = row;
  const index = new Map(economy.groups.map((group, position) => [group.name, position]));
  const groups = groupNames(simulation).flatMap((name) => {
    const position = index.get(name) ?? -1;
    const observed = row.groups[position];
    const regret = measured?.regrets[position] ?? Number.NaN;
    return observed ? [observed.K, observed.T, observed.q, regret].map(csvCell) : ['', '', '', ''];
  });
  const state = [row.K, row.T, row.q, row.minQ, row.maxQ].map(csvCell);
  const measures = MEASURES.map((one) => csvCell(measured?.measures[one.index] ?? Number.NaN));
  const benchmarks = BENCHMARKS.map((id) => csvCell(benchmark.path(id)?.at(row.t).K ?? Number.NaN));
  return `${[
    csvText(economy.name),
    csvCell(row.tick),
    csvCell(row.t),
    ...state,
    row.status,
    csvCell(benchmark.V(row.t)),
    ...measures,
    ...benchmarks,
    ...groups,
  ].join(',')}\n`;
}
