import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { economiesOf } from '../../../src/scenario/economies.ts';
import {
  addGroup,
  duplicateGroup,
  freshGroupName,
  hasRoom,
  moveGroup,
  removeGroup,
  renameGroup,
} from '../../../src/scenario/groups.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { refused } from './refused.ts';

const three = parseScenario({
  groups: [
    { name: 'labs', rule: { type: 'fixed', q: 0.4 } },
    { name: 'Safe Inc. 2', rule: { type: 'turnpike', horizon: 4 }, a: 2 },
    { name: 'rest', count: 3, K0: { distribution: 'list', values: [5, 6, 7] }, rule: { type: 'parity' } },
  ],
  variants: [
    { name: 'rich', set: { 'groups.1.K0': 4, 'economy.c': 2 } },
    { name: 'safe', set: { 'groups.Safe Inc. 2.rule.horizon': 9 } },
    { name: 'all', set: { 'groups.*.noise': 0.1 } },
    { name: 'fork', from: 1, set: {} },
  ],
});

const names = ({ groups }: Scenario) => groups.map(({ name }) => name);

/** What every economy is, by the names of its groups: what a change of places must leave alone. */
const meaning = (scenario: Scenario) =>
  economiesOf(scenario).map(({ name, economy, groups }) => ({
    name,
    economy,
    groups: Object.fromEntries(groups.map((group) => [group.name, group])),
  }));

describe('groups', () => {
  test('a copy stands behind its original and differs in name alone', () => {
    const next = duplicateGroup(three, 1);
    expect(names(next)).toEqual(['labs', 'Safe Inc. 2', 'Safe Inc. 3', 'rest']);
    expect({ ...next.groups[2], name: '' }).toEqual({ ...three.groups[1], name: '' });
  });

  test('an added one has the last group’s values, one lab, and a rule nobody has yet', () => {
    const next = addGroup(three);
    const added = next.groups[3];
    expect(added).toMatchObject({
      name: 'receding horizon',
      count: 1,
      K0: { distribution: 'constant', value: 5 },
    });
    expect(three.groups.some(({ rule }) => rule.type === added.rule.type)).toBe(false);
    expect(economiesOf(next)).toHaveLength(5);
  });

  test('names are their own, however often and however long', () => {
    const long = parseScenario({ groups: [{ name: 'x'.repeat(60) }] });
    let next = long;
    while (hasRoom(next)) next = duplicateGroup(next, 0);
    expect(next.groups).toHaveLength(64);
    expect(new Set(names(next)).size).toBe(64);
    expect(refused(() => duplicateGroup(next, 0)).problems[0].allowed).toContain('64');
    expect(freshGroupName(three, 'new')).toBe('new');
    expect(freshGroupName(three, 'rest')).toBe('rest 2');
  });

  test('in any other order every economy stays what it was', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), (from, to) => {
        const next = moveGroup(three, from, to);
        expect(names(next)).toEqual(names(three).toSpliced(from, 1).toSpliced(to, 0, names(three)[from]));
        expect(meaning(next)).toEqual(meaning(three));
      }),
    );
  });

  test('another name is followed by the variants that name it', () => {
    const next = renameGroup(three, 1, 'pike');
    expect(next.variants[0].set).toEqual({
      'groups.pike.K0': { distribution: 'constant', value: 4 },
      'economy.c': 2,
    });
    expect(next.variants[1].set).toEqual({ 'groups.pike.rule.horizon': 9 });
    expect(refused(() => renameGroup(three, 1, 'rest')).problems[0].got).toContain('a second time');
  });

  test('one that goes takes along what variants changed of it alone', () => {
    const { scenario, dropped, variants } = removeGroup(three, 1);
    expect(names(scenario)).toEqual(['labs', 'rest']);
    expect(dropped).toEqual([
      { variant: 'rich', paths: ['groups.Safe Inc. 2.K0'] },
      { variant: 'safe', paths: ['groups.Safe Inc. 2.rule.horizon'] },
    ]);
    expect(variants).toEqual(['safe']);
    expect(scenario.variants.map(({ name, set }) => [name, set])).toEqual([
      ['rich', { 'economy.c': 2 }],
      ['all', { 'groups.*.noise': 0.1 }],
      ['fork', {}],
    ]);
  });

  test('the last one stays', () => {
    const one = parseScenario({});
    expect(refused(() => removeGroup(one, 0)).problems[0].path).toBe('groups');
  });
});
