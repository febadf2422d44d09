import { batch, computed, signal } from '@preact/signals';
import { economiesOf } from '../../../src/scenario/index.ts';
import type { Clock, Scenario } from '../../../src/scenario/types.ts';
import { commonInterval } from '../../shared/commonInterval.ts';
import type { SideIndex } from '../../shared/protocol.ts';
import { baseline, chosen, type Opened, other, scenario, withSeed } from './scenario.ts';

/**
 * Two whole scenarios side by side, under one clock and with one seed. The page's controls and tables are about one of them,
 * the chosen one, which `scenario` and `baseline` hold; `other` holds the one that waits.
 */

export const isComparing = computed(() => other.value !== null);

/** The one that is not chosen, with the seed of both. */
const waiting = computed<Scenario | null>(() => {
  const held = other.value;
  return held && withSeed(held.scenario, scenario.value.seed);
});

let last: readonly Scenario[] = [];
/** What runs, from left to right: one scenario or two. The same list as long as it holds the same scenarios. */
export const scenarios = computed<readonly Scenario[]>(() => {
  const [here, there] = [scenario.value, waiting.value];
  const next = there === null ? [here] : chosen.value === 0 ? [here, there] : [there, here];
  const isSame = next.length === last.length && next.every((one, index) => one === last[index]);
  if (!isSame) last = next;
  return last;
});

/** The clock of all that runs: its step is the decision interval, or one common to all; its end the latest. */
export const clock = computed<Pick<Clock, 'h' | 'until'>>(() => {
  if (scenarios.value.length === 1) return scenario.value.clock;
  const clocks = scenarios.value.flatMap((one) => economiesOf(one).map((economy) => economy.clock));
  return {
    h: commonInterval(clocks.map(({ h }) => h)),
    until: Math.max(...clocks.map(({ until }) => until)),
  };
});

/** A is the first, at the left or above. */
export const letterOf = (side: SideIndex): string => 'AB'[side];

/** Opens a scenario beside the chosen one, in the place of any that is there. It takes the chosen one's seed. */
export function compareWith(next: Scenario, from: Scenario = next): void {
  const { seed } = scenario.value;
  other.value = { scenario: withSeed(next, seed), baseline: withSeed(from, seed) };
}

/** A copy to be changed: it becomes the chosen one, so that the next change makes the difference. */
export function compareWithCopy(): void {
  batch(() => {
    compareWith(scenario.value, baseline.value);
    choose(chosen.value === 0 ? 1 : 0);
  });
}

/** Controls and tables are about this side from now on. */
export function choose(side: SideIndex): void {
  const there = waiting.value;
  if (side === chosen.value || !there) return;
  const here: Opened = { scenario: scenario.value, baseline: baseline.value };
  batch(() => {
    baseline.value = other.value!.baseline;
    scenario.value = there;
    other.value = here;
    chosen.value = side;
  });
}

/** A becomes B, and B A; the chosen one stays chosen. */
export function swap(): void {
  if (isComparing.value) chosen.value = chosen.value === 0 ? 1 : 0;
}

/** Closes one side; the other goes on alone. */
export function close(side: SideIndex): void {
  batch(() => {
    if (side === chosen.value) choose(side === 0 ? 1 : 0);
    other.value = null;
    chosen.value = 0;
  });
}

/** Are the axes in common? */
export const areAxesShared = signal(true);
