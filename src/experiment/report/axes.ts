import { extent } from 'd3-array';
import { parameters } from '../../scenario/parameters.ts';
import { rules } from '../../scenario/rules.ts';
import { isListed } from '../levels.ts';
import { unitOf } from '../results/units.ts';
import type { Experiment, Factor } from '../types.ts';
import { escaped } from './markup.ts';
import { valueText } from './numbers.ts';
import { type Axis, numberAxis, wordAxis } from './svg/axis.ts';

const logKinds = ['loguniform', 'lognormal', 'pareto'];

/** Is a factor looked at by its logarithm? A list is, where it spans more than a decade and a half. */
export function isLogFactor(factor: Factor): boolean {
  if (factor.kind === 'range') return factor.scale === 'log';
  if (factor.kind !== 'list') return logKinds.includes(factor.kind);
  const numbers = factor.values.map(Number);
  return Math.max(...numbers) / Math.min(...numbers) > 30;
}

const rows = [...parameters, ...rules.flatMap((rule) => rule.parameters)];

/** The row of a parameter: that of groups.*.rule.q for groups.labs.rule.q. */
function rowOf(path: string) {
  const general = path.startsWith('groups.') ? ['groups', '*', ...path.split('.').slice(2)].join('.') : path;
  return rows.find((row) => row.path === path || row.path === general);
}

/** The symbol of a factor that has no name of its own, unless another factor has it too; else ''. */
function symbolOf({ path, name }: Factor, { factors }: Experiment): string {
  const symbol = name === path ? (rowOf(path)?.symbol ?? '') : '';
  const isShared = factors.filter((other) => rowOf(other.path)?.symbol === symbol).length > 1;
  return isShared ? '' : symbol;
}

const withUnit = (name: string, { path }: Factor, { scenario }: Experiment): string => {
  const unit = unitOf(path, scenario);
  return unit === '' ? name : `${name} (${unit})`;
};

/** A factor in few words: its symbol, or its name, and its unit. Plain text. */
export const factorLabel = (factor: Factor, experiment: Experiment): string =>
  withUnit(symbolOf(factor, experiment) || factor.name, factor, experiment);

/** A factor along an axis: its symbol and what it stands for. Plain text. */
function axisName(factor: Factor, experiment: Experiment): string {
  const symbol = symbolOf(factor, experiment);
  return symbol === ''
    ? factorLabel(factor, experiment)
    : withUnit(`${symbol}, ${rowOf(factor.path)?.label.toLowerCase()}`, factor, experiment);
}

/** The axis of a factor over the values that occur. */
export function factorAxis(
  factor: Factor,
  values: readonly unknown[],
  experiment: Experiment,
  from: number,
  to: number,
  count?: number,
): Axis {
  const label = escaped(axisName(factor, experiment));
  if (!values.every((value) => typeof value === 'number'))
    return wordAxis(label, [...new Set(values.map(valueText))].map(escaped), from, to);
  const numbers = values as readonly number[];
  const [min, max] = extent(numbers) as [number, number];
  const isLog = isLogFactor(factor) && min > 0;
  return numberAxis({ label, min, max, isLog, from, to, ...(count === undefined ? {} : { count }) });
}

/** Distinct values in order: numbers by size, words as they come. */
export function levelsIn(values: readonly unknown[], factor: Factor): unknown[] {
  const distinct = [...new Set(values)];
  if (distinct.every((value) => typeof value === 'number'))
    return distinct.sort((a, b) => Number(a) - Number(b));
  return isListed(factor) ? distinct : distinct.sort((a, b) => String(a).localeCompare(String(b), 'en'));
}
