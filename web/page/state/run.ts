import { computed, effect, signal } from '@preact/signals';
import type { EconomySummary, Summary } from '../../shared/protocol.ts';
import { clock } from './beside.ts';
import { chosenSide, shownSides } from './sides.ts';

/** What the worker last said of the chosen side, at most 30 times a second. */
export const summary = computed<Summary | null>(() => chosenSide.value.summary.value);

/** Hash of the core that runs; null until the first run is ready. */
export const coreHash = signal<string | null>(null);

/** What the reader must know about the run as a whole: a crash, a failure to load. */
export const notice = signal<{ kind: 'error' | 'info'; title: string; lines: readonly string[] } | null>(
  null,
);

/** The page draws, and its graphics are lost. */
export const isPageDrawingLost = signal(false);
export const isPictureLost = computed(
  () => isPageDrawingLost.value || shownSides.value.some((side) => side.summary.value?.pictureLost ?? false),
);

export const isPlaying = computed(() => summary.value?.playing ?? false);
export const isEnded = computed(() => summary.value?.ended ?? false);

/** Speeds on offer, in steps of the clock a second. */
export const speeds: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, Infinity];

/** What the reader chose, or null: then a run takes about twelve seconds. */
export const chosenSpeed = signal<number | null>(null);

export const speed = computed<number>(() => {
  if (chosenSpeed.value !== null) return chosenSpeed.value;
  const { h, until } = clock.value;
  const wanted = until / h / 12;
  return speeds.find((offered) => offered >= wanted) ?? Infinity;
});

/** One economy's numbers; null until they come. */
export function economySummary(index: number): EconomySummary | null {
  return summary.value?.economies[index] ?? null;
}

/** Runs `act` whenever what `read` gives has changed, but not at the start. Returns how to stop. */
export function onChange<T>(read: () => T, act: (value: T) => void): () => void {
  let last: T | undefined;
  let isFirst = true;
  return effect(() => {
    const value = read();
    if (!isFirst && value !== last) queueMicrotask(() => act(value));
    isFirst = false;
    last = value;
  });
}
