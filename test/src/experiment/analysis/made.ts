import { type Results, runsOf } from '../../../../src/experiment/analysis/index.ts';
import { Plan, type PlannedRun } from '../../../../src/experiment/plan.ts';
import type { EconomyRecord, Experiment, RunRecord } from '../../../../src/experiment/types.ts';
import { parseExperiment } from '../../../../src/experiment/validate.ts';

export const lab = { groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.5 } }] };

export const experimentOf = (given: object): Experiment => parseExperiment({ scenario: lab, ...given });

/** The record of a run whose outcome is made up. */
export function recordOf(plan: Plan, planned: PlannedRun, made: Partial<EconomyRecord> | null): RunRecord {
  const { run, point, replication, seed } = planned;
  const base: EconomyRecord = { economy: 'base', status: 'finished', values: {}, series: null };
  return {
    ...{ run, point, replication, seed, parameters: plan.parameters(planned), key: '0'.repeat(16) },
    economies: made ? [{ ...base, ...made }] : [],
    failure: made ? null : { stage: 'start', economy: null, tick: null, reason: 'made up' },
  };
}

/** Results whose outcomes are made up: null for a run that fails before it begins. */
export function resultsOf(
  experiment: Experiment,
  outcome: (planned: PlannedRun) => Partial<EconomyRecord> | null,
): Results {
  const plan = new Plan(experiment);
  const records = Array.from({ length: plan.runs }, (_, run) => {
    const planned = plan.run(run);
    return recordOf(plan, planned, outcome(planned));
  });
  return { experiment, coreHash: 'c0de', runs: runsOf(records, experiment, 'c0de'), series: null };
}
