import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesAt } from '../../../src/scenario/assign.ts';
import { economiesOf } from '../../../src/scenario/economies.ts';
import { applyAll, applySet, parseAssignment } from '../../../src/scenario/paths.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { scenario } from './arbitrary.ts';
import { economyDefaults } from './defaults.ts';
import { expectProblem, refused } from './refused.ts';

const two = parseScenario({
  groups: [{ name: 'labs' }, { name: 'Safe Inc. 2', rule: { type: 'turnpike', horizon: 4 } }],
  variants: [{ name: 'rich', set: { 'groups.labs.K0': 4 } }],
});

describe('applySet', () => {
  test('sets a number, and leaves the scenario it was given alone', () => {
    const before = JSON.stringify(two);
    expect(applySet(two, 'economy.sigma', 0.5).economy.sigma).toBe(0.5);
    expect(applySet(two, 'clock.h', 0.1).clock.h).toBe(0.1);
    expect(applySet(two, 'seed', 9).seed).toBe(9);
    expect(JSON.stringify(two)).toBe(before);
  });

  test('finds groups by name, even with dots, by index, and all by *', () => {
    expect(applySet(two, 'groups.labs.count', 5).groups[0].count).toBe(5);
    expect(applySet(two, 'groups.Safe Inc. 2.count', 5).groups[1].count).toBe(5);
    expect(applySet(two, 'groups.1.rule.horizon', null).groups[1].rule).toEqual({
      type: 'turnpike',
      horizon: null,
    });
    expect(applySet(two, 'groups.*.count', 7).groups.map((group) => group.count)).toEqual([7, 7]);
  });

  test('a bare number is a constant distribution', () => {
    expect(applySet(two, 'groups.labs.K0', 3).groups[0].K0).toEqual({ distribution: 'constant', value: 3 });
  });

  test('another rule or distribution starts with its own defaults', () => {
    expect(applySet(two, 'groups.1.rule.type', 'randomWalk').groups[1].rule).toEqual({
      type: 'randomWalk',
      q: 0.5,
      volatility: 0.3,
    });
    expect(applySet(two, 'groups.1.rule.type', 'turnpike').groups[1].rule.horizon).toBe(4);
    expect(applySet(two, 'groups.labs.T0.distribution', 'lognormal').groups[0].T0).toEqual({
      distribution: 'lognormal',
      median: 1,
      spread: 0.5,
    });
  });

  test('whole objects and lists replace what was there', () => {
    expect(applySet(two, 'economy', { c: 2 }).economy).toEqual({ ...economyDefaults, c: 2 });
    expect(applySet(two, 'groups.labs.rule', { type: 'parity' }).groups[0].rule).toEqual({ type: 'parity' });
    expect(applySet(two, 'variants', []).variants).toEqual([]);
  });

  test('reaches into variants', () => {
    const richer = applySet(two, 'variants.rich.set.groups.labs.K0', 9);
    expect(economiesOf(richer)[1].groups[0].K0).toEqual({ distribution: 'constant', value: 9 });
  });

  test('two changes that need each other may come one by one', () => {
    const list = { distribution: 'list', values: [1, 2, 3] };
    const changed = applyAll(two, [
      { path: 'groups.labs.count', value: 3 },
      { path: 'groups.labs.K0', value: list },
    ]);
    expect(changed.groups[0].K0).toEqual(list);
  });

  const dead: [string, unknown, string, string, string][] = [
    ['economy.sgima', 1, 'economy.sgima', 'an unknown key', 'did you mean "sigma"?'],
    ['econmy.c', 1, 'econmy', 'an unknown key', 'did you mean "economy"?'],
    ['groups.lab.count', 1, 'groups.lab.count', 'no item "lab"', 'did you mean "labs"?'],
    ['groups.2.count', 1, 'groups.2.count', 'no item "2"', 'an index from 0 to 1'],
    ['groups.labs.count', 1e9, 'groups.labs.count', '1000000000', 'from 1 to 1,000,000'],
    ['groups.*.count', 0, 'groups.Safe Inc. 2.count', '0', 'from 1'],
    ['groups.labs.rule.type', 'turnpke', 'groups.labs.rule.type', '"turnpke"', 'did you mean "turnpike"?'],
    ['economy.c.x', 1, 'economy.c.x', 'a path into 1', 'economy.c itself'],
    ['groups.labs.rule.volatility', 1, 'groups.labs.rule.volatility', 'an unknown key', 'type, q'],
    ['', 1, 'path', '""', 'a dotted path'],
    ['economy.', 1, 'economy.', '"economy."', 'a dotted path'],
    ['x'.repeat(500), 1, `${'x'.repeat(59)}…`, '"xxx', 'a dotted path'],
    ['__proto__.polluted', 1, '__proto__', 'an unknown key', 'economy'],
    ['constructor.prototype.polluted', 1, 'constructor', 'an unknown key', 'economy'],
    ['groups.labs.__proto__', { count: 3 }, 'groups.labs.__proto__', 'an unknown key', 'count'],
    ['groups.labs.name', 'else', 'variants.rich.set.groups.labs.K0', 'no item "labs"', '"else"'],
  ];
  test.each(dead)('refuses %s', (path, value, told, got, allowed) => {
    expectProblem(
      refused(() => applySet(two, path, value)),
      told,
      got,
      allowed,
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('parseAssignment', () => {
  test('the value is JSON where it is that, else text', () => {
    expect(parseAssignment('economy.c=1.5')).toEqual({ path: 'economy.c', value: 1.5 });
    expect(parseAssignment('clock.method=euler')).toEqual({ path: 'clock.method', value: 'euler' });
    expect(parseAssignment('groups.a.rule={"type":"parity"}').value).toEqual({ type: 'parity' });
    expect(parseAssignment('groups.a.cHat=null').value).toBeNull();
    expect(parseAssignment('title=a=b').value).toBe('a=b');
  });

  test('refuses what has no path, and what only looks like JSON', () => {
    expectProblem(
      refused(() => parseAssignment('economy.c')),
      '--set',
      '"economy.c"',
      'path=value',
    );
    expectProblem(
      refused(() => parseAssignment('=3')),
      '--set',
      '"=3"',
      'path=value',
    );
    expectProblem(
      refused(() => parseAssignment('groups.a.rule={type:"parity"}')),
      'groups.a.rule',
      'column 2',
      'JSON',
    );
  });
});

test('setting what is there already changes nothing', () => {
  fc.assert(
    fc.property(scenario(), (given) => {
      for (const path of [
        'economy.c',
        'clock',
        'groups.0.rule',
        'groups.0.K0',
        'groups',
        'seed',
        'units.time',
      ])
        expect(applySet(given, path, valuesAt(given, path)[0])).toEqual(given);
    }),
    { numRuns: 50 },
  );
});

test('economiesOf is the base and each variant with its changes, in order', () => {
  fc.assert(
    fc.property(scenario(), (given) => {
      const [base, ...variants] = economiesOf(given);
      const { clock, economy, groups } = given;
      expect(base).toEqual({ name: 'base', from: 0, clock, economy, groups });
      expect(variants.map(({ name }) => name)).toEqual(given.variants.map(({ name }) => name));
      given.variants.forEach(({ set }, i) => {
        const changes = Object.entries(set).map(([path, value]) => ({ path, value }));
        const applied = applyAll({ ...given, variants: [] }, changes);
        expect(variants[i]).toMatchObject({
          clock: applied.clock,
          economy: applied.economy,
          groups: applied.groups,
        });
      });
    }),
    { numRuns: 100 },
  );
});
