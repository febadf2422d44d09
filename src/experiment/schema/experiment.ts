import * as z from 'zod/mini';
import { mostTicks } from '../../scenario/checks.ts';
import { inRange, noted, object, report } from '../../scenario/schema/pieces.ts';
import { nameText, proseText } from '../../scenario/table/texts.ts';
import { numberText } from '../../scenario/words.ts';
import { defaultSeries } from '../measures/series.ts';
import { defaultSummary } from '../measures/summary.ts';
import { factorSchema, whole } from './factors.ts';

/** The zod schema of an experiment file. Parsing fills the defaults; the scenario and the measures are looked at later. */

export const mostFactors = 64;
export const mostPoints = 1_000_000;
export const mostRuns = 10_000_000;
export const mostReplications = 1_000_000;

const text = ({ pattern, allowed }: { pattern: RegExp; allowed: string }, fallback: string) =>
  z._default(z.string({ error: () => allowed }).check(z.regex(pattern, { error: () => allowed })), fallback);

const seed = () => z._default(whole(0, 2 ** 52), 1);
const points = (title: string) => noted(whole(1, mostPoints), { title });

const design = (type: string, description: string, shape: Record<string, z.ZodMiniType>) =>
  noted(object({ type: z.literal(type), ...shape }), { description });

const designs = [
  design('grid', 'All combinations of the lists and ranges.', {}),
  design('random', 'Independent draws.', { n: points('Points'), seed: seed() }),
  design('latinHypercube', 'One point in each of n equal strata along every factor.', {
    n: points('Points'),
    seed: seed(),
  }),
  design('sobol', "A Sobol' sequence; a power of two of points for balance.", {
    n: points('Points'),
    skip: z._default(whole(0, 2 ** 31), 0),
  }),
  design(
    'saltelli',
    "Saltelli's design, for Sobol' indices: n·(d + 2) points, with second order n·(2d + 2).",
    {
      n: points('Base samples'),
      secondOrder: z._default(z.boolean({ error: () => 'true or false' }), false),
    },
  ),
  design('morris', 'Trajectories for elementary effects: n·(d + 1) points.', {
    n: points('Trajectories'),
    levels: z._default(whole(2, 1000), 4),
    seed: seed(),
  }),
];

const designNames = 'grid, random, latinHypercube, sobol, saltelli, morris';
const designSchema = z.discriminatedUnion('type', designs as unknown as [(typeof designs)[0]], {
  error: (issue) => (issue.code === 'invalid_union' ? designNames : `an object with a type: ${designNames}`),
});

const names = (fallback: readonly string[], title: string) =>
  noted(
    z._default(
      z.array(z.string({ error: () => 'the name of a measure' }), { error: () => 'a list of measures' }),
      () => [...fallback],
    ),
    { title },
  );

const orNone = (schema: z.ZodMiniType) => z._default(z.nullable(schema), null);
const aboveZero = (max: number) =>
  inRange(
    { min: 0, max, minOpen: true, maxOpen: false },
    'number',
    `a number above 0, at most ${numberText(max)}, or null`,
  );

const oneHorizon = report<{ t: unknown; ticks: unknown; blowUp: boolean }>(({ t, ticks, blowUp }) => {
  const given = Object.entries({ t: t !== null, ticks: ticks !== null, blowUp })
    .filter(([, is]) => is)
    .map(([key]) => key);
  return given.length <= 1
    ? []
    : [{ path: [], got: given.join(' and '), allowed: 'at most one of t, ticks and blowUp' }];
});

export const experimentType = object({
  experiment: noted(z._default(z.literal(1, { error: () => '1, the version of the experiment format' }), 1), {
    title: 'Format',
    description: 'Version of the experiment format.',
  }),
  name: noted(text(nameText, 'experiment'), { title: 'Name' }),
  title: noted(text(proseText(120), ''), { title: 'Title', description: 'One line that says what it asks.' }),
  scenario: noted(z.unknown().check(z.refine((x) => x !== undefined, { error: () => scenarioAllowed })), {
    title: 'Scenario',
    description:
      'A preset by name, a link copied from the page, a scenario file (beside this one), or a scenario.',
    oneOf: [{ type: 'string' }, { type: 'object' }],
  }),
  factors: noted(
    z._default(
      z
        .array(factorSchema, { error: () => `a list of at most ${mostFactors} factors` })
        .check(z.maxLength(mostFactors, { error: () => `a list of at most ${mostFactors} factors` })),
      [],
    ),
    { title: 'Factors', description: 'Parameters that vary. Without any, one point is replicated.' },
  ),
  design: noted(z._default(designSchema, { type: 'grid' } as never), {
    title: 'Design',
    description:
      'Where the factors with a distribution are looked at. Lists and ranges are crossed with its points.',
  }),
  replications: noted(
    z.prefault(
      object({
        count: noted(z._default(whole(1, mostReplications), 1), { title: 'Runs a point' }),
        commonRandomNumbers: noted(z._default(z.boolean({ error: () => 'true or false' }), true), {
          title: 'Common random numbers',
          description:
            'true: replication r has seed + r at every point, so points differ by their parameters only. false: every run has a seed of its own.',
        }),
        seed: noted(orNone(whole(0, 2 ** 52)), {
          title: 'First seed',
          description: "null: the scenario's.",
        }),
      }),
      {},
    ),
    { title: 'Replications' },
  ),
  measures: noted(
    z.prefault(
      object({
        summary: names(defaultSummary, 'At the end of each run'),
        series: noted(
          orNone(
            object({
              every: noted(z._default(whole(1, mostTicks), 1), { title: 'Every so many ticks' }),
              of: names(defaultSeries, 'What'),
            }),
          ),
          {
            title: 'Time series',
            description: 'Kept at the start, every so many ticks, and at the end. null: none.',
          },
        ),
      }),
      {},
    ),
    { title: 'Measures', description: 'groups.NAME.K, groups.NAME.T, … are those of one group.' },
  ),
  stop: noted(
    z.prefault(
      object({
        t: noted(orNone(aboveZero(1e6)), {
          title: 'End time',
          description: "In place of the scenario's clock.until.",
        }),
        ticks: noted(orNone(whole(1, mostTicks)), { title: 'Ticks of h' }),
        K: noted(orNone(aboveZero(1e300)), {
          title: 'Chips',
          description: 'A run ends with the first tick that ends with ΣK at least this.',
        }),
        blowUp: noted(z._default(z.boolean({ error: () => 'true or false' }), false), {
          title: 'Until a blow-up',
          description: `Each run goes on until it blows up or overflows, at most ${numberText(mostTicks)} ticks.`,
        }),
      }).check(oneHorizon),
      {},
    ),
    { title: 'Stop rule', description: 'A blow-up always ends a run.' },
  ),
});

export const scenarioAllowed = 'a preset, a link from the page, a scenario file, or a scenario';
