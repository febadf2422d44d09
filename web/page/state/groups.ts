import { computed, signal } from '@preact/signals';
import {
  addGroup,
  duplicateGroup,
  moveGroup,
  type Problem,
  removeGroup,
} from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { pathWords } from '../format/changes.ts';
import { listText } from '../format/words.ts';
import { edited } from './editing.ts';
import { notice } from './run.ts';
import { problemsIn, scenario } from './scenario.ts';

/** Groups added, copied, moved and removed by their buttons. What cannot be is told by its problems, and nothing has changed. */

/** A group that has just been made: shown open, with the focus in its name. */
export const freshGroup = signal<string | null>(null);

function attempt(next: () => Scenario): readonly Problem[] {
  try {
    scenario.value = next();
    return [];
  } catch (error) {
    return problemsIn(error);
  }
}

/** As `attempt`, for what makes a group: it is the one whose name is new. */
function make(next: (from: Scenario) => Scenario): readonly Problem[] {
  const before = new Set(scenario.value.groups.map(({ name }) => name));
  return attempt(() => {
    const made = next(scenario.value);
    freshGroup.value = made.groups.find(({ name }) => !before.has(name))?.name ?? null;
    return made;
  });
}

export const add = (): readonly Problem[] => make(addGroup);
export const duplicate = (index: number): readonly Problem[] => make((from) => duplicateGroup(from, index));
export const move = (index: number, to: number): readonly Problem[] =>
  attempt(() => moveGroup(scenario.value, index, to));

export function remove(index: number): readonly Problem[] {
  const { groups } = scenario.value;
  const { name } = groups[index];
  return attempt(() => {
    const removal = removeGroup(scenario.value, index);
    if (removal.dropped.length > 0)
      notice.value = {
        kind: 'info',
        title: `“${name}” is gone, and with it what variants changed of it alone. Undo brings all of it back.`,
        lines: removal.dropped.map(({ variant, paths }) => {
          const changes = listText(paths.map((path) => pathWords(path, groups)));
          const ending = removal.variants.includes(variant)
            ? '; it changed nothing else, so it is gone too'
            : '';
          return `${variant}: ${changes}${ending}`;
        }),
      };
    return removal.scenario;
  });
}

let known: { name: string; key: number }[] = [];
let lastKey = 0;

/** A key a group that stays with it wherever it moves and however it is called, so that what is open and focused stays so too. */
export const groupKeys = computed<readonly number[]>(() => {
  const names = edited.value.groups.map(({ name }) => name);
  const isRenamed =
    known.length === names.length && names.filter((name, i) => name !== known[i].name).length === 1;
  known = names.map((name, i) => {
    const same = isRenamed ? known[i] : known.find((one) => one.name === name);
    return { name, key: same?.key ?? ++lastKey };
  });
  return known.map(({ key }) => key);
});
