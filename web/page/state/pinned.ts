import { signal } from '@preact/signals';
import { economiesOf } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { LabPlace } from '../../shared/protocol.ts';

/** Where the lab is that is looked at closely, or that a link asks for; null: nowhere. */
export const pinnedPlace = signal<LabPlace | null>(null);

/** Has the scenario a lab there? */
export function hasLab(of: Scenario, { economy, group, lab }: LabPlace): boolean {
  const found = economiesOf(of)[economy]?.groups[group];
  return found !== undefined && lab < found.count;
}

/** Economy, group and lab, each counted from 1: 1.2.17. */
export const placeText = ({ economy, group, lab }: LabPlace): string =>
  [economy, group, lab].map((index) => index + 1).join('.');

/** The place that such a text names; null where it names none. */
export function placeIn(text: string): LabPlace | null {
  const match = /^([1-9]\d{0,6})\.([1-9]\d{0,6})\.([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const [economy, group, lab] = match.slice(1).map((index) => Number(index) - 1);
  return { economy, group, lab };
}
