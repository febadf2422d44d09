import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenario, parseScenarioText } from '../../../src/scenario/validate.ts';
import { scenarioInput } from './arbitrary.ts';
import { expectProblem, refused } from './refused.ts';

const group = (given: object) => ({ groups: [{ name: 'labs', ...given }] });
const K0 = (given: unknown) => group({ K0: given });
const variant = (set: object, name = 'v') => ({ variants: [{ name, set }] });
const json = (text: string) => JSON.parse(text) as unknown;

/** What is wrong, then the path, what was got and what is allowed, as the message must say them. */
const malformed: [unknown, string, string, string][] = [
  [null, 'scenario', 'null', 'an object with the keys'],
  [5, 'scenario', '5', 'an object'],
  ['figure-1', 'scenario', '"figure-1"', 'an object'],
  [[], 'scenario', 'a list of 0', 'an object'],
  [{ turnpike: 2 }, 'turnpike', '2', '1'],
  [{ clok: {} }, 'clok', 'an unknown key', 'did you mean "clock"?'],
  [json('{"__proto__": {"economy": {"c": 2}}}'), '__proto__', 'an unknown key', 'economy'],
  [{ constructor: 1 }, 'constructor', 'an unknown key', 'economy'],
  [
    { name: '<script>alert(1)</script>' },
    'name',
    '"<script>alert(1)</script>"',
    'printable characters without <',
  ],
  [{ name: '' }, 'name', '""', '1 to 60'],
  [{ name: 'x'.repeat(61) }, 'name', '"xxx', '1 to 60'],
  [{ name: 'a\u202eb' }, 'name', 'a\\u202eb', 'printable'],
  [{ name: 'a\nb' }, 'name', '"a\\u000ab"', 'printable'],
  [{ name: 'a\ud800' }, 'name', '\\ud800', 'printable'],
  [{ name: 7 }, 'name', '7', '1 to 60'],
  [{ title: '<b>' }, 'title', '"<b>"', 'without < >'],
  [{ lookFor: 'x'.repeat(601) }, 'lookFor', '"xxx', '0 to 600'],
  [{ seed: 1.5 }, 'seed', '1.5', 'a whole number from 0 to 9,007,199,254,740,991'],
  [{ seed: -1 }, 'seed', '-1', 'a whole number from 0'],
  [{ seed: 2 ** 53 }, 'seed', '9007199254740992', 'a whole number'],
  [{ seed: '1' }, 'seed', '"1"', 'a whole number'],
  [{ units: { time: '<i>' } }, 'units.time', '"<i>"', '1 to 30'],
  [{ units: { mass: 'kg' } }, 'units.mass', 'an unknown key', 'time, chips, training'],
  [{ clock: [] }, 'clock', 'a list of 0', 'h, until, method, epsilon'],
  [{ clock: { h: 0 } }, 'clock.h', '0', 'a number above 0, at most 1000'],
  [{ clock: { h: 1e-9 } }, 'clock.h', '3,000,000,000 ticks', 'at most 10,000,000 ticks'],
  [{ clock: { until: -1 } }, 'clock.until', '-1', 'a number above 0, at most 1,000,000'],
  [{ clock: { until: Number.POSITIVE_INFINITY } }, 'clock.until', 'Infinity', 'at most 1,000,000'],
  [{ clock: { method: 'rk4' } }, 'clock.method', '"rk4"', 're6 or euler'],
  [{ clock: { epsilon: 1 } }, 'clock.epsilon', '1', 'from 0.005 to 0.5'],
  [{ economy: 'rich' }, 'economy', '"rich"', 'an object with the keys a, b, c, s, sigma'],
  [{ economy: null }, 'economy', 'null', 'an object'],
  [{ economy: { a: 0 } }, 'economy.a', '0', 'above 0'],
  [{ economy: { b: 2e6 } }, 'economy.b', '2000000', 'at most 1,000,000'],
  [{ economy: { c: 'x' } }, 'economy.c', '"x"', 'a number from 0.05 to 5'],
  [{ economy: { c: 'NaN' } }, 'economy.c', '"NaN"', 'a number from 0.05 to 5'],
  [{ economy: { c: Number.NaN } }, 'economy.c', 'NaN', 'a number from 0.05 to 5'],
  [json('{"economy": {"c": 1e999}}'), 'economy.c', 'Infinity', 'a number from 0.05 to 5'],
  [{ economy: { c: null } }, 'economy.c', 'null', 'a number from 0.05 to 5'],
  [{ economy: { c: true } }, 'economy.c', 'true', 'a number'],
  [{ economy: { c: [1] } }, 'economy.c', 'a list of 1', 'a number'],
  [{ economy: { s: 1.01 } }, 'economy.s', '1.01', 'from 0 to 1'],
  [{ economy: { sgima: 0.5 } }, 'economy.sgima', 'an unknown key', 'did you mean "sigma"?'],
  [{ economy: { sigma: -0.1 } }, 'economy.sigma', '-0.1', 'from 0 to 1'],
  [{ groups: {} }, 'groups', 'an object', 'a list of 1 to 64 groups'],
  [{ groups: [] }, 'groups', 'a list of 0', 'a list of 1 to 64 groups'],
  [{ groups: Array(65).fill({}) }, 'groups', 'a list of 65', 'a list of 1 to 64 groups'],
  [{ groups: [null] }, 'groups.0', 'null', 'an object with the keys name, count'],
  [{ groups: [{}, {}] }, 'groups.1.name', '"labs" a second time', 'a name of its own'],
  [{ groups: [{ name: '3' }] }, 'groups.0.name', '"3"', 'not only digits'],
  [{ groups: [{ name: 'a=b' }] }, 'groups.0.name', '"a=b"', 'without'],
  [group({ count: 1e9 }), 'groups.labs.count', '1000000000', 'a whole number from 1 to 1,000,000'],
  [group({ count: 0 }), 'groups.labs.count', '0', 'a whole number from 1'],
  [group({ count: 2.5 }), 'groups.labs.count', '2.5', 'a whole number'],
  [
    {
      groups: [
        { name: 'a', count: 7e5 },
        { name: 'b', count: 7e5 },
      ],
    },
    'groups.*.count',
    '1,400,000 labs',
    'at most 1,000,000',
  ],
  [group({ rule: 'parity' }), 'groups.labs.rule', '"parity"', 'an object with a type'],
  [group({ rule: { type: 'turnpik' } }), 'groups.labs.rule.type', '"turnpik"', 'did you mean "turnpike"?'],
  [group({ rule: {} }), 'groups.labs.rule.type', 'nothing', 'fixed, parity, turnpike'],
  [group({ rule: { type: '__proto__' } }), 'groups.labs.rule.type', '"__proto__"', 'fixed'],
  [group({ rule: { type: 'fixed', q: 1.2 } }), 'groups.labs.rule.q', '1.2', 'a number from 0 to 1'],
  [group({ rule: { type: 'parity', q: 0.5 } }), 'groups.labs.rule.q', 'an unknown key', 'type'],
  [group({ rule: { type: 'turnpike', horizon: 0 } }), 'groups.labs.rule.horizon', '0', 'or null: no end'],
  [
    group({ rule: { type: 'recedingHorizon', horizon: '∞' } }),
    'groups.labs.rule.horizon',
    '"∞"',
    'or null: unlimited',
  ],
  [
    group({ rule: { type: 'randomWalk', volatility: 11 } }),
    'groups.labs.rule.volatility',
    '11',
    'from 0 to 10',
  ],
  [K0(-1), 'groups.labs.K0.value', '-1', 'a number above 0, at most 1e30'],
  [K0(0), 'groups.labs.K0.value', '0', 'a number above 0'],
  [K0(null), 'groups.labs.K0', 'null', 'a number above 0, at most 1e30, or a distribution'],
  [K0('1'), 'groups.labs.K0', '"1"', 'a distribution of such numbers'],
  [
    K0({ distribution: 'normal' }),
    'groups.labs.K0.distribution',
    '"normal"',
    'constant, uniform, lognormal, pareto, list',
  ],
  [K0({ value: 1 }), 'groups.labs.K0.distribution', 'nothing', 'constant'],
  [K0({ distribution: 'uniform', min: 2, max: 1 }), 'groups.labs.K0.max', '1, below min 2', 'at least min'],
  [K0({ distribution: 'lognormal', median: -1 }), 'groups.labs.K0.median', '-1', 'above 0'],
  [K0({ distribution: 'lognormal', spread: 11 }), 'groups.labs.K0.spread', '11', 'from 0 to 10'],
  [K0({ distribution: 'pareto', shape: 0 }), 'groups.labs.K0.shape', '0', 'from 0.1 to 1000'],
  [K0({ distribution: 'list' }), 'groups.labs.K0.values', 'nothing', 'a list'],
  [K0({ distribution: 'list', values: [] }), 'groups.labs.K0.values', 'a list of 0', 'at least one value'],
  [K0({ distribution: 'list', values: [1, 'x'] }), 'groups.labs.K0.values.1', '"x"', 'above 0'],
  [
    K0({ distribution: 'list', values: [1, 2] }),
    'groups.labs.K0.values',
    '2 values for 1 labs',
    'as many values as',
  ],
  [group({ cHat: 6 }), 'groups.labs.cHat.value', '6', 'above 0, at most 5'],
  [group({ c: 6 }), 'groups.labs.c', '6', "from 0.05 to 5, or null: the economy's value"],
  [group({ b: 2 }), 'groups.labs.b', 'an unknown key', 'sigma'],
  [{ variants: {} }, 'variants', 'an object', 'a list of at most 32 variants'],
  [{ variants: Array(33).fill({}) }, 'variants', 'a list of 33', 'at most 32'],
  [{ variants: [{ set: {} }] }, 'variants.0.name', 'nothing', '1 to 60'],
  [{ variants: [{ name: 'v', set: [] }] }, 'variants.v.set', 'a list of 0', 'an object of changes'],
  [variant({}, 'base'), 'variants.base.name', '"base"', 'a name of its own'],
  [{ variants: [{ name: 'v' }, { name: 'v' }] }, 'variants.1.name', '"v" a second time', 'a name of its own'],
  [variant({ seed: 2 }), 'variants.v.set.seed', 'no variant may make', 'clock, economy, groups'],
  [variant({ variants: [] }), 'variants.v.set.variants', 'no variant may make', 'clock, economy, groups'],
  [
    json('{"variants":[{"name":"v","set":{"__proto__":1}}]}'),
    'variants.v.set.__proto__',
    'no variant may make',
    'clock',
  ],
  [variant({ 'economy.c': 9 }), 'variants.v.set.economy.c', '9', 'from 0.05 to 5'],
  [variant({ 'economy.cc': 1 }), 'variants.v.set.economy.cc', 'an unknown key', 'a, b, c, s, sigma'],
  [
    variant({ 'groups.lab.count': 2 }),
    'variants.v.set.groups.lab.count',
    'no item "lab"',
    'did you mean "labs"?',
  ],
  [
    variant({ 'groups.labs.count.x': 2 }),
    'variants.v.set.groups.labs.count.x',
    'a path into 1',
    'groups.labs.count itself',
  ],
  [variant({ clock: { h: 1e-8 } }), 'variants.v.set.clock.h', 'ticks', 'at most 10,000,000 ticks'],
  [
    { ...group({ count: 6e5 }), ...variant({}) },
    'groups.*.count',
    '1,200,000 labs in 2 economies',
    'at most 1,000,000',
  ],
];

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

