import { expect, test } from 'vitest';
import { experimentSchema } from '../../../src/experiment/jsonSchema.ts';
import { factorKinds } from '../../../src/experiment/schema/factors.ts';
import { parseExperiment } from '../../../src/experiment/validate.ts';
import { turnpike } from '../cli/cli.ts';

interface Schema {
  properties: Record<string, Schema>;
  required?: string[];
  items: Schema;
  oneOf: Schema[];
  default: unknown;
  const: unknown;
  additionalProperties: unknown;
}
const schema = experimentSchema() as unknown as Schema;

test('the published schema is what the command line prints', async () => {
  const { stdout } = await turnpike(['schema', '--experiment']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('it has every key of an experiment, needs a scenario only, and knows no others', () => {
  expect(Object.keys(schema.properties)).toEqual(Object.keys(parseExperiment({ scenario: 'figure-1' })));
  expect(schema.required).toEqual(['scenario']);
  expect(schema.additionalProperties).toBe(false);
});

test('it has every kind of factor and of design, with what they need', () => {
  const factors = schema.properties.factors.items.oneOf;
  expect(factors.map(({ properties }) => properties.kind.const)).toEqual([...factorKinds]);
  expect(factors[1].required).toEqual(['kind', 'path', 'from', 'to', 'steps']);
  const designs = schema.properties.design.oneOf.map(({ properties }) => properties.type.const);
  expect(designs).toEqual(['grid', 'random', 'latinHypercube', 'sobol', 'saltelli', 'morris']);
});
