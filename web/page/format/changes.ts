import { parameters } from '../../../src/scenario/parameters.ts';
import { ruleOf, rules } from '../../../src/scenario/rules.ts';

/** What a variant changes, in few words: symbols for paths, plain words for objects. */

const rows = [...parameters, ...rules.flatMap((rule) => rule.parameters)];

/** The row that a path leads to or into, and what of the path is left; null if there is none. */
function rowAt(path: readonly string[]): { row: (typeof rows)[number]; rest: readonly string[] } | null {
  for (let length = path.length; length > 1; length--) {
    const candidate = path.slice(0, length).join('.');
    const row = rows.find(
      (one) =>
        one.path === candidate || (one.perGroup && one.path.replace('economy', 'groups.*') === candidate),
    );
    if (row) return { row, rest: path.slice(length) };
  }
  return null;
}

/** groups.*.cHat.median → Believed exponent ĉ, median: with the parameter's whole name. Any group is *. */
export function labelWords(path: string): string {
  const found = rowAt(path.split('.'));
  if (!found) {
    if (path.endsWith('.name')) return 'Name of the group';
    const own = path.split('.').slice(2).join(' ');
    return own === '' ? path : own[0].toUpperCase() + own.slice(1);
  }
  const { row, rest } = found;
  const name = row.label.includes(row.symbol) ? row.label : `${row.label} ${row.symbol}`;
  return [name, ...rest].join(', ');
}

/** groups.labs.cHat.median → ĉ median; a group's name only where there are several. */
export function pathWords(path: string, manyGroups: boolean): string {
  const [head, group, ...rest] = path.split('.');
  const isGroup = head === 'groups';
  const general = isGroup ? ['groups', '*', ...rest] : path.split('.');
  const owner = isGroup && manyGroups && group !== '*' ? `${group}: ` : '';
  const found = rowAt(general);
  if (found) return `${owner}${[found.row.symbol, ...found.rest].join(' ')}`;
  return isGroup && rest[0] === 'rule' ? `${owner}rule` : path;
}

export function valueWords(path: string, value: unknown): string {
  if (value === null) {
    const key = path.slice(path.lastIndexOf('.') + 1);
    const row = rows.find((one) => one.id === key && 'none' in one && one.none !== null);
    return (row && 'none' in row && row.none) || 'none';
  }
  if (Array.isArray(value))
    return value.every((part) => typeof part === 'string') ? value.join(' + ') : `${value.length} values`;
  if (typeof value !== 'object') return String(value);
  const { distribution, type, ...numbers } = value as Record<string, unknown>;
  const parts = Object.entries(numbers).map(([key, part]) => `${key} ${valueWords(key, part)}`);
  if (distribution === 'constant') return String(numbers.value);
  const kind = typeof type === 'string' ? ruleOf(type).label : distribution;
  return [kind, parts.join(', ')].filter(Boolean).join(' ');
}

/** One change of a variant: 'σ = 0.5', 'ĉ = lognormal median 1, spread 0.7'. */
export function changeText(path: string, value: unknown, groups = 1): string {
  if (path.endsWith('.rule')) return valueWords(path, value);
  return `${pathWords(path, groups > 1)} = ${valueWords(path, value)}`;
}
