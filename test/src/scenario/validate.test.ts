import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenario, parseScenarioText } from '../../../src/scenario/validate.ts';
import { scenarioInput } from './arbitrary.ts';
import { economyDefaults, noOverrides } from './defaults.ts';
import { group, variant } from './refusals/given.ts';
import { malformed } from './refusals/malformed.ts';
import { hostile } from './refusals/texts.ts';
import { expectProblem, refused } from './refused.ts';

describe('parseScenario refuses, and names parameter, value and range', () => {
  test.each(malformed.map((row, i) => [i, ...row] as const))(
    'malformed scenario %i',
    (_, input, path, got, allowed) => {
      expectProblem(
        refused(() => parseScenario(input)),
        path,
        got,
        allowed,
      );
    },
  );

  test('all problems at once', () => {
    const error = refused(() =>
      parseScenario({ economy: { c: 9, x: 1 }, seed: -1, groups: [{ count: 0, a: -1 }] }),
    );
    expect(error.problems.map((problem) => problem.path).sort()).toEqual([
      'economy.c',
      'economy.x',
      'groups.0.a',
      'groups.0.count',
      'seed',
    ]);
  });

  test('the problems of every variant at once', () => {
    const variants = [
      { name: 'one', set: { 'economy.c': 9 } },
      { name: 'two', set: { 'clock.h': 0 } },
    ];
    const error = refused(() => parseScenario({ variants }));
    expect(error.problems.map(({ path }) => path)).toEqual([
      'variants.one.set.economy.c',
      'variants.two.set.clock.h',
    ]);
  });
});

describe('parseScenarioText', () => {
  test.each(hostile.map((row, i) => [i, ...row] as const))(
    'refuses hostile text %i soon',
    (_, text, path, got, allowed) => {
      expectProblem(
        refused(() => parseScenarioText(text), 10_000),
        path,
        got,
        allowed,
      );
    },
  );

  test('reads a file with a byte-order mark', () => {
    expect(parseScenarioText('\ufeff{"seed": 4}').seed).toBe(4);
  });
});

describe('parseScenario fills defaults', () => {
  test('{} is one lab, every default explicit', () => {
    expect(parseScenario({})).toEqual({
      turnpike: 1,
      name: 'untitled',
      title: '',
      lookFor: '',
      seed: 1,
      units: { time: 'time units', chips: 'chip units', training: 'training units' },
      clock: { h: 0.05, until: 3, method: 're6', epsilon: 0.05 },
      economy: economyDefaults,
      groups: [
        {
          name: 'labs',
          count: 1,
          rule: { type: 'fixed', q: 0.5 },
          K0: { distribution: 'constant', value: 1 },
          T0: { distribution: 'constant', value: 1 },
          cHat: null,
          noise: 0,
          ...noOverrides,
        },
      ],
      variants: [],
    });
  });

  test('a bare number is a constant distribution', () => {
    const [labs] = parseScenario({ groups: [{ K0: 2, cHat: 3 }] }).groups;
    expect(labs.K0).toEqual({ distribution: 'constant', value: 2 });
    expect(labs.cHat).toEqual({ distribution: 'constant', value: 3 });
  });

  test('names with commas between them are a list, in the changes of variants too', () => {
    const { economy, groups, variants } = parseScenario({
      economy: { techniques: 'mcts,pruning' },
      ...group({ techniques: 'cheap-verification' }),
      ...variant({ 'groups.labs.techniques': 'pruning, mcts' }),
    });
    expect(economy.techniques).toEqual(['mcts', 'pruning']);
    expect(groups[0].techniques).toEqual(['cheap-verification']);
    expect(variants[0].set).toEqual({ 'groups.labs.techniques': ['pruning', 'mcts'] });
  });

  test('defaults are explicit in the changes of variants too', () => {
    const { variants } = parseScenario(variant({ 'groups.*.rule': { type: 'turnpike' }, 'groups.0.K0': 2 }));
    expect(variants[0].set).toEqual({
      'groups.*.rule': { type: 'turnpike', horizon: null },
      'groups.0.K0': { distribution: 'constant', value: 2 },
    });
  });

  test('−0 becomes 0, which JSON can hold', () => {
    expect(Object.is(parseScenario({ economy: { sigma: -0 } }).economy.sigma, 0)).toBe(true);
  });

  test('defaults are never shared between scenarios', () => {
    const [one, two] = [parseScenario({}), parseScenario({})];
    expect(one.groups[0].K0).not.toBe(two.groups[0].K0);
    expect(one.groups[0].rule).not.toBe(two.groups[0].rule);
    expect(one.variants).not.toBe(two.variants);
  });

  test('a million values are read', () => {
    const values = Array(1_000_000).fill(2);
    expect(parseScenario(group({ count: 1e6, K0: { distribution: 'list', values } })).groups[0].count).toBe(
      1e6,
    );
  });
});

test('parsing a parsed scenario changes nothing, and the input is left alone', () => {
  fc.assert(
    fc.property(scenarioInput(), (input) => {
      const before = JSON.stringify(input);
      const once = parseScenario(input);
      expect(parseScenario(once)).toEqual(once);
      expect(parseScenarioText(JSON.stringify(once))).toEqual(once);
      expect(JSON.stringify(input)).toBe(before);
    }),
    { numRuns: 300 },
  );
});
