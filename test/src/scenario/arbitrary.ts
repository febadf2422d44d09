import fc from 'fast-check';
import { distributions } from '../../../src/scenario/distributions.ts';
import {
  type DistributionRow,
  keyOf,
  type NamesRow,
  type NumberRow,
  type ParameterRow,
  perGroupRows,
  type Range,
  rowsOf,
} from '../../../src/scenario/parameters.ts';
import { rules } from '../../../src/scenario/rules.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';

/** Random legal scenarios, drawn from the tables, so that a new row is drawn too. */

/** How wild: 'any' reaches every end of every range; 'tame' stays where slider ends are, so that runs are quick. */
export type Wildness = 'any' | 'tame';

const within = (range: Range, low = range.min, high = range.max) =>
  fc.double({
    min: low,
    max: high,
    minExcluded: range.minOpen && low === range.min,
    maxExcluded: range.maxOpen && high === range.max,
    noNaN: true,
  });

function numberOf(row: NumberRow, wildness: Wildness): fc.Arbitrary<number | null> {
  const [low, high] = wildness === 'tame' ? row.slider : [row.min, row.max];
  const drawn: fc.Arbitrary<number> =
    row.kind === 'integer' ? fc.integer({ min: low, max: high }) : within(row, low, high);
  return row.none === null ? drawn : fc.option(drawn);
}

/** A distribution for a group of `count` labs; a bare number is one too. */
function distributionFor(row: DistributionRow, count: number, wildness: Wildness): fc.Arbitrary<unknown> {
  const value = wildness === 'tame' ? fc.double({ min: 0.2, max: 4, noNaN: true }) : within(row);
  const kinds = distributions.map((kind) => {
    const drawn = kind.parameters.map((parameter) => {
      if (parameter.list) return fc.array(value, { minLength: count, maxLength: count });
      if (parameter.range === 'values') return value;
      const most = wildness === 'tame' ? Math.min(2, parameter.range.max) : parameter.range.max;
      return fc.double({ min: parameter.range.min, max: most, noNaN: true });
    });
    return fc.tuple(...drawn).map((values) => {
      const named = Object.fromEntries(kind.parameters.map(({ id }, i) => [id, values[i]]));
      if (kind.id === 'uniform' && named.min > named.max) [named.min, named.max] = [named.max, named.min];
      return { distribution: kind.id, ...named };
    });
  });
  const some: fc.Arbitrary<unknown> = fc.oneof(value, ...kinds);
  return row.none === null ? some : fc.option(some);
}

const name = (prefix: string) =>
  fc
    .string({ unit: fc.constantFrom(...'abcXYZ019 .-_σĉ₀é漢😀'), maxLength: 20 })
    .map((word) => `${prefix}${word}`.trim());

function textOf(row: ParameterRow): fc.Arbitrary<string> {
  const words =
    row.path.startsWith('units') || row.path === 'name'
      ? name('x')
      : fc.constantFrom('', 'Ein „Satz“ – q = ½, 50 % & more.');
  return words;
}

/** Some of the names in any order, as a list or as --set gives them; or none at all. */
function namesOf({ names }: NamesRow): fc.Arbitrary<unknown> {
  const list = fc.shuffledSubarray(
    names.map(({ id }) => id),
    { minLength: 1 },
  );
  const some: fc.Arbitrary<unknown> = fc.oneof(
    list,
    list.map((chosen) => chosen.join(', ')),
  );
  return fc.option(some);
}

function valueFor(row: ParameterRow, wildness: Wildness): fc.Arbitrary<unknown> {
  if (row.kind === 'text') return textOf(row);
  if (row.kind === 'choice') return fc.constantFrom(...row.choices);
  if (row.kind === 'names') return namesOf(row);
  if (row.kind === 'distribution') throw new TypeError(row.path);
  // Further out pruning alone makes no ladder, which is tested by hand.
  return row.id === 'techniqueScale' ? within(row, -1.6, 9.9) : numberOf(row, wildness);
}

/** Legal only together with another parameter's value (k1 < k2, τ ≥ h): left at their defaults, and tested by hand. */
const entangled = ['k2', 'tau'];

