import { signal } from '@preact/signals';
import type { Inspection, LabPlace } from '../../shared/protocol.ts';
import { api, ready } from '../lab/session.ts';
import { hasLab, pinnedPlace } from './pinned.ts';
import { onChange, summary } from './run.ts';
import { chosen, scenario } from './scenario.ts';

/** The lab that is looked at closely: by a click on its dot, or by its number. */

export const isInspecting = signal(false);

/** What the worker last said of it; null while none is pinned. */
export const inspection = signal<Inspection | null>(null);

/** Least time between two questions, in milliseconds: numbers that change faster cannot be read. */
const every = 100;

let isAsking = false;
async function ask(): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  for (let last: typeof summary.value = null; isInspecting.value && last !== summary.value; ) {
    last = summary.value;
    inspection.value = (await api()?.inspect(chosen.value)) ?? null;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  isAsking = false;
}

/** Follows a lab; false if there is none at that place, and then none is followed. */
export async function pin(place: LabPlace): Promise<boolean> {
  isInspecting.value = true;
  const isThere = (await api()?.pin(place, chosen.value)) ?? false;
  pinnedPlace.value = isThere ? place : null;
  inspection.value = isThere ? ((await api()?.inspect(chosen.value)) ?? null) : null;
  return isThere;
}

export async function stopInspecting(): Promise<void> {
  isInspecting.value = false;
  pinnedPlace.value = null;
  inspection.value = null;
  await api()?.pin(null, chosen.value);
}

/** Follows the lab that a link asks for, once its run is there, if the reader has not gone on in the meantime. */
export async function followAskedLab(): Promise<void> {
  await ready;
  const place = pinnedPlace.value;
  if (place && !isInspecting.value && hasLab(scenario.value, place)) await pin(place);
}

/** Opens the inspector, at the lab that was last looked at or the first one; or closes it. */
export async function toggleInspector(): Promise<void> {
  if (isInspecting.value) await stopInspecting();
  else await pin({ economy: 0, group: 0, lab: 0 });
}

/** Keeps what is shown of the lab as new as the rest. */
export function followPin(): void {
  onChange(
    () => summary.value,
    () => void ask(),
  );
}
