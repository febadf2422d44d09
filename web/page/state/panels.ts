import { computed, signal } from '@preact/signals';
import { PANELS, PANELS_AT_FIRST, type PanelId } from '../../shared/protocol.ts';

/** Which panels the reader looks at, and how; remembered from visit to visit. */

export interface PanelChoice {
  readonly shown: readonly PanelId[];
  readonly isLinear: boolean;
}

const key = 'turnpike.panels';
const atFirst: PanelChoice = { shown: PANELS_AT_FIRST, isLinear: false };

/** What was written by `remember`; anything else is as if nothing had been. */
export function choiceIn(text: string | null): PanelChoice {
  try {
    const { shown, isLinear } = JSON.parse(text ?? 'null') as Partial<PanelChoice>;
    const known = PANELS.filter((panel) => shown?.includes(panel));
    return known.length > 0 && typeof isLinear === 'boolean' ? { shown: known, isLinear } : atFirst;
  } catch {
    return atFirst;
  }
}

function remembered(): PanelChoice {
  try {
    return choiceIn(localStorage.getItem(key));
  } catch {
    return atFirst; // storage may be forbidden; the choice then lasts as long as the page
  }
}

const choice = signal<PanelChoice>(remembered());
/** The one panel that fills the figure for now; null while all chosen ones are shown. */
const enlarged = signal<PanelId | null>(null);

export const isLinear = computed(() => choice.value.isLinear);
export const isEnlarged = computed(() => enlarged.value !== null);
export const isShown = (panel: PanelId): boolean => choice.value.shown.includes(panel);

/** The panels to be laid out, in their order. */
export const panelsNow = computed<readonly PanelId[]>(() =>
  enlarged.value === null ? choice.value.shown : [enlarged.value],
);

function choose(next: PanelChoice): void {
  choice.value = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // as above
  }
}

export const choiceNow = (): PanelChoice => choice.value;

export const isAsAtFirst = (shown: readonly PanelId[]): boolean => shown.join() === PANELS_AT_FIRST.join();

/** What an address asks for: for this visit, until the reader chooses. */
export function openChoice(asked: Partial<PanelChoice>): void {
  choice.value = { ...choice.value, ...asked };
}

/** Shows a panel or hides it; the last one stays. */
export function togglePanel(panel: PanelId): void {
  const { shown } = choice.value;
  const next = PANELS.filter((one) => (one === panel ? !shown.includes(one) : shown.includes(one)));
  if (next.length === 0) return;
  enlarged.value = null;
  choose({ ...choice.value, shown: next });
}

/** May the panel be hidden? Something is always shown. */
export const isLast = (panel: PanelId): boolean =>
  choice.value.shown.length === 1 && choice.value.shown[0] === panel;

/** One panel fills the figure, whether it was among the chosen ones or not; again, and all are back. */
export function toggleEnlarged(panel: PanelId): void {
  enlarged.value = enlarged.value === panel ? null : panel;
}

export function showAll(): void {
  enlarged.value = null;
}

export function toggleLinear(): void {
  choose({ ...choice.value, isLinear: !choice.value.isLinear });
}
