import { batch, computed, effect, signal } from '@preact/signals';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { SideIndex } from '../../shared/protocol.ts';
import { pathWords } from '../format/changes.ts';
import { nameText } from '../format/words.ts';
import { scenarios } from './beside.ts';
import { differences } from './differences.ts';
import { baseline, chosen, type Opened, other, scenario } from './scenario.ts';

/** Undo and redo over everything that changes the scenario: controls, groups, forks, presets, files, links. */

interface Moment {
  readonly scenario: Scenario;
  readonly baseline: Scenario;
  readonly other: Opened | null;
  readonly chosen: SideIndex;
  /** What runs, from left to right. */
  readonly all: readonly Scenario[];
}

const momentNow = (): Moment => ({
  scenario: scenario.value,
  baseline: baseline.value,
  other: other.value,
  chosen: chosen.value,
  all: scenarios.value,
});

interface Step {
  readonly before: Moment;
  readonly after: Moment;
  /** What differs: steps at the same places that follow each other closely are one. */
  readonly where: string;
  readonly at: number;
  /** Characters of what it leads back to. */
  readonly size: number;
}

/** A slider that is dragged, or a value that is typed again, is one step as long as it rests no longer than this, in milliseconds. */
const pause = 1000;
const mostSteps = 200;
/** Characters of scenarios kept, beyond the last step: with lists of values one can have millions. */
const mostCharacters = 20_000_000;

const past = signal<readonly Step[]>([]);
const future = signal<readonly Step[]>([]);

/** What the next undo or redo would change, in words; null if there is none. */
export const undoWords = computed<string | null>(() => wordsOf(past.value.at(-1)));
export const redoWords = computed<string | null>(() => wordsOf(future.value.at(-1)));

/** What was undone or redone last, for those who listen. */
export const undone = signal('');

export function undo(): void {
  const step = past.value.at(-1);
  if (!step) return;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, step];
  undone.value = `Undone: ${wordsOf(step)}.`;
  show(step.before);
}

export function redo(): void {
  const step = future.value.at(-1);
  if (!step) return;
  future.value = future.value.slice(0, -1);
  // At time 0, so that no later change joins it.
  past.value = [...past.value, { ...step, at: Number.NEGATIVE_INFINITY }];
  undone.value = `Done again: ${wordsOf(step)}.`;
  show(step.after);
}

let last: Moment = momentNow();
/** What is led back or forth to is no step itself. */
let isLeading = false;

function show(moment: Moment): void {
  isLeading = true;
  batch(() => {
    baseline.value = moment.baseline;
    scenario.value = moment.scenario;
    other.value = moment.other;
    chosen.value = moment.chosen;
  });
  isLeading = false;
}

/** Takes down every change from now on. `now`: milliseconds. Returns how to stop. */
export function followChanges(now: () => number = () => performance.now()): () => void {
  last = momentNow();
  past.value = [];
  future.value = [];
  return effect(() => {
    const next = momentNow();
    const before = last;
    const isSame = next.all === before.all;
    // Another side that is chosen changes nothing: what is changed next is a step from here.
    if (isSame && next.chosen === before.chosen) return;
    last = next;
    if (!isSame && !isLeading) take(before, next, now());
  });
}

function take(before: Moment, after: Moment, at: number): void {
  const isAlike = before.all.length === after.all.length && before.chosen === after.chosen;
  const paths = isAlike ? differences(before.scenario, after.scenario) : ['sides'];
  const otherPaths = isAlike ? differencesBeside(before, after) : [];
  if (paths.length + otherPaths.length === 0) return;
  const where =
    before.baseline === after.baseline ? [after.chosen, ...paths, ...otherPaths].join() : after.scenario.name;
  const previous = past.peek().at(-1);
  const isMore =
    previous !== undefined &&
    before.baseline === after.baseline &&
    previous.where === where &&
    at - previous.at < pause;
  const first = isMore ? previous.before : before;
  const size = isMore ? previous.size : JSON.stringify(before.all).length;
  const steps = isMore ? past.peek().slice(0, -1) : past.peek();
  past.value = bounded([...steps, { before: first, after, where, at, size }]);
  future.value = [];
}

/** What a change did to the side that was not chosen, but for the seed, which is one for both. */
const differencesBeside = (before: Moment, after: Moment): string[] =>
  before.other && after.other && before.other !== after.other
    ? differences(before.other.scenario, after.other.scenario).map((path) => `other.${path}`)
    : [];

/** A change of which scenarios stand side by side, in words; null if it was none. */
function wordsOfSides(before: Moment, after: Moment): string | null {
  if (before.all.length < after.all.length) return `comparing with ${nameText(after.all[1].name)}`;
  if (before.all.length > after.all.length) return 'closing one of two sides';
  if (before.chosen !== after.chosen) return 'swapping the sides';
  if (before.other && after.other && differencesBeside(before, after).length > 0)
    return `comparing with ${nameText(after.other.scenario.name)}`;
  return null;
}

/** The latest steps that fit. */
function bounded(steps: readonly Step[]): readonly Step[] {
  let from = steps.length - 1;
  let characters = 0;
  while (from > 0 && steps.length - from < mostSteps) {
    characters += steps[from - 1].size;
    if (characters > mostCharacters) break;
    from--;
  }
  return steps.slice(from);
}

function wordsOf(step: Step | undefined): string | null {
  if (!step) return null;
  const { before, after } = step;
  const sides = wordsOfSides(before, after);
  if (sides !== null) return sides;
  if (before.baseline !== after.baseline) return `opening ${nameText(after.scenario.name)}`;
  const paths = differences(before.scenario, after.scenario);
  if (paths.length === 1 && paths[0] === 'groups')
    return after.scenario.groups.length > before.scenario.groups.length ? 'another group' : 'a group less';
  if (paths.some((path) => path.startsWith('variants'))) return 'a change of variants';
  const group = (path: string) =>
    path.replace(/^groups\.(\d+)/, (_, i) => `groups.${before.scenario.groups[i].name}`);
  return paths.length > 2
    ? `${paths.length} changes`
    : paths.map((path) => pathWords(group(path), before.scenario.groups)).join(' and ');
}
