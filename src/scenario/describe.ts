import { distributions } from './distributions.ts';
import { parameters, unitOf } from './parameters.ts';
import { rules } from './rules.ts';
import type { ParameterRow } from './table/row.ts';
import { allowedText, numberText, rangeText } from './words.ts';

/** The tables of parameters, rules and distributions as Markdown that also reads well as plain text. */

function defaultText(row: ParameterRow): string {
  if (row.default === null) return 'null';
  if (row.kind === 'names') return row.default.join(',');
  if (row.kind === 'distribution') return 'value' in row.default ? numberText(row.default.value) : '';
  return typeof row.default === 'number' ? numberText(row.default) : row.default;
}

/** A Markdown table whose columns are padded to one width. */
function table(header: readonly string[], body: readonly (readonly string[])[]): string {
  const cells = [header, ...body].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = header.map((_, i) => Math.max(3, ...cells.map((row) => [...row[i]].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell + ' '.repeat(widths[i] - [...cell].length)).join(' | ')} |`;
  return [line(cells[0]), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join(
    '\n',
  );
}

const header = ['path', 'symbol', 'default', 'allowed', 'unit', 'meaning', 'source'];

const rowCells = (row: ParameterRow) => [
  row.path,
  row.symbol,
  defaultText(row),
  allowedText(row),
  unitOf(row),
  row.perGroup
    ? `${row.meaning} A group may have its own: ${row.path.replace('economy', 'groups.*')}.`
    : row.meaning,
  row.source,
];

/** Every parameter of a scenario, as typed in --set. */
export function describeParameters(rows: readonly ParameterRow[] = parameters): string {
  return table(header, rows.map(rowCells));
}

/** Every rule and its parameters. */
export function describeRules(): string {
  const parametersOf = (rule: (typeof rules)[number]) =>
    rule.parameters.map((row) => `${row.id}: ${allowedText(row)} (default ${defaultText(row)})`).join('; ');
  return table(
    ['rule', 'what it does', 'parameters', 'source'],
    rules.map((rule) => [rule.id, rule.sentence, parametersOf(rule) || '–', rule.source]),
  );
}

/** Every distribution and its parameters. */
export function describeDistributions(): string {
  const ends = { minOpen: false, maxOpen: false };
  return table(
    ['distribution', 'what it is', 'parameters'],
    distributions.map(({ id, sentence, parameters: given }) => [
      id,
      sentence,
      given
        .map((p) => (p.range === 'values' ? p.id : `${p.id}: ${rangeText({ ...p.range, ...ends })}`))
        .join('; '),
    ]),
  );
}
