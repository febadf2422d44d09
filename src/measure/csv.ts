import type { Observation, Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import { version } from '../version.ts';
import type { Benchmark } from './benchmark.ts';

/** A number in full precision; empty where there is none; ∞ as inf, which pandas, R and DuckDB read. */
function cell(x: number): string {
  if (Number.isNaN(x)) return '';
  if (x === Number.POSITIVE_INFINITY) return 'inf';
  return String(x);
}

/** A text cell, quoted where RFC 4180 asks for it. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Stocks = Pick<Observation, 'K' | 'T' | 'q'>;

/** What the record shows of a row: any row will do, and so will one that kept no more than this. */
export interface RecordRow extends Pick<Row, 'economy' | 'tick' | 't' | 'status' | 'minQ' | 'maxQ'>, Stocks {
  readonly groups: readonly Stocks[];
}

const MEASURES = [
  'economy',
  'tick',
  't',
  'K',
  'T',
  'q',
  'minQ',
  'maxQ',
  'V',
  'efficiency',
  'delay',
  'status',
];

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

/** Lines that say what the record is of, then the names of its columns. Ends with a line feed. */
export function csvHeader(simulation: Simulation): string {
  const columns = groupNames(simulation).flatMap((name) => [`K ${name}`, `T ${name}`, `q ${name}`]);
  return [
    `# turnpike: ${version}`,
    `# core: ${simulation.core.hash}`,
    `# seed: ${simulation.scenario.seed}`,
    `# units: t ${simulation.scenario.units.time}; K ${simulation.scenario.units.chips}; T ${simulation.scenario.units.training}`,
    `# scenario: ${JSON.stringify(simulation.scenario)}`,
    [...MEASURES, ...columns].map(quoted).join(','),
    '',
  ].join('\n');
}

/** One row of the record. Ends with a line feed. */
export function csvRow(simulation: Simulation, row: RecordRow, benchmark: Benchmark): string {
  const economy = simulation.economies[row.economy];
  const index = new Map(economy.groups.map((group, position) => [group.name, position]));
  const groups = groupNames(simulation).flatMap((name) => {
    const observed = row.groups[index.get(name) ?? -1];
    return observed ? [cell(observed.K), cell(observed.T), cell(observed.q)] : ['', '', ''];
  });
  const measures = [row.K, row.T, row.q, row.minQ, row.maxQ, benchmark.V(row.t)];
  return `${[
    quoted(economy.name),
    cell(row.tick),
    cell(row.t),
    ...measures.map(cell),
    cell(benchmark.efficiency(row.t, row.K)),
    cell(benchmark.delay(row.t, row.K)),
    row.status,
    ...groups,
  ].join(',')}\n`;
}
