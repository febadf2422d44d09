import { keyOf, rowsOf } from './parameters.ts';

export const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

const distributionKeys = rowsOf('group')
  .filter((row) => row.kind === 'distribution')
  .map(keyOf);

/** Writes out the shorthands: a bare number for a distribution is the same for every lab. Leaves its input alone. */
export function expandShorthands(input: unknown): unknown {
  if (!isObject(input) || !Array.isArray(input.groups)) return input;
  const groups = input.groups.map((group: unknown) => {
    if (!isObject(group)) return group;
    const expanded = { ...group };
    for (const key of distributionKeys)
      if (typeof expanded[key] === 'number')
        expanded[key] = { distribution: 'constant', value: expanded[key] };
    return expanded;
  });
  return { ...input, groups };
}