function section(rows: readonly ParameterRow[], wildness: Wildness): fc.Arbitrary<Record<string, unknown>> {
  const free = rows.filter((row) => !entangled.includes(row.id));
  const drawn = free.map((row): [string, fc.Arbitrary<unknown>] => [keyOf(row), valueFor(row, wildness)]);
  return fc.record(Object.fromEntries(drawn), { requiredKeys: [] });
}

const rule = (wildness: Wildness) =>
  fc.oneof(
    ...rules.map((row) => section(row.parameters, wildness).map((given) => ({ type: row.id, ...given }))),
  );

function group(wildness: Wildness): fc.Arbitrary<Record<string, unknown>> {
  return fc.integer({ min: 1, max: 12 }).chain((count) => {
    const stocks = rowsOf('group')
      .filter((row): row is DistributionRow => row.kind === 'distribution')
      .map((row): [string, fc.Arbitrary<unknown>] => [keyOf(row), distributionFor(row, count, wildness)]);
    const numbers = rowsOf('group')
      .filter((row): row is NumberRow => row.kind === 'number')
      .map((row): [string, fc.Arbitrary<unknown>] => [keyOf(row), numberOf(row, wildness)]);
    const own = section(perGroupRows, wildness).chain((values) => fc.subarray(Object.entries(values)));
    return fc
      .tuple(
        fc.record(
          { rule: rule(wildness), ...Object.fromEntries([...numbers, ...stocks]) },
          { requiredKeys: [] },
        ),
        own,
        name('g'),
      )
      .map(([given, overrides, named]) => ({
        ...given,
        ...Object.fromEntries(overrides),
        name: named,
        count,
      }));
  });
}

const unlike = <T extends { name?: unknown }>(items: T[]): T[] =>
  items.map((item, i) => ({ ...item, name: `${item.name} ${i}` }));

const clock = (wildness: Wildness) =>
  section(rowsOf('clock'), wildness).map(({ h = 0.05, until = 3, ...rest }) => {
    const ticks = wildness === 'tame' ? 100 : 1e7;
    return { ...rest, until, h: Math.min(1e3, Math.max(h as number, (until as number) / (ticks * 0.999))) };
  });

function changes(groups: { name: string; count: number }[], wildness: Wildness) {
  const [first] = groups;
  const free = rowsOf('economy').filter((row) => !entangled.includes(row.id));
  const economy = free.map((row) => valueFor(row, wildness).map((value) => [row.path, value] as const));
  return fc
    .array(
      fc.oneof(
        ...economy,
        rule(wildness).map((value) => [`groups.${first.name}.rule`, value] as const),
        rule(wildness).map((value) => ['groups.*.rule', value] as const),
        fc.constant(['groups.0.cHat', null] as const),
        fc.double({ min: 0.2, max: 4, noNaN: true }).map((value) => ['groups.0.K0', value] as const),
      ),
      { maxLength: 3 },
    )
    .map((entries) => Object.fromEntries(entries));
}

/** Anything that parseScenario accepts: keys may be missing, distributions may be bare numbers. */
export function scenarioInput(wildness: Wildness = 'any'): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .array(group(wildness), { minLength: 1, maxLength: 4 })
    .map((groups) => unlike(groups) as { name: string; count: number }[])
    .chain((groups) =>
      fc.record(
        {
          ...Object.fromEntries(
            rowsOf('scenario').map((row) => [
              keyOf(row),
              row.kind === 'text' ? textOf(row) : numberOf(row as NumberRow, wildness),
            ]),
          ),
          units: section(rowsOf('units'), wildness),
          clock: clock(wildness),
          economy: section(rowsOf('economy'), wildness),
          groups: fc.constant(groups as unknown),
          variants: fc
            .array(fc.record({ name: name('v'), set: changes(groups, wildness) }), { maxLength: 3 })
            .map(unlike),
        },
        { requiredKeys: ['groups'] },
      ),
    );
}

/** A complete random scenario. */
export function scenario(wildness: Wildness = 'any'): fc.Arbitrary<Scenario> {
  return scenarioInput(wildness).map(parseScenario);
}
