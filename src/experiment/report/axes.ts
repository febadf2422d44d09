import { parameters } from '../../scenario/parameters.ts';
import { rules } from '../../scenario/rules.ts';
import { isListed } from '../levels.ts';
import { unitOf } from '../results/units.ts';
import type { Experiment, Factor } from '../types.ts';
import { escaped } from './markup.ts';
import { valueText } from './numbers.ts';
import { type Axis, numberAxis, wordAxis } from './svg/axis.ts';

const logKinds = ['loguniform', 'lognormal', 'pareto'];

/** Is a factor looked at by its logarithm? */
export const isLogFactor = (factor: Factor): boolean =>
  factor.kind === 'range' ? factor.scale === 'log' : logKinds.includes(factor.kind);

const rows = [...parameters, ...rules.flatMap((rule) => rule.parameters)];

/** The symbol of a parameter where it has one: σ for economy.sigma, q for groups.*.rule.q. */
function symbolOf(path: string): string {
  const general = path.startsWith('groups.') ? ['groups', '*', ...path.split('.').slice(2)].join('.') : path;
  return rows.find((row) => row.path === path || row.path === general)?.symbol ?? '';
}

/** A factor in a picture: its symbol if it has no name of its own, its unit. Plain text. */
export function factorLabel(factor: Factor, { scenario }: Experiment): string {
  const symbol = symbolOf(factor.path);
  const isNamed = factor.name !== factor.path;
  const name = isNamed || symbol === '' ? factor.name : symbol;
  const unit = unitOf(factor.path, scenario);
  return unit === '' ? name : `${name} (${unit})`;
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
  const label = escaped(factorLabel(factor, experiment));
  if (!values.every((value) => typeof value === 'number'))
    return wordAxis(label, [...new Set(values.map(valueText))].map(escaped), from, to);
  const numbers = values as readonly number[];
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
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
