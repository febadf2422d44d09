import type { SideIndex } from '../../shared/protocol.ts';
import { choose, close, compareWithCopy, isComparing, swap } from './beside.ts';
import { edit as editEconomy } from './editing.ts';
import { isInspecting, stopInspecting } from './pin.ts';
import { chosen } from './scenario.ts';

/** What the reader does with two sides, and what of the page follows. */

/** Controls, tables and the inspector are about this side from now on. */
export function edit(side: SideIndex): void {
  if (side === chosen.value) return;
  if (isInspecting.value) void stopInspecting();
  editEconomy(null);
  choose(side);
}

/** Opens a copy beside the chosen scenario; the next change is the copy's. */
export function copyBeside(): void {
  if (isInspecting.value) void stopInspecting();
  editEconomy(null);
  compareWithCopy();
}

/** The other of two. */
export const editOther = (): void => {
  if (isComparing.value) edit(chosen.value === 0 ? 1 : 0);
};

export function swapSides(): void {
  if (!isComparing.value) return;
  if (isInspecting.value) void stopInspecting();
  swap();
}

export function closeSide(side: SideIndex): void {
  if (isInspecting.value) void stopInspecting();
  if (side === chosen.value) editEconomy(null);
  close(side);
}
