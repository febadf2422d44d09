import { expect, test } from 'vitest';
import { applySet, haveSameRun, isAmendment, parseScenario } from '../../../src/scenario/index.ts';
import { simulate } from './harness.ts';

const of = parseScenario({
  seed: 5,
  groups: [{ name: 'walkers', count: 5, rule: { type: 'randomWalk' } }],
  variants: [{ name: 'longer', set: { 'clock.until': 4 } }],
});

test.each([
  ['title', 'Other words', true, true],
  ['units.chips', 'H100e', true, true],
  ['name', 'other', true, true],
  ['clock.until', 2, false, true],
  ['variants.longer.set', { 'clock.until': 5 }, false, true],
  ['seed', 6, false, false],
  ['clock.h', 0.04, false, false],
  ['economy.a', 2, false, false],
  ['groups.0.name', 'others', false, false],
  ['variants', [], false, false],
])('another %s: the same run, or its beginning?', (path, value, isSame, isBeginning) => {
  const other = applySet(of, path, value);
  expect([haveSameRun(of, other), isAmendment(of, other)]).toEqual([isSame, isBeginning]);
});

test('other words are taken over under way, and snapshots from before still lead back', () => {
  const simulation = simulate(of);
  const start = simulation.snapshot();
  const hash = simulation.economies[0].hash();
  simulation.step();
  const worded = applySet(of, 'units.time', 'years');
  simulation.reword(worded);
  expect(simulation.scenario).toBe(worded);
  simulation.restore(start);
  expect(simulation.economies[0].hash()).toBe(hash);
  expect(() => simulation.reword(applySet(of, 'clock.until', 2))).toThrow('allowed: name, title');
});
