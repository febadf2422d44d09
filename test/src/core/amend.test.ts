import { expect, test } from 'vitest';
import { applySet, isAmendment, parseScenario, type Scenario } from '../../../src/scenario/index.ts';
import { simulate } from './harness.ts';

const of = parseScenario({
  seed: 5,
  clock: { h: 0.05, until: 1.02 },
  groups: [{ name: 'walkers', count: 5, rule: { type: 'randomWalk' }, K0: 0.2, T0: 0.3 }],
  variants: [
    { name: 'longer', set: { 'clock.until': 2 } },
    { name: 'open', set: { 'economy.sigma': 0.5 } },
  ],
});

const hashesAtEnd = (scenario: Scenario) => {
  const simulation = simulate(scenario);
  simulation.run();
  return simulation.economies.map((economy) => [economy.t, economy.status, economy.hash()]);
};

test('words and the end of the run are amendments, anything else is not', () => {
  for (const [path, value] of [
    ['clock.until', 3],
    ['title', 'Other words'],
    ['units.chips', 'H100e'],
    ['name', 'other'],
  ] as const)
    expect(isAmendment(of, applySet(of, path, value))).toBe(true);
  for (const [path, value] of [
    ['seed', 6],
    ['clock.h', 0.04],
    ['economy.a', 2],
    ['groups.0.name', 'others'],
    ['variants', []],
  ] as const)
    expect(isAmendment(of, applySet(of, path, value))).toBe(false);
});

test('a run that goes on with another end is the run that had it from the start', () => {
  for (const until of [0.7, 1, 1.5]) {
    const amended = applySet(of, 'clock.until', until);
    const simulation = simulate(of);
    const start = simulation.snapshot();
    for (let step = 0; step < 12; step++) simulation.step();
    simulation.amend(amended);
    expect(simulation.scenario).toBe(amended);
    simulation.run();
    const ends = () => simulation.economies.map((economy) => [economy.t, economy.status, economy.hash()]);
    expect(ends()).toEqual(hashesAtEnd(amended));
    // A snapshot from before the end was moved leads to the new one.
    simulation.restore(start);
    simulation.run();
    expect(ends()).toEqual(hashesAtEnd(amended));
  }
});

test('refuses anything else', () => {
  expect(() => simulate(of).amend(applySet(of, 'economy.a', 2))).toThrow('allowed: words and clock.until');
});
