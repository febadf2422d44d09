import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioSchema } from '../../../src/scenario/json-schema.ts';
import { parameters } from '../../../src/scenario/parameters.ts';
import { preset, presets } from '../../../src/scenario/presets/index.ts';
import { scenarioInput } from './arbitrary.ts';

type Schema = Record<string, unknown> & {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
};

const kindOf = (x: unknown) => (x === null ? 'null' : Array.isArray(x) ? 'array' : typeof x);

/** The few keywords of JSON Schema 2020-12 that ours uses, checked naively; an unknown keyword fails. */
const keywords: Record<string, (rule: never, x: never, schema: Schema) => boolean> = {
  type: (type: string, x) => (type === 'integer' ? Number.isInteger(x) : type === kindOf(x)),
  const: (wanted, x) => wanted === x,
  enum: (wanted: unknown[], x) => wanted.includes(x),
  minimum: (m: number, x: number) => typeof x !== 'number' || x >= m,
  maximum: (m: number, x: number) => typeof x !== 'number' || x <= m,
  exclusiveMinimum: (m: number, x: number) => typeof x !== 'number' || x > m,
  exclusiveMaximum: (m: number, x: number) => typeof x !== 'number' || x < m,
  pattern: (p: string, x: string) => typeof x !== 'string' || new RegExp(p, 'u').test(x),
  minItems: (m: number, x: unknown[]) => !Array.isArray(x) || x.length >= m,
  maxItems: (m: number, x: unknown[]) => !Array.isArray(x) || x.length <= m,
  uniqueItems: (wanted: boolean, x: unknown[]) =>
    !wanted || !Array.isArray(x) || new Set(x).size === x.length,
  items: (items: Schema, x: unknown[]) => !Array.isArray(x) || x.every((item) => fits(items, item)),
  required: (keys: string[], x: object) => kindOf(x) !== 'object' || keys.every((key) => key in x),
  properties: (shape: Record<string, Schema>, x: Record<string, unknown>) =>
    kindOf(x) !== 'object' || Object.keys(shape).every((key) => !(key in x) || fits(shape[key], x[key])),
  additionalProperties: (more: boolean, x: object, schema) =>
    more || kindOf(x) !== 'object' || Object.keys(x).every((key) => key in (schema.properties ?? {})),
  oneOf: (options: Schema[], x) => options.filter((option) => fits(option, x)).length === 1,
  anyOf: (options: Schema[], x) => options.some((option) => fits(option, x)),
  $schema: () => true,
  title: () => true,
  description: () => true,
  default: () => true,
};

function fits(schema: Schema, x: unknown): boolean {
  return Object.entries(schema).every(([keyword, rule]) =>
    keywords[keyword](rule as never, x as never, schema),
  );
}

const schema = scenarioSchema() as Schema;

describe('scenarioSchema', () => {
  test('accepts every preset, as written and complete', () => {
    for (const data of presets) {
      expect(fits(schema, data), data.name).toBe(true);
      expect(fits(schema, preset(data.name)), data.name).toBe(true);
    }
  });

  test('accepts whatever parseScenario accepts', () => {
    fc.assert(
      fc.property(scenarioInput(), (input) => {
        expect(fits(schema, JSON.parse(JSON.stringify(input)))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [{ econmy: {} }],
    [{ economy: { c: 9 } }],
    [{ economy: { c: '1' } }],
    [{ groups: [] }],
    [{ groups: [{ K0: -1 }] }],
    [{ groups: [{ K0: { distribution: 'list', values: [1, -1] } }] }],
    [{ groups: [{ rule: { type: 'fixed', q: 1.2 } }] }],
    [{ groups: [{ rule: { type: 'parity', q: 1 } }] }],
    [{ groups: [{ c: 9 }] }],
    [{ name: '<script>' }],
    [{ seed: 1.5 }],
    [{ clock: { method: 'rk4' } }],
    [{ economy: { techniques: [] } }],
    [{ economy: { techniques: ['mcts', 'mcts'] } }],
    [{ economy: { techniques: 'mcts,chain-of-thought' } }],
    [{ groups: [{ techniques: [3] }] }],
    [{ variants: [{ set: {} }] }],
  ])('refuses %j', (input) => {
    expect(fits(schema, input)).toBe(false);
  });

  test('has title, description and default of every row', () => {
    for (const row of parameters) {
      const found = row.path
        .split('.')
        .reduce((node, key) => (key === '*' ? node.items! : node.properties![key]), schema);
      expect(found.title, row.path).toContain(row.label);
      expect(found.description, row.path).toContain(row.meaning);
      expect(found.default, row.path).toEqual(row.default);
    }
  });
});
