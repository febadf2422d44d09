import { version } from '../../version.ts';
import type { Experiment } from '../types.ts';
import type { Column } from './columns.ts';

/** What a file of results says of itself: nothing that depends on when, where or by how many workers it was made. */
export function describeFile(
  experiment: Experiment,
  coreHash: string,
  columns: readonly Column[],
): { key: string; value: string }[] {
  const { scenario, ...rest } = experiment;
  return Object.entries({
    turnpike: version,
    core: coreHash,
    seed: String(experiment.replications.seed),
    experiment: JSON.stringify({ ...rest, scenario: scenario.name }),
    scenario: JSON.stringify(scenario),
    columns: JSON.stringify(columns.map(({ name, unit, description }) => ({ name, unit, description }))),
  }).map(([key, value]) => ({ key, value }));
}
