import type { Problem } from './errors.ts';
import { didYouMean } from './near.ts';
import { nameText } from './table/texts.ts';
import { shorten, valueText } from './words.ts';

/** The part of a zod issue that problems are made from. */
export interface Issue {
  code: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  params?: Record<string, unknown> | undefined;
}

const mostKeys = 10;

const child = (node: unknown, key: PropertyKey): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, key)
    ? (node as Record<PropertyKey, unknown>)[key]
    : undefined;

/** An item's name where it can stand in a path for its index: legal, and the first of its list. */
function nameIn(list: unknown, index: PropertyKey): string | undefined {
  const name = child(child(list, index), 'name');
  if (!Array.isArray(list) || typeof name !== 'string' || !nameText.pattern.test(name)) return undefined;
  return list.findIndex((item) => child(item, 'name') === name) === Number(index) ? name : undefined;
}

/** The path as typed in --set: groups and variants by name where they have a good one. whole: the path to all of it. */
export function pathText(path: readonly PropertyKey[], input: unknown, whole = 'scenario'): string {
  const [head, index] = path;
  const byName = (head === 'groups' || head === 'variants') && path.length > 1;
  const name = byName ? nameIn(child(input, head), index) : undefined;
  const words = path.map((key, i) => (i === 1 && name !== undefined ? name : shorten(String(key))));
  return words.length ? words.join('.') : whole;
}

/** What is wrong with `input`, in the words of the person who wrote it. whole: what all of it is called. */
export function problemsOf(issues: readonly Issue[], input: unknown, whole = 'scenario'): Problem[] {
  const found = new Map<string, Problem>();
  const add = (path: readonly PropertyKey[], got: string, allowed: string) => {
    const problem = { path: pathText(path, input, whole), got, allowed };
    const key = `${problem.path}\n${allowed}`;
    if (!found.has(key)) found.set(key, problem);
  };
  for (const { code, path, message, keys, params } of issues) {
    const value = path.reduce(child, input);
    if (code === 'unrecognized_keys') {
      const known = message.split(', ');
      for (const key of keys!.slice(0, mostKeys))
        add([...path, key], 'an unknown key', message + didYouMean(key, known));
      if (keys!.length > mostKeys)
        add([...path, '…'], `${keys!.length - mostKeys} more unknown keys`, message);
    } else if (code === 'invalid_union' && typeof value === 'string') {
      add(path, valueText(value), message + didYouMean(value, message.split(', ')));
    } else {
      add(path, typeof params?.got === 'string' ? params.got : valueText(value), message);
    }
  }
  return [...found.values()];
}
