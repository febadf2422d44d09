import { batch, computed, effect, signal } from '@preact/signals';
import type { Scenario } from '../../../src/scenario/types.ts';
import { pathWords } from '../format/changes.ts';
import { nameText } from '../format/words.ts';
import { differences } from './differences.ts';
import { baseline, scenario } from './scenario.ts';

/** Undo and redo over everything that changes the scenario: controls, groups, forks, presets, files, links. */

interface Moment {
  readonly scenario: Scenario;
  readonly baseline: Scenario;
}

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

let last: Moment = { scenario: scenario.value, baseline: baseline.value };

function show(moment: Moment): void {
  last = moment;
  batch(() => {
    baseline.value = moment.baseline;
    scenario.value = moment.scenario;
  });
}

/** Takes down every change from now on. `now`: milliseconds. Returns how to stop. */
export function followChanges(now: () => number = () => performance.now()): () => void {
  last = { scenario: scenario.value, baseline: baseline.value };
  past.value = [];
  future.value = [];
  return effect(() => {
    const next = { scenario: scenario.value, baseline: baseline.value };
    if (next.scenario === last.scenario) return;
    const before = last;
    last = next;
    take(before, next, now());
  });
}

function take(before: Moment, after: Moment, at: number): void {
  const paths = differences(before.scenario, after.scenario);
  if (paths.length === 0) return;
  const where = before.baseline === after.baseline ? paths.join() : after.scenario.name;
  const previous = past.peek().at(-1);
  const isMore =
    previous !== undefined &&
    before.baseline === after.baseline &&
    previous.where === where &&
    at - previous.at < pause;
  const first = isMore ? previous.before : before;
  const size = isMore ? previous.size : JSON.stringify(before.scenario).length;
  const steps = isMore ? past.peek().slice(0, -1) : past.peek();
  past.value = bounded([...steps, { before: first, after, where, at, size }]);
  future.value = [];
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
  if (before.baseline !== after.baseline) return `opening ${nameText(after.scenario.name)}`;
  const paths = differences(before.scenario, after.scenario);
  if (paths.length === 1 && paths[0] === 'groups')
    return after.scenario.groups.length > before.scenario.groups.length ? 'another group' : 'a group less';
  if (paths.some((path) => path.startsWith('variants'))) return 'a change of variants';
  const group = (path: string) =>
    path.replace(/^groups\.(\d+)/, (_, i) => `groups.${before.scenario.groups[i].name}`);
  return paths.length > 2
    ? `${paths.length} changes`
    : paths.map((path) => pathWords(group(path), before.scenario.groups.length > 1)).join(' and ');
}
