import { version } from '../../version.ts';
import { isListed, levelsOf } from '../levels.ts';
import { groupsOf } from '../measures/groups.ts';
import { type SeriesMeasure, seriesMeasure } from '../measures/series.ts';
import { type SummaryMeasure, summaryMeasure } from '../measures/summary.ts';
import type { EconomyRecord, Experiment, Factor, RunRecord } from '../types.ts';
import { unitOf } from './units.ts';

/** Types of columns, by their names in Parquet. */
export type ColumnType = 'INT32' | 'INT64' | 'DOUBLE' | 'BOOLEAN' | 'STRING';

export type Cell = number | bigint | boolean | string | null;

export interface Column {
  name: string;
  type: ColumnType;
  isNullable: boolean;
  /** What it is, with its unit. */
  description: string;
  unit: string;
}

/** A table whose rows come from the records of an experiment's runs, in their order. */
export interface Table {
  columns: readonly Column[];
  /** Rows of one run, cells in the order of the columns. */
  rows(record: RunRecord): Iterable<readonly Cell[]>;
}

const column = (
  name: string,
  type: ColumnType,
  description: string,
  { isNullable = false, unit = '' } = {},
): Column => ({ name, type, isNullable, description, unit });

const runColumns = [
  column('run', 'INT32', 'Number of the run, from 0'),
  column('point', 'INT32', 'Number of its point: the same parameters'),
  column('replication', 'INT32', 'Number of the replication of that point'),
  column('seed', 'INT64', 'Seed of the random draws'),
];
const economyColumn = column('economy', 'STRING', 'base, or the name of a variant', { isNullable: true });
const statusColumn = column(
  'status',
  'STRING',
  'finished, blow-up, overflow, stopped (by the stop rule) or failed',
);
const failureColumns = [
  column('stage', 'STRING', 'Where a failed run failed: scenario, start, run, measure or worker', {
    isNullable: true,
  }),
  column('tick', 'INT32', 'Ticks completed before it failed', { isNullable: true }),
  column('reason', 'STRING', 'Why it failed', { isNullable: true }),
];
const originColumns = [
  column('core', 'STRING', 'Hash of the core'),
  column('version', 'STRING', 'Version of Turnpike'),
];

/** Columns of the table of runs that every experiment has. */
export const keyColumns: readonly string[] = [
  ...runColumns,
  economyColumn,
  statusColumn,
  ...failureColumns,
  ...originColumns,
].map(({ name }) => name);

/** The type that holds every value of a factor; what is of no one kind is written as JSON. */
function factorType(factor: Factor): ColumnType {
  const values = isListed(factor) ? levelsOf(factor) : factor.kind === 'choice' ? factor.values : [0];
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size > 1) return 'STRING';
  const [kind] = kinds;
  return kind === 'number' ? 'DOUBLE' : kind === 'boolean' ? 'BOOLEAN' : 'STRING';
}

/** Is a factor's column a list of words? Otherwise text is JSON. */
const isWords = (factor: Factor): boolean => {
  const values = isListed(factor) ? levelsOf(factor) : factor.kind === 'choice' ? factor.values : [];
  return values.every((value) => value === null || typeof value === 'string');
};

function factorCell(factor: Factor, type: ColumnType): (value: unknown) => Cell {
  if (type !== 'STRING' || isWords(factor)) return (value) => value as Cell;
  return (value) => (value === null ? null : JSON.stringify(value));
}

const summaryTypes = { number: 'DOUBLE', integer: 'INT32', text: 'STRING' } as const;

/** One row an economy of every run; one for a run that failed before it had any. */
export function runsTable(experiment: Experiment, coreHash: string): Table {
  const { scenario, factors, measures } = experiment;
  const groups = groupsOf(scenario);
  const types = factors.map(factorType);
  const cells = factors.map((factor, i) => factorCell(factor, types[i]));
  const summary = measures.summary.map((name) => summaryMeasure(name, groups) as SummaryMeasure);
  const columns = [
    ...runColumns,
    ...factors.map(({ name, path }, i) =>
      column(name, types[i], `Parameter ${path}`, { isNullable: true, unit: unitOf(path, scenario) }),
    ),
    economyColumn,
    statusColumn,
    ...summary.map(({ id, type, label, meaning, unit }) =>
      column(id, summaryTypes[type], `${label}: ${meaning}`, {
        isNullable: true,
        unit: inWords(unit, scenario.units),
      }),
    ),
    ...failureColumns,
    ...originColumns,
  ];
  const rowOf = (record: RunRecord, economy: EconomyRecord | null): Cell[] => {
    const { run, point, replication, seed, parameters, failure } = record;
    const hasFailed = failure !== null && (failure.economy === null || failure.economy === economy?.economy);
    return [
      run,
      point,
      replication,
      BigInt(seed),
      ...factors.map(({ name }, i) => cells[i](parameters[name])),
      economy?.economy ?? null,
      hasFailed ? 'failed' : (economy?.status ?? 'failed'),
      ...summary.map(({ id }) => economy?.values[id] ?? null),
      ...(hasFailed ? [failure.stage, failure.tick, failure.reason] : [null, null, null]),
      coreHash,
      version,
    ];
  };
  return {
    columns,
    *rows(record) {
      if (record.economies.length === 0) yield rowOf(record, null);
      for (const economy of record.economies) yield rowOf(record, economy);
    },
  };
}

/** A unit in the words of a scenario. */
export function inWords(unit: string, units: Experiment['scenario']['units']): string {
  return unit.replace(/\{(time|chips|training)\}/g, (_, key: keyof typeof units) => units[key]);
}

/** One row a kept tick of every economy of every run; null where no time series is asked for. */
export function seriesTable({ scenario, measures }: Experiment): Table | null {
  if (!measures.series) return null;
  const groups = groupsOf(scenario);
  const kept = measures.series.of.map((name) => seriesMeasure(name, groups) as SeriesMeasure);
  const { units } = scenario;
  const columns = [
    runColumns[0],
    column('economy', 'STRING', economyColumn.description),
    column('tick', 'INT32', 'Ticks completed'),
    column('t', 'DOUBLE', 'Time', { unit: units.time }),
    ...kept.map(({ id, label, meaning, unit }) =>
      column(id, 'DOUBLE', `${label}: ${meaning}`, { isNullable: true, unit: inWords(unit, units) }),
    ),
  ];
  const width = kept.length + 2;
  return {
    columns,
    *rows({ run, economies }) {
      for (const { economy, series } of economies)
        for (let at = 0; series && at < series.length; at += width) {
          const row: Cell[] = [run, economy, series[at], series[at + 1]];
          for (let i = 2; i < width; i++) {
            const value = series[at + i];
            row.push(Number.isNaN(value) ? null : value);
          }
          yield row;
        }
    },
  };
}
