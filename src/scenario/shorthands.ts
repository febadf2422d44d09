import { keyOf, rowsOf } from './parameters.ts';

export const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

const distributionKeys = rowsOf('group')
  .filter((row) => row.kind === 'distribution')
  .map(keyOf);

const namesKeys = rowsOf('economy')
  .filter((row) => row.kind === 'names')
  .map(keyOf);

/** The names in a text: `mcts,pruning`, as --set gives it. */
const named = (text: string): string[] =>
  text.trim() === '' ? [] : text.split(',').map((name) => name.trim());

function withNames(section: Record<string, unknown>): Record<string, unknown> {
  const expanded = { ...section };
  for (const key of namesKeys) {
    const given = expanded[key];
    if (typeof given === 'string') expanded[key] = named(given);
  }
  return expanded;
}

function expandGroup(group: unknown): unknown {
  if (!isObject(group)) return group;
  const expanded = withNames(group);
  for (const key of distributionKeys)
    if (typeof expanded[key] === 'number') expanded[key] = { distribution: 'constant', value: expanded[key] };
  return expanded;
}

/**
 * Writes out the shorthands: a bare number for a distribution is the same for every lab, names with commas between them are a
 * list. Leaves its input alone.
 */
export function expandShorthands(input: unknown): unknown {
  if (!isObject(input)) return input;
  const expanded = { ...input };
  if (isObject(input.economy)) expanded.economy = withNames(input.economy);
  if (Array.isArray(input.groups)) expanded.groups = input.groups.map(expandGroup);
  return expanded;
}
