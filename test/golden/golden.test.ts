import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/core/index.ts';
import { loadCore } from '../../src/core/loadNode.ts';
import { checkpoints, goldenRuns } from './runs.ts';

// The file changes only with a stated reason:
//   GOLDEN_REASON="what changed the bits, and why" npx vitest run test/golden
const FILE = new URL('./hashes.json', import.meta.url);
const reason = process.env.GOLDEN_REASON;
const core = await loadCore();
const run = (name: string) => checkpoints(new Simulation(core, goldenRuns[name]));

if (reason) {
  const runs = Object.fromEntries(Object.keys(goldenRuns).map((name) => [name, run(name)]));
  writeFileSync(FILE, `${JSON.stringify({ reason, runs }, null, 2)}\n`);
}
const golden = JSON.parse(readFileSync(FILE, 'utf8'));

describe('golden state hashes', () => {
  it('cover every preset', () => {
    expect(Object.keys(golden.runs).sort()).toEqual(Object.keys(goldenRuns).sort());
  });

  it.each(Object.keys(goldenRuns))('%s', (name) => {
    expect(run(name)).toEqual(golden.runs[name]);
  });
});
