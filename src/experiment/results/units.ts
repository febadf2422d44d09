import { parameters, unitOf as unitOfRow } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/types.ts';

/** The unit of the parameter at a path, in the scenario's words; '' for a pure number and for what is no number. */
export function unitOf(path: string, { units }: Scenario): string {
  const [head, , ...rest] = path.split('.');
  const general = head === 'groups' ? ['groups', '*', ...rest].join('.') : path;
  const economy = general.replace('groups.*.', 'economy.');
  const row =
    parameters.find((candidate) => candidate.path === general) ??
    parameters.find((candidate) => candidate.path === economy && candidate.perGroup);
  return row ? unitOfRow(row, units) : '';
}
