import * as z from 'zod/mini';
import { checkChanges, checkClock, checkGroup, checkNames } from '../checks.ts';
import { perGroupRows, rowsOf } from '../parameters.ts';
import { rules } from '../rules.ts';
import type { Scope } from '../table/row.ts';
import { nameText } from '../table/texts.ts';
import { inRange, noted, object, rangeKeywords, report } from './pieces.ts';
import { overridesOf, shapeOf } from './row.ts';

/** The zod schema of a scenario, built from the tables. Parsing fills the defaults. */

export const mostGroups = 64;
export const mostVariants = 32;
export const groupsAllowed = `a list of 1 to ${mostGroups} groups`;
export const variantsAllowed = `a list of at most ${mostVariants} variants`;

const section = (scope: Scope) => object(shapeOf(rowsOf(scope)));

const ruleNames = rules.map((rule) => rule.id).join(', ');

const ruleSchemas = rules.map((rule) =>
  noted(object({ type: z.literal(rule.id), ...shapeOf(rule.parameters) }), {
    title: rule.label,
    description: `${rule.sentence} Source: ${rule.source}.`,
  }),
);

const ruleSchema = z.discriminatedUnion('type', ruleSchemas as [(typeof ruleSchemas)[0]], {
  error: (issue) => (issue.code === 'invalid_union' ? ruleNames : `an object with a type: ${ruleNames}`),
});

const { name: groupName, count, ...stocks } = shapeOf(rowsOf('group'));

const groupSchema = object({
  name: groupName,
  count,
  rule: noted(z.prefault(ruleSchema, { type: rules[0].id } as never), {
    title: 'Rule',
    description: 'How the labs of the group allocate their chips.',
  }),
  ...stocks,
  ...overridesOf(perGroupRows),
}).check(report(checkGroup));

/** Times at which a variant may fork off. */
const forkTimes = { min: 0, max: 1e6, minOpen: false, maxOpen: false };

const variantSchema = object({
  name: noted(
    z
      .string({ error: () => nameText.allowed })
      .check(z.regex(nameText.pattern, { error: () => nameText.allowed })),
    { title: 'Name', description: 'Name of the variant, unique in its scenario.' },
  ),
  from: noted(z._default(inRange(forkTimes, 'number', `a time from ${forkTimes.min} to 1e6`), 0), {
    title: 'Fork',
    description:
      'Until this time the variant is the scenario itself; from the first tick at or after it, it goes its own way. 0: from the start.',
    ...rangeKeywords(forkTimes),
  }),
  set: noted(z._default(z.any().check(report(checkChanges)), {}), {
    title: 'Changes',
    description: 'Paths under clock, economy and groups, each with its new value, applied in order.',
    type: 'object',
  }),
});

/** Any legal scenario without its shorthands (see `expandShorthands`). */
export const scenarioType = object({
  turnpike: noted(z._default(z.literal(1, { error: () => '1, the version of the scenario format' }), 1), {
    title: 'Format',
    description: 'Version of the scenario format.',
  }),
  ...shapeOf(rowsOf('scenario')),
  units: noted(z.prefault(section('units'), {}), {
    title: 'Units',
    description: 'Words for axes and readouts.',
  }),
  clock: noted(z.prefault(section('clock').check(report(checkClock)), {}), {
    title: 'Clock',
    description: 'Decision interval, end and integrator.',
  }),
  economy: noted(z.prefault(section('economy'), {}), {
    title: 'Economy',
    description: 'Y = a·I·T^c, dK/dt = s·Y, dT/dt = b·q·K, I = (1 − q)·K.',
  }),
  groups: noted(
    z.prefault(
      z.array(groupSchema, { error: () => groupsAllowed }).check(
        z.minLength(1),
        z.maxLength(mostGroups),
        report<{ name: string }[]>((groups) => checkNames(groups)),
      ),
      [{}],
    ),
    {
      title: 'Groups',
      description: 'Labs that share a rule and the distributions of their stocks and beliefs.',
    },
  ),
  variants: noted(
    z._default(
      z.array(variantSchema, { error: () => variantsAllowed }).check(
        z.maxLength(mostVariants),
        report<{ name: string }[]>((variants) => checkNames(variants, ['base'])),
      ),
      [],
    ),
    {
      title: 'Variants',
      description: 'Named sets of changes that run beside the scenario with the same luck.',
    },
  ),
});
