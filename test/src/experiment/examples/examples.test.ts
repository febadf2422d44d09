import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCore } from '../../../../src/core/loadNode.ts';
import { analyse, runsOf } from '../../../../src/experiment/analysis/index.ts';
import { Runner } from '../../../../src/experiment/runner.ts';
import { parseExperiment } from '../../../../src/experiment/validate.ts';

const folder = new URL('../../../../src/experiment/examples/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** An example with fewer values of each factor and one replication, run and told apart; runs by regime. */
async function regimesOf(
  name: string,
  steps: number,
): Promise<{ failed: number; regimes: Record<string, number> }> {
  const given = read(name);
  const factors = given.factors.map((factor: object) => ({ ...factor, steps }));
  const experiment = parseExperiment({ ...given, factors, replications: { count: 1 } });
  const core = await loadCore();
  const runner = new Runner(core, experiment);
  const records = Array.from({ length: runner.plan.runs }, (_, run) => runner.run(run));
  const runs = runsOf(records, experiment, core.hash);
  const { economies, failures } = await analyse({ experiment, coreHash: core.hash, runs, series: null });
  const [{ classification, counts }] = economies[0].classed;
  return {
    failed: failures.length,
    regimes: Object.fromEntries(classification.regimes.map(({ id }, i) => [id, counts[i]])),
  };
}

describe('the shipped experiments', () => {
  it.each(readdirSync(folder))('%s is a complete experiment', (name) => {
    expect(() => parseExperiment(read(name))).not.toThrow();
    expect(name).toBe(`${read(name).name}.json`);
  });

  // A sixty-fourth of the shipped grids; each region of the pictures is far larger than a cell of these.
  it('runaway-plateau has all four regimes, and no run fails', async () => {
    const { failed, regimes } = await regimesOf('runaway-plateau.json', 9);
    expect(failed).toBe(0);
    for (const id of ['runaway', 'growing', 'plateau', 'shrinking'])
      expect(regimes[id], id).toBeGreaterThanOrEqual(5);
  });

  it('free-riding-racing has all three regimes, and no run fails', async () => {
    const { failed, regimes } = await regimesOf('free-riding-racing.json', 7);
    expect(failed).toBe(0);
    for (const id of ['monopoly', 'racing', 'free-riding']) expect(regimes[id], id).toBeGreaterThanOrEqual(5);
  });
});
