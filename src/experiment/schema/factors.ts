import * as z from 'zod/mini';
import type { Finding } from '../../scenario/checks.ts';
import { inRange, noted, object, report } from '../../scenario/schema/pieces.ts';
import type { Range } from '../../scenario/table/row.ts';

/** The zod schema of factors: one object a kind. */

export const anyNumber: Range = { min: -1e300, max: 1e300, minOpen: false, maxOpen: false };
const positive: Range = { min: 0, max: 1e300, minOpen: true, maxOpen: false };

/** Crossed levels of one factor. */
export const mostLevels = 10_000;

const finite = () => inRange(anyNumber, 'number', 'a number');
const aboveZero = () => inRange(positive, 'number', 'a number above 0');
const whole = (min: number, max: number) =>
  inRange({ min, max, minOpen: false, maxOpen: false }, 'integer', `a whole number from ${min} to ${max}`);

const columnPattern = /^[^\p{C}\p{Zl}\p{Zp}"]{1,100}$/u;
const columnAllowed = '1 to 100 printable characters without "';

const common = {
  path: noted(
    z
      .string({ error: () => 'a parameter, such as economy.c' })
      .check(z.minLength(1, { error: () => 'a parameter, such as economy.c' })),
    {
      title: 'Parameter',
      description: 'As in --set: economy.c, groups.labs.rule.q, groups.*.K0; under clock, economy or groups.',
    },
  ),
  name: noted(
    z.optional(
      z.string({ error: () => columnAllowed }).check(z.regex(columnPattern, { error: () => columnAllowed })),
    ),
    { title: 'Column', description: 'What the factor is called in the results. Without it: its path.' },
  ),
};

const values = () =>
  noted(
    z
      .array(z.unknown(), { error: () => 'a list of values' })
      .check(
        z.minLength(1, { error: () => 'at least one value' }),
        z.maxLength(mostLevels, { error: () => `at most ${mostLevels} values` }),
      ),
    {
      title: 'Values',
      description: 'Anything the parameter may be: numbers, words, whole rules or distributions.',
    },
  );

const ordered = (low: string, high: string) =>
  report<Record<string, number>>((factor): Finding[] =>
    factor[low] <= factor[high]
      ? []
      : [{ path: [high], got: `${factor[high]}, below ${low} ${factor[low]}`, allowed: `at least ${low}` }],
  );

const kind = (id: string, description: string, shape: Record<string, z.ZodMiniType>) =>
  noted(object({ kind: z.literal(id), ...common, ...shape }), { description });

const logNeedsPositive = report<{ scale: string; from: number; to: number }>(({ scale, from, to }) =>
  scale === 'linear'
    ? []
    : Object.entries({ from, to })
        .filter(([, x]) => !(x > 0))
        .map(([key, x]) => ({ path: [key], got: `${x} on a log scale`, allowed: 'a number above 0' })),
);

const minOfLog = report<{ min: number }>(({ min }) =>
  min > 0 ? [] : [{ path: ['min'], got: null, allowed: 'a number above 0' }],
);

const kinds = [
  kind('list', 'These values, crossed with the levels of every other list and range.', { values: values() }),
  kind('range', 'Numbers from one end to the other, both included, crossed like a list.', {
    from: finite(),
    to: finite(),
    steps: noted(whole(1, mostLevels), { title: 'How many numbers' }),
    scale: noted(z._default(z.enum(['linear', 'log'], { error: () => 'linear or log' }), 'linear'), {
      title: 'Evenly apart, or by equal ratios',
    }),
  }).check(logNeedsPositive),
  kind('uniform', 'Drawn by the design: every number between two ends is equally likely.', {
    min: finite(),
    max: finite(),
  }).check(ordered('min', 'max')),
  kind('loguniform', 'Drawn by the design: its logarithm is uniform.', {
    min: finite(),
    max: finite(),
  }).check(minOfLog, ordered('min', 'max')),
  kind('integer', 'Drawn by the design: a whole number, all equally likely.', {
    min: whole(-1e9, 1e9),
    max: whole(-1e9, 1e9),
  }).check(ordered('min', 'max')),
  kind('triangular', 'Drawn by the design: a density that rises to a mode and falls.', {
    min: finite(),
    mode: finite(),
    max: finite(),
  }).check(ordered('min', 'mode'), ordered('mode', 'max')),
  kind('normal', 'Drawn by the design: mean + spread·N(0, 1).', { mean: finite(), spread: aboveZero() }),
  kind('lognormal', 'Drawn by the design: median·exp(spread·N(0, 1)).', {
    median: aboveZero(),
    spread: aboveZero(),
  }),
  kind('pareto', 'Drawn by the design: P(X > x) = (min/x)^shape.', { min: aboveZero(), shape: aboveZero() }),
  kind('choice', 'Drawn by the design: one of the values, all equally likely.', { values: values() }),
];

export const factorKinds = [
  'list',
  'range',
  'uniform',
  'loguniform',
  'integer',
  'triangular',
  'normal',
  'lognormal',
  'pareto',
  'choice',
] as const;

const names = factorKinds.join(', ');

export const factorSchema = z.discriminatedUnion('kind', kinds as unknown as [(typeof kinds)[0]], {
  error: (issue) => (issue.code === 'invalid_union' ? names : `an object with a kind: ${names}`),
});

export { whole };
