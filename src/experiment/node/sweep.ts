import type { Core } from '../../core/core.ts';
import { loadCore } from '../../core/loadNode.ts';
import { hireNode, workersHere } from '../pool/hireNode.ts';
import { type SweepOptions, sweep as sweepOn } from '../sweep.ts';
import type { Experiment, RunRecord } from '../types.ts';

/**
 * Makes the runs of an experiment on threads of this machine (`workers`: as many as it runs at once) and hands over each as
 * it is finished, in no particular order; `record.run` is its number. A failed run is a record with `failure`. `signal`
 * ends the sweep, which throws its reason; leaving the loop ends it too. experiment: from `parseExperiment`.
 *
 *     for await (const { parameters, economies } of sweep(experiment)) console.log(parameters, economies[0].values);
 */
export async function* sweep(
  experiment: Experiment,
  {
    core,
    workers = workersHere(),
    signal,
    runs,
  }: Partial<Omit<SweepOptions, 'hire' | 'core'>> & { core?: Core } = {},
): AsyncGenerator<RunRecord, void, undefined> {
  yield* sweepOn(experiment, { core: core ?? (await loadCore()), hire: hireNode, workers, signal, runs });
}
