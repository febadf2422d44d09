import { parameters } from '../../../src/scenario/parameters.ts';
import { ruleOf, rules } from '../../../src/scenario/rules.ts';
import type { Group } from '../../../src/scenario/types.ts';

/** What a variant changes, in few words: symbols for paths, plain words for objects. */

const rows = [...parameters, ...rules.flatMap((rule) => rule.parameters)];

/**
 * The row that a path leads to or into, and what of the path is left; null if there is none. Of parameters of rules that share
 * a path it is that of the rule, where one is given.
 */
function rowAt(
  path: readonly string[],
  rule: string | undefined,
): { row: (typeof rows)[number]; rest: readonly string[] } | null {
  const own = rule === undefined ? [] : ruleOf(rule).parameters;
  for (let length = path.length; length > 1; length--) {
    const candidate = path.slice(0, length).join('.');
    const row = [...own, ...rows].find(
      (one) =>
        one.path === candidate || (one.perGroup && one.path.replace('economy', 'groups.*') === candidate),
    );
    if (row) return { row, rest: path.slice(length) };
  }
  return null;
}

/** groups.*.cHat.median → Believed exponent ĉ, median: with the parameter's whole name. Any group is *; rule: its rule's type. */
export function labelWords(path: string, rule?: string): string {
  const found = rowAt(path.split('.'), rule);
  if (!found) {
    if (path.endsWith('.name')) return 'Name of the group';
    const own = path.split('.').slice(2).join(' ');
    return own === '' ? path : own[0].toUpperCase() + own.slice(1);
  }
  const { row, rest } = found;
  const name = row.label.includes(row.symbol) ? row.label : `${row.label} ${row.symbol}`;
  return [name, ...rest].join(', ');
}

/** What is told of groups. */
type Named = Pick<Group, 'name' | 'rule'>;

/** 'labs: ' before what is the group's own; nothing where there is one group alone, or where it is every group's. */
function ownerWords(path: string, groups: readonly Named[]): string {
  const [head, group] = path.split('.');
  return head === 'groups' && groups.length > 1 && group !== '*' ? `${group}: ` : '';
}

/** groups.labs.cHat.median → ĉ median; a group's name only where there are several. */
export function pathWords(path: string, groups: readonly Named[]): string {
  const [head, group, ...rest] = path.split('.');
  const isGroup = head === 'groups';
  const general = isGroup ? ['groups', '*', ...rest] : path.split('.');
  const owner = ownerWords(path, groups);
  const found = rowAt(general, groups.find(({ name }) => name === group)?.rule.type);
  if (found) return `${owner}${[found.row.symbol, ...found.rest].join(' ')}`;
  return isGroup && rest[0] === 'rule' ? `${owner}rule` : path;
}

/** What no number means there, in the words of its row. */
function noneWords(path: string): string {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const row = rows.find((one) => one.id === key && 'none' in one && one.none !== null);
  return (row && 'none' in row && row.none) || 'none';
}

/** The same after an equals sign: 'no bound (∞)' as '∞'. */
const shortNone = (path: string): string => {
  const words = noneWords(path);
  return words.includes('∞') ? '∞' : words;
};

/** 'Receding horizon, H = 0.5': the rule, and its parameters as their rows have them. */
function ruleWords({ type, ...values }: { type: string; [parameter: string]: unknown }): string {
  const { label, parameters: own } = ruleOf(type);
  const parts = own
    .filter(({ id }) => id in values)
    .map(({ id, symbol }) => `${symbol} = ${shortValue(id, values[id])}`);
  return [label, ...parts].join(', ');
}

const shortValue = (path: string, value: unknown): string =>
  value === null ? shortNone(path) : valueWords(path, value);

export function valueWords(path: string, value: unknown): string {
  // What none means to one rule is said in other words by another, which the path does not tell apart.
  if (value === null) return path.includes('.rule.') ? shortNone(path) : noneWords(path);
  if (Array.isArray(value))
    return value.every((part) => typeof part === 'string') ? value.join(' + ') : `${value.length} values`;
  if (typeof value !== 'object') return String(value);
  if ('type' in value) return ruleWords(value as { type: string });
  const { distribution, ...numbers } = value as Record<string, unknown>;
  if (distribution === 'constant') return String(numbers.value);
  const parts = Object.entries(numbers).map(([key, part]) => `${key} ${valueWords(key, part)}`);
  return [distribution, parts.join(', ')].filter(Boolean).join(' ');
}

/** One change of a variant: 'σ = 0.5', 'ĉ = lognormal median 1, spread 0.7', 'Fixed split, q = 0.5'. */
export function changeText(path: string, value: unknown, groups: readonly Named[] = []): string {
  if (path.endsWith('.rule')) return ownerWords(path, groups) + valueWords(path, value);
  return `${pathWords(path, groups)} = ${shortValue(path, value)}`;
}
