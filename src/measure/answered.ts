import type { Condition } from '../scenario/lessons/index.ts';
import type { EconomySummary } from './summary.ts';

/** Does a run show what a lesson's question asks for? */
export function answered(condition: Condition, { status, blowUpTime, groups }: EconomySummary): boolean {
  switch (condition.measure) {
    case 'blowUpTime':
      return blowUpTime !== null && blowUpTime < condition.below;
    case 'status':
      return status === condition.is;
    case 'leader': {
      const most = Math.max(...Object.values(groups).map(({ K }) => K));
      return groups[condition.is]?.K === most;
    }
  }
}
