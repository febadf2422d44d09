import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Simulation } from '../../../src/core/index.ts';
import { checkpoints, goldenRuns } from '../../golden/runs.ts';
import { core } from './harness.ts';

const golden = JSON.parse(readFileSync(new URL('../../golden/hashes.json', import.meta.url), 'utf8'));

// Large before small and small before large: what a scenario leaves behind lies where another's columns come to be.
test.each([
  ['in order', Object.keys(goldenRuns)],
  ['backwards', Object.keys(goldenRuns).reverse()],
])('runs one after another in one instance, %s, have the bits of fresh ones', (_, names) => {
  let spent: Simulation | null = null;
  for (const name of names) {
    spent = new Simulation(core, goldenRuns[name], spent);
    expect(checkpoints(spent), name).toEqual(golden.runs[name]);
  }
});

test('an instance goes on to a scenario of the same core only', () => {
  const [scenario] = Object.values(goldenRuns);
  const other = new Simulation({ ...core }, scenario);
  expect(() => new Simulation(core, scenario, other)).toThrow('another core');
});
