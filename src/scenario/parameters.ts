import { clockRows } from './table/clock.ts';
import { economyRows } from './table/economy.ts';
import { groupRows } from './table/group.ts';
import { marketRows } from './table/markets.ts';
import { moneyRows } from './table/money.ts';
import { productionRows } from './table/production.ts';
import type { ParameterRow, Scope } from './table/row.ts';
import { scenarioRows, unitRows } from './table/scenario.ts';
import { techniqueRows } from './table/techniques.ts';
import type { Units } from './types.ts';

export type {
  ChoiceRow,
  DistributionRow,
  NamesRow,
  NumberRow,
  ParameterRow,
  Range,
  Scope,
  TextRow,
} from './table/row.ts';
export { keyOf } from './table/row.ts';

/**
 * The parameter table. Validation, JSON Schema, links, controls, command-line help and docs are all derived from it,
 * so a new parameter is one new row in `table/`. Parameters of decision rules are in `rules.ts`.
 */
export const parameters: readonly ParameterRow[] = [
  ...scenarioRows,
  ...unitRows,
  ...clockRows,
  ...economyRows,
  ...productionRows,
  ...techniqueRows,
  ...marketRows,
  ...moneyRows,
  ...groupRows,
];

/** The rows of one scope, in table order. */
export function rowsOf(scope: Scope): ParameterRow[] {
  return parameters.filter((row) => row.scope === scope);
}

/** The economy's rows that a group may override, in table order. */
export const perGroupRows: readonly ParameterRow[] = parameters.filter((row) => row.perGroup);

/** The row with this id. RangeError if there is none. */
export function parameter(id: string): ParameterRow {
  const row = parameters.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`id: got "${id}"; allowed: ${parameters.map((r) => r.id).join(', ')}`);
  return row;
}

const plainUnits: Units = { time: 'time', chips: 'chips', training: 'training' };

const oneWord = /^[\p{L}\p{N}]+$/u;

/** The row's unit in the words of a scenario ('years' for {time}), or in plain ones; what is raised to a power is one word, or in brackets. */
export function unitOf(row: ParameterRow, units = plainUnits): string {
  return row.unit.replace(/\{(time|chips|training)\}(\^?)/g, (_, key: keyof Units, raised: string) => {
    const unit = units[key];
    return (raised && !oneWord.test(unit) ? `(${unit})` : unit) + raised;
  });
}
