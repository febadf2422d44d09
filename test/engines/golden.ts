import { compileCore, Simulation } from '../../src/core/index.ts';
import { type Checkpoints, checkpoints, goldenRuns } from '../golden/runs.ts';

/** The hashes of every golden run in the engine that calls this, by run and economy. */
export async function goldenHashes(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, Record<string, Checkpoints>>> {
  const core = await compileCore(bytes);
  return Object.fromEntries(
    Object.entries(goldenRuns).map(([name, scenario]) => [name, checkpoints(new Simulation(core, scenario))]),
  );
}