/** Long texts, up to the limit of ten million characters; the bound leaves room for a slow, busy machine. */
const hostile: [string, string, string, string][] = [
  ['', 'scenario', 'line 1, column 1: the text ends', 'JSON'],
  ['{"economy": {"c": 1}', 'scenario', 'the text ends where , or } should be', 'JSON'],
  ['{"economy":\n {"c": NaN}}', 'scenario', 'line 2, column 8: "NaN}}"', 'JSON'],
  ['{"seed": 01}', 'scenario', 'line 1, column 11', 'JSON'],
  ["{'seed': 1}", 'scenario', 'line 1, column 2', 'JSON'],
  ['{"seed": 1,}', 'scenario', 'line 1, column 12: "}" where a key should be', 'JSON'],
  ['[1,]', 'scenario', 'column 4: "]" where a value should be', 'JSON'],
  ['{} {}', 'scenario', 'where the end should be', 'JSON'],
  ['{"name": "a\tb"}', 'scenario', 'line 1, column 12', 'JSON'],
  [' '.repeat(10_000_001), 'scenario', '10,000,001 characters', 'at most 10,000,000'],
  ['['.repeat(5e5), 'scenario', 'the text ends', 'JSON'],
  [`${'['.repeat(5e5)}${']'.repeat(5e5)}`, 'scenario', 'a list of 1', 'an object'],
  [`{"groups":${'['.repeat(5e5)}${']'.repeat(5e5)}}`, 'groups.0', 'a list of 1', 'an object'],
  [`{"groups":[${'{},'.repeat(5e5)}{}]}`, 'groups', 'a list of 500,001', '1 to 64'],
  [`{${Array.from({ length: 1e5 }, (_, i) => `"k${i}":1`)}}`, '…', '99990 more unknown keys', 'economy'],
  [`{"name":"${'a'.repeat(9e6)}"}`, 'name', '"aaa', '1 to 60'],
  [
    `{"groups":[{"count":1000000,"K0":{"distribution":"list","values":[${'0,'.repeat(1e6)}0]}}]}`,
    'groups.0.K0.values.0',
    '0',
    'above 0',
  ],
  [
    `{"variants":[{"name":"v","set":{${Array.from({ length: 1e5 }, (_, i) => `"economy.k${i}":1`)}}}]}`,
    'variants.v.set',
    '100,000 changes',
    'at most 256',
  ],
];

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
      economy: { a: 1, b: 1, c: 1, s: 1, sigma: 0 },
      groups: [
        {
          name: 'labs',
          count: 1,
          rule: { type: 'fixed', q: 0.5 },
          K0: { distribution: 'constant', value: 1 },
          T0: { distribution: 'constant', value: 1 },
          cHat: null,
          a: null,
          c: null,
          s: null,
          sigma: null,
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
