import {
  distributionOf,
  economiesOf,
  type NumberRow,
  type ParameterRow,
  perGroupRows,
  rowsOf,
  ruleOf,
} from '../../../src/scenario/index.ts';
import type { Distribution, Group, Scenario } from '../../../src/scenario/types.ts';

/** A number of a scenario that a sweep may vary. */
export interface SweepParameter {
  /** As in `--set`: `economy.c`, `groups.labs.rule.q`. */
  path: string;
  row: NumberRow;
  /** What it is listed under. */
  heading: string;
  /** What it is in the scenario; null where that stands for something other than a number. */
  value: number | null;
}

const isNumberRow = (row: ParameterRow): row is NumberRow => row.kind === 'number' || row.kind === 'integer';

const keyOf = ({ path }: ParameterRow): string => path.slice(path.lastIndexOf('.') + 1);

type Node = Record<string, unknown>;
const numberAt = (node: unknown, key: string): number | null => {
  const value = (node as Node | null)?.[key];
  return typeof value === 'number' ? value : null;
};

/** A range that is far too wide to be swept as a whole: there, what lies around the value is of interest. */
function around(row: NumberRow, value: number): NumberRow {
  const low = Math.max(row.min, value / 10);
  const high = Math.min(row.max, value * 10);
  return { ...row, slider: low < high ? [low, high] : [row.min, row.max] };
}

/** The numbers of one distribution over labs: of K₀, T₀ or ĉ. A constant, or none, is a number by itself. */
function ofDistribution(path: string, row: ParameterRow, value: Distribution | null): SweepParameter[] {
  if (row.kind !== 'distribution') return [];
  const { default: _, ...rest } = row;
  const own = (more: Partial<NumberRow>, now: number | null): NumberRow => {
    const made: NumberRow = { ...rest, kind: 'number', default: null, slider: [row.min, row.max], ...more };
    return around(made, now !== null && now > 0 ? now : 1);
  };
  if (value === null) return [{ path, row: own({}, null), heading: '', value: null }];
  if (value.distribution === 'constant')
    return [{ path, row: own({}, value.value), heading: '', value: value.value }];
  return distributionOf(value.distribution)
    .parameters.filter(({ list }) => !list)
    .map((part) => {
      const now = numberAt(value, part.id);
      const isOfValues = part.range === 'values';
      const words = {
        symbol: `${row.symbol} ${part.id}`,
        label: `${row.label}, ${part.label.toLowerCase()}`,
        meaning: `${row.meaning} ${part.meaning}`,
        none: null,
      };
      const range =
        part.range === 'values' ? {} : { ...part.range, minOpen: false, maxOpen: false, unit: '' };
      const made = own({ ...words, ...range, scale: isOfValues ? row.scale : 'linear' }, now);
      return { path: `${path}.${part.id}`, row: made, heading: '', value: now };
    });
}

function ofGroup(group: Group, isAlone: boolean): SweepParameter[] {
  const at = `groups.${group.name}`;
  const numbers = (rows: readonly ParameterRow[], node: unknown, prefix: string): SweepParameter[] =>
    rows.filter(isNumberRow).map((row) => ({
      path: `${prefix}.${keyOf(row)}`,
      row,
      heading: '',
      value: numberAt(node, keyOf(row)),
    }));
  const rule = ruleOf(group.rule.type);
  // What a group may have of its own is the economy's where there is no other group.
  const own = isAlone ? [] : perGroupRows;
  return [
    ...numbers(rule.parameters, group.rule, `${at}.rule`),
    ...rowsOf('group').flatMap((row) =>
      row.kind === 'distribution'
        ? ofDistribution(
            `${at}.${keyOf(row)}`,
            row,
            (group as unknown as Node)[keyOf(row)] as Distribution | null,
          )
        : numbers([row], group, at),
    ),
    ...numbers(own, group, at),
  ].map((parameter) => ({ ...parameter, heading: isAlone ? 'Labs' : group.name }));
}

/** Every number that a sweep of this scenario may vary: of the economy, of its groups and their rules, of the clock. */
export function sweepParameters(scenario: Scenario): SweepParameter[] {
  const { clock, economy, groups } = scenario;
  const ofSection = (scope: 'clock' | 'economy', node: unknown): SweepParameter[] =>
    rowsOf(scope)
      .filter(isNumberRow)
      .map((row) => ({
        path: row.path,
        row,
        heading: scope === 'clock' ? 'Time' : row.topic,
        value: numberAt(node, keyOf(row)),
      }));
  return [
    ...ofSection('economy', economy),
    ...groups.flatMap((group) => ofGroup(group, groups.length === 1)),
    ...ofSection('clock', clock),
  ];
}

/** Names of the economies that run side by side. */
export const economyNames = (scenario: Scenario): string[] => economiesOf(scenario).map(({ name }) => name);
