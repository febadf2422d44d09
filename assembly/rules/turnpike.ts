// Turnpike: the optimal feedback law, towards a fixed end time or for ever, averaged over the tick.
import { GROUP_RULE_PARAMETER } from '../state/layout';
import { groupField } from '../state/memory';
import { group, t } from './frame';
import { planAverage } from './optimalPlan';

export function turnpike(): void {
  const end = groupField(group, GROUP_RULE_PARAMETER);
  planAverage(end - t > 0 ? end - t : 0);
}
