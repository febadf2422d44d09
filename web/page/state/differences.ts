import type { Scenario } from '../../../src/scenario/types.ts';

/**
 * Paths at which two scenarios differ, as deep as both have the same shape: `economy.c`, `groups.0.rule.q`; of a list that
 * is longer or shorter, of another kind of rule or distribution, of a list of numbers: its own path.
 */
export function differences(a: Scenario, b: Scenario): string[] {
  return [...between(a, b, '')];
}

function* between(a: unknown, b: unknown, at: string): Generator<string> {
  if (a === b || JSON.stringify(a) === JSON.stringify(b)) return;
  const both = [a, b] as const;
  if (!haveSameShape(both)) {
    yield at;
    return;
  }
  const [before, after] = both;
  for (const key of Object.keys(before))
    yield* between(before[key], after[key], at === '' ? key : `${at}.${key}`);
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function haveSameShape(both: readonly [unknown, unknown]): both is readonly [Node, Node] {
  const [a, b] = both;
  if (!isNode(a) || !isNode(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && !isNode(a[0])) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b);
}
