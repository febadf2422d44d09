// Receding horizon: at each tick the first control of the plan that is best for a foresight H from now.
import { GROUP_RULE_PARAMETER } from '../state/layout';
import { groupField } from '../state/memory';
import { group } from './frame';
import { planAverage } from './optimalPlan';

export function recedingHorizon(): void {
  planAverage(groupField(group, GROUP_RULE_PARAMETER));
}
