import * as z from 'zod/mini';
import type { Finding } from '../checks.ts';
import { type DistributionParameter, distributions } from '../distributions.ts';
import { didYouMean } from '../near.ts';
import { keyOf, unitOf } from '../parameters.ts';
import type { DistributionRow, NamesRow, NumberRow, ParameterRow, Range } from '../table/row.ts';
import { allowedText, rangeText, valueText } from '../words.ts';
import { inRange, noted, object, rangeKeywords, report } from './pieces.ts';

/** From rows of the tables to zod. */

const mostBadValues = 3;

function numberSchema(row: NumberRow) {
  const schema = inRange(row, row.kind, allowedText(row));
  return z._default(row.none === null ? schema : z.nullable(schema), row.default);
}

/** A list is checked in one pass, and only its first bad values are named: it may have a million. */
function listSchema(range: Range, allowed: string) {
  const outside = (x: unknown) =>
    !(typeof x === 'number' && Number.isFinite(x)) ||
    (range.minOpen ? x <= range.min : x < range.min) ||
    (range.maxOpen ? x >= range.max : x > range.max);
  const values = z.array(z.unknown(), { error: () => `a list; each value ${allowed}` }).check(
    z.minLength(1, { error: () => 'at least one value' }),
    report<unknown[]>((list) => {
      const found: Finding[] = [];
      for (let i = 0; i < list.length && found.length < mostBadValues; i++)
        if (outside(list[i])) found.push({ path: [i], got: null, allowed });
      return found;
    }),
  );
  return noted(values, { items: { type: 'number', ...rangeKeywords(range) } });
}

function distributionParameterSchema(row: DistributionRow, parameter: DistributionParameter) {
  const range: Range =
    parameter.range === 'values' ? row : { ...parameter.range, minOpen: false, maxOpen: false };
  const allowed = `a number ${rangeText(range)}`;
  const note = { title: parameter.label, description: parameter.meaning };
  if (parameter.list) return noted(listSchema(range, allowed), note);
  const schema = inRange(range, 'number', allowed);
  return noted(parameter.default === null ? schema : z._default(schema, parameter.default), note);
}

function distributionSchema(row: DistributionRow) {
  const kinds = distributions.map((kind) => {
    const shape = Object.fromEntries(kind.parameters.map((p) => [p.id, distributionParameterSchema(row, p)]));
    return noted(object({ distribution: z.literal(kind.id), ...shape }), {
      title: kind.label,
      description: kind.sentence,
    });
  });
  const names = distributions.map((kind) => kind.id).join(', ');
  const error = (issue: { code?: string }) => (issue.code === 'invalid_union' ? names : allowedText(row));
  const union = z.discriminatedUnion('distribution', kinds as [(typeof kinds)[0]], { error });
  const schema = noted(union, { shorthand: { type: 'number', ...rangeKeywords(row) } });
  const fallback = () => (row.default === null ? null : { ...row.default }) as never;
  return z._default(row.none === null ? schema : z.nullable(schema), fallback);
}

/** chain-of-thought, Chain of thought and chainOfThought are one name when told why it is refused. */
const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** Why a name is not one of the row's, and which it may have meant. */
function whyNot(name: unknown, { names, refused }: NamesRow): string {
  const ids = names.map(({ id }) => id);
  const allowed = ids.join(', ');
  if (typeof name !== 'string') return allowed;
  const [, reason] = Object.entries(refused).find(([id]) => plain(id) === plain(name)) ?? [];
  return allowed + (reason === undefined ? didYouMean(name, ids) : `; ${reason}`);
}

/** `allowed`: what is said of a value that is no list. */
function namesSchema(row: NamesRow, allowed: string) {
  const ids: unknown[] = row.names.map(({ id }) => id);
  const list = z.array(z.unknown(), { error: () => allowed }).check(
    z.minLength(1, { error: () => `at least one name, or null: ${row.none}` }),
    report<unknown[]>((given) => {
      const found: Finding[] = [];
      for (let i = 0; i < given.length && found.length < mostBadValues; i++) {
        if (!ids.includes(given[i])) found.push({ path: [i], got: null, allowed: whyNot(given[i], row) });
        else if (given.indexOf(given[i]) < i)
          found.push({ path: [i], got: `${valueText(given[i])} a second time`, allowed: 'each name once' });
      }
      return found;
    }),
  );
  const one = `(${ids.join('|')})`;
  return noted(list, {
    items: { enum: ids },
    uniqueItems: true,
    shorthand: {
      title: 'Names with commas between them',
      type: 'string',
      pattern: `^ *${one}( *, *${one})* *$`,
    },
  });
}

function rowSchema(row: ParameterRow): z.ZodMiniType {
  const error = () => allowedText(row);
  switch (row.kind) {
    case 'text':
      return z._default(z.string({ error }).check(z.regex(row.pattern, { error })), row.default);
    case 'choice':
      return z._default(z.enum(row.choices as [string, ...string[]], { error }), row.default);
    case 'distribution':
      return distributionSchema(row);
    case 'names': {
      const fallback = () => (row.default === null ? null : [...row.default]);
      return z._default(z.nullable(namesSchema(row, allowedText(row))), fallback);
    }
    default:
      return numberSchema(row);
  }
}

function noteOf(row: ParameterRow) {
  const title = row.symbol === keyOf(row) ? row.label : `${row.label} ${row.symbol}`;
  const unit = row.unit && ` Unit: ${unitOf(row)}.`;
  return { title, description: `${row.meaning}${unit} Source: ${row.source}.` };
}

/** The keys of an object that holds these rows, each with its schema and default. */
export function shapeOf(rows: readonly ParameterRow[]): Record<string, z.ZodMiniType> {
  return Object.fromEntries(rows.map((row) => [keyOf(row), noted(rowSchema(row), noteOf(row))]));
}

function overrideSchema(row: ParameterRow, none: string): z.ZodMiniType {
  const error = () => allowedText(row, none);
  switch (row.kind) {
    case 'number':
    case 'integer':
      return inRange(row, row.kind, error());
    case 'choice':
      return z.enum(row.choices as [string, ...string[]], { error });
    case 'names':
      return namesSchema(row, error());
    default:
      throw new TypeError(`${row.path}: only a number, a choice or names may be given per group`);
  }
}

/** The same rows where a group may override them; null is the economy's value. */
export function overridesOf(rows: readonly ParameterRow[]): Record<string, z.ZodMiniType> {
  const none = "the economy's value";
  return Object.fromEntries(
    rows.map((row) => {
      const schema = z._default(z.nullable(overrideSchema(row, none)), null);
      const { title, description } = noteOf(row);
      return [keyOf(row), noted(schema, { title, description: `${description} null: ${none}.` })];
    }),
  );
}
