import type { Units } from '../../../src/scenario/types.ts';
import { type Domains, PANELS, type PanelId } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';

/** The unit each axis counts in; null for shares and numbers of labs, which are the same everywhere. */
const UNITS: Readonly<Record<PanelId, { x: keyof Units | null; y: keyof Units | null }>> = {
  phase: { x: 'training', y: 'chips' },
  chips: { x: 'time', y: 'chips' },
  share: { x: 'time', y: null },
  splits: { x: null, y: null },
  sizes: { x: 'chips', y: null },
  stream: { x: 'time', y: null },
  concentration: { x: 'time', y: null },
};

/** One run's axes, made wide enough for another's too; an axis on which the two count in different units stays its own. */
export function sharedDomains(own: Domains, other: Domains, run: Run, beside: Run): Domains {
  const { units } = run.simulation.scenario;
  const theirs = beside.simulation.scenario.units;
  const shared = (panel: PanelId, axis: 'x' | 'y'): [number, number] => {
    const unit = UNITS[panel][axis];
    const [low, high] = own[panel][axis];
    if (unit !== null && units[unit] !== theirs[unit]) return [low, high];
    const [otherLow, otherHigh] = other[panel][axis];
    return [Math.min(low, otherLow), Math.max(high, otherHigh)];
  };
  return Object.fromEntries(
    PANELS.map((panel) => [panel, { x: shared(panel, 'x'), y: shared(panel, 'y') }]),
  ) as Domains;
}
