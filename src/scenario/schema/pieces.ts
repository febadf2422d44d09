import * as z from 'zod/mini';
import type { Finding } from '../checks.ts';
import type { Range } from '../table/row.ts';

/**
 * Pieces of the zod schema. The message of every issue is what is allowed there, in words; for an unknown key
 * it is the list of known ones, for an unknown rule or distribution the list of those (`problems.ts` reads both).
 */

/** What the JSON Schema says beside the types. */
export const notes = z.registry<Record<string, unknown>>();

/** Adds a note to a schema and returns it. */
export function noted<S extends z.ZodMiniType>(schema: S, note: Record<string, unknown>): S {
  notes.add(schema, { ...notes.get(schema), ...note });
  return schema;
}

/** A zod check that turns findings between fields into issues. */
export function report<T>(find: (value: T) => Finding[]): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    for (const { path, got, allowed } of find(value as T))
      issues.push({ code: 'custom', input: value, path, message: allowed, params: { got } });
  };
}

/** An object of exactly these keys. */
export function object(shape: Record<string, z.ZodMiniType>) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? keys : `an object with the keys ${keys}`),
  });
}

/** A finite number in a range. */
export function inRange(range: Range, kind: 'number' | 'integer', allowed: string) {
  const error = () => allowed;
  return (kind === 'integer' ? z.int({ error }) : z.number({ error })).check(
    range.minOpen ? z.gt(range.min, { error }) : z.gte(range.min, { error }),
    range.maxOpen ? z.lt(range.max, { error }) : z.lte(range.max, { error }),
    z.overwrite((x) => x + 0), // −0 becomes 0: JSON cannot hold it
  );
}

/** A range in JSON Schema's words. */
export function rangeKeywords({ min, max, minOpen, maxOpen }: Range): Record<string, number> {
  return {
    [minOpen ? 'exclusiveMinimum' : 'minimum']: min,
    [maxOpen ? 'exclusiveMaximum' : 'maximum']: max,
  };
}
