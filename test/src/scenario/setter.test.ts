import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parameters } from '../../../src/scenario/parameters.ts';
import { applyAll } from '../../../src/scenario/paths.ts';
import { rules } from '../../../src/scenario/rules.ts';
import { setterOf } from '../../../src/scenario/setter.ts';
import { scenario } from './arbitrary.ts';

const outcome = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return String(error);
  }
};

/** A path to anything that may be a number, as it may be typed, and values in its range, at its ends and beyond. */
function change(names: readonly string[]) {
  const groups = ['*', '0', ...names];
  const rows = [
    ...parameters.map(({ path }) => path),
    ...parameters.filter((row) => row.perGroup).map(({ path }) => path.replace('economy', 'groups.*')),
    ...rules.flatMap((rule) => rule.parameters.map(({ id }) => `groups.*.rule.${id}`)),
    'groups.*.nothing',
    'economy',
  ];
  const path = fc
    .tuple(fc.constantFrom(...rows), fc.constantFrom(...groups))
    .map(([row, group]) => row.replace('*', group));
  const value = fc.oneof(
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.integer({ min: -1, max: 12 }),
    fc.constantFrom<unknown>(-0, 1e7, 1e31, Number.NaN, Number.POSITIVE_INFINITY, null, 'x', {
      distribution: 'constant',
      value: 2,
    }),
  );
  return fc.tuple(path, value);
}

test('a setter gives what applyAll gives, and refuses what it refuses, in the same words', () => {
  let accepted = 0;
  const drawn = scenario('tame').chain((base) =>
    fc.tuple(
      fc.boolean().map((plain) => (plain ? { ...base, variants: [] } : base)),
      fc.array(change(base.groups.map(({ name }) => name)), { minLength: 1, maxLength: 3 }),
    ),
  );
  fc.assert(
    fc.property(drawn, ([base, changes]) => {
      const values = changes.map(([, value]) => value);
      const expected = outcome(() =>
        applyAll(
          base,
          changes.map(([path, value]) => ({ path, value })),
        ),
      );
      const setter = setterOf(
        base,
        changes.map(([path]) => path),
      );
      const got = outcome(() => setter(values));
      if (typeof got === 'object') accepted++;
      expect(JSON.stringify(got)).toBe(JSON.stringify(expected));
    }),
    { numRuns: 1000 },
  );
  // Both outcomes were met, and often.
  expect(accepted).toBeGreaterThan(100);
  expect(accepted).toBeLessThan(900);
});
