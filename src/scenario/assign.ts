import { refusal } from './errors.ts';
import { didYouMean } from './near.ts';
import { isObject } from './shorthands.ts';
import { shorten, valueText } from './words.ts';

/**
 * Reading and writing along a dotted path. Items of a list go by name, by index, or all at once by *:
 * `groups.labs.count`, `groups.0.rule.q`, `groups.*.K0`. What is written is not validated here.
 */

/** Longer paths lead nowhere. */
const mostPathCharacters = 400;

/** The key that says which kind of object this is; changing it drops the other kind's parameters. */
const kindKeys = ['type', 'distribution'];

interface Step {
  keys: (string | number)[];
  /** The rest of the path; '' at its end. */
  rest: string;
}

const after = (path: string, head: string) => path.slice(head.length + 1);

/** What a step took from a path, as it was typed. */
const taken = (path: string, rest: string) =>
  rest === '' ? path : path.slice(0, path.length - rest.length - 1);

const starts = (path: string, head: string) => path === head || path.startsWith(`${head}.`);

/** The item of a list that a path begins with, by its longest fitting name or by its index, and the rest; null if there is none. */
export function itemAt(names: readonly string[], path: string): { index: number; rest: string } | null {
  const fits = names.filter((name) => name !== '' && starts(path, name));
  if (fits.length) {
    const name = fits.reduce((longest, fit) => (fit.length > longest.length ? fit : longest));
    return { index: names.indexOf(name), rest: after(path, name) };
  }
  const head = path.split('.', 1)[0];
  if (/^\d{1,9}$/.test(head) && Number(head) < names.length)
    return { index: Number(head), rest: after(path, head) };
  return null;
}

function stepIntoList(list: readonly unknown[], path: string, at: string): Step {
  if (starts(path, '*')) return { keys: [...list.keys()], rest: after(path, '*') };
  const names = list.map((item) => (isObject(item) && typeof item.name === 'string' ? item.name : ''));
  const found = itemAt(names, path);
  if (found) return { keys: [found.index], rest: found.rest };
  const head = path.split('.', 1)[0];
  const named = names.filter((name) => name !== '');
  const indices = list.length
    ? `an index from 0 to ${list.length - 1}, or * for all`
    : 'nothing: the list is empty';
  const allowed = [...named.map((name) => `"${shorten(name)}"`), indices].join(', ');
  throw refusal(at + shorten(path), `no item "${shorten(head)}"`, allowed + didYouMean(head, named));
}

function step(node: unknown, path: string, at: string): Step {
  if (Array.isArray(node)) return stepIntoList(node, path, at);
  const isChange = at.startsWith('variants.') && at.endsWith('.set.');
  const head = isChange ? path : path.split('.', 1)[0];
  if (isObject(node) || node === undefined || node === null) return { keys: [head], rest: after(path, head) };
  const whole = at.slice(0, -1);
  throw refusal(at + shorten(path), `a path into ${valueText(node)}`, `${whole} itself`);
}

const own = (node: unknown, key: string | number): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined;

function withChange(node: unknown, path: string, value: unknown, at: string): unknown {
  const { keys, rest } = step(node, path, at);
  const below = `${at}${shorten(taken(path, rest))}.`;
  const next = (key: string | number) =>
    rest === '' ? value : withChange(own(node, key), rest, value, below);
  if (Array.isArray(node)) {
    const list = [...node];
    for (const key of keys as number[]) list[key] = next(key);
    return list;
  }
  const [key] = keys as string[];
  if (rest === '' && kindKeys.includes(key) && own(node, key) !== value) return { [key]: value };
  return { ...(node as object | null | undefined), [key]: next(key) };
}

function checkPath(path: string): void {
  if (path.length > mostPathCharacters || path === '' || path.startsWith('.') || path.endsWith('.'))
    throw refusal(
      shorten(path) || 'path',
      valueText(path),
      'a dotted path such as economy.c or groups.labs.count',
    );
}

/** A copy of `document` with `value` at `path`; the rest is shared with the original. Nothing is validated. */
export function assign(document: unknown, path: string, value: unknown): unknown {
  checkPath(path);
  return withChange(document, path, value, '');
}

function valuesFrom(node: unknown, path: string, at: string): unknown[] {
  if (path === '') return [node];
  const { keys, rest } = step(node, path, at);
  const below = `${at}${shorten(taken(path, rest))}.`;
  return keys.flatMap((key) => valuesFrom(own(node, key), rest, below));
}

/** What is at a path: one value, or one for each item that * stands for; undefined where there is nothing. */
export function valuesAt(document: unknown, path: string): unknown[] {
  checkPath(path);
  return valuesFrom(document, path, '');
}
