import { describe, expect, test } from 'vitest';
import { describeDistributions, describeParameters, describeRules } from '../../../src/scenario/describe.ts';
import { distributionOf, distributions } from '../../../src/scenario/distributions.ts';
import { near } from '../../../src/scenario/near.ts';
import { type NumberRow, parameter, parameters, unitOf } from '../../../src/scenario/parameters.ts';
import { ruleOf, ruleSlots, rules } from '../../../src/scenario/rules.ts';
import { numberText } from '../../../src/scenario/words.ts';

const all = [...parameters, ...rules.flatMap((rule) => rule.parameters)];
const numbers = all.filter((row): row is NumberRow => row.kind === 'number' || row.kind === 'integer');

describe('the parameter table', () => {
  test('names each parameter and path once', () => {
    expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
    expect(new Set(parameters.map(({ path }) => path)).size).toBe(parameters.length);
  });

  test.each(all.map((row) => [row.path, row] as const))('%s is explained', (_, row) => {
    for (const words of [row.symbol, row.label, row.meaning, row.effect, row.source])
      expect(words.trim().length).toBeGreaterThan(0);
    expect(row.meaning).toMatch(/\.$/);
    expect(row.effect).toMatch(/[.:;]/);
  });

  test.each(numbers.map((row) => [row.path, row] as const))(
    '%s: default and slider lie in its range',
    (_, row) => {
      const legal = (x: number) =>
        (row.minOpen ? x > row.min : x >= row.min) && (row.maxOpen ? x < row.max : x <= row.max);
      if (row.default === null) expect(row.none).not.toBeNull();
      else expect(legal(row.default)).toBe(true);
      expect(row.slider.every(legal)).toBe(true);
      if (row.scale === 'log') expect(row.slider[0]).toBeGreaterThan(0);
    },
  );

  test('units are told in the scenario’s words', () => {
    const units = { time: 'years', chips: 'H100e', training: 'H100e-years' };
    expect(unitOf(parameter('b'), units)).toBe('H100e-years/(H100e·years)');
    expect(unitOf(parameter('h'))).toBe('time');
    expect(unitOf(parameter('a'))).toBe('1/(time·training^c)');
    expect(unitOf(parameter('a'), { ...units, training: 'T₀' })).toBe('1/(years·T₀^c)');
    for (const training of ['T₀ of all', 'K₀·time', 'H100e-years'])
      expect(unitOf(parameter('a'), { ...units, training })).toBe(`1/(years·(${training})^c)`);
  });

  test('an unknown id is a RangeError that names it', () => {
    expect(() => parameter('zeta')).toThrow(/id: got "zeta"; allowed: .*sigma/);
    expect(() => ruleOf('toString')).toThrow(/rule: got "toString"; allowed: fixed/);
    expect(() => distributionOf('normal')).toThrow(/distribution: got "normal"; allowed: constant/);
  });
});

test('rule parameters fill the core’s slots in table order, no limit as ∞, a choice as its place', () => {
  expect(ruleSlots({ type: 'randomWalk', volatility: 0.1, q: 0.4 })).toEqual([0.4, 0.1]);
  expect(ruleSlots({ type: 'turnpike', horizon: null })).toEqual([Number.POSITIVE_INFINITY]);
  expect(ruleSlots({ type: 'parity' })).toEqual([]);
  expect(ruleSlots({ type: 'fixed' })).toEqual([0.5]);
  expect(ruleSlots({ type: 'hillClimb' })).toEqual([0.5, 0.05, 0]);
  expect(ruleSlots({ type: 'hillClimb', yardstick: 'chips' })).toEqual([0.5, 0.05, 1]);
});

test('no rule has more parameters than the core has slots for', () => {
  for (const { id, parameters: own } of rules) expect(own.length, id).toBeLessThanOrEqual(8);
});

test('each row has a core constant of its own', () => {
  const names = [...rules, ...distributions].map(({ core }) => core);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(RULE|DISTRIBUTION)_[A-Z_]+$/);
});

test('the tables are told as Markdown, one line a row', () => {
  const lines = describeParameters().split('\n');
  expect(lines).toHaveLength(parameters.length + 2);
  expect(new Set(lines.map((line) => [...line].length)).size).toBe(1);
  expect(describeParameters()).toContain('| economy.c ');
  expect(describeRules().split('\n')).toHaveLength(rules.length + 2);
  expect(describeDistributions().split('\n')).toHaveLength(distributions.length + 2);
});

test('near finds a mistyped word and nothing far', () => {
  expect(near('sgima', ['a', 'b', 'sigma'])).toEqual(['sigma']);
  expect(near('Economy', ['economy', 'clock'])).toEqual(['economy']);
  expect(near('zzz', ['economy', 'clock'])).toEqual([]);
});

test('numbers are written the same everywhere', () => {
  expect([1e6, 1e30, 0.05, 1000, 2 ** 53 - 1].map(numberText)).toEqual([
    '1,000,000',
    '1e30',
    '0.05',
    '1000',
    '9,007,199,254,740,991',
  ]);
});
