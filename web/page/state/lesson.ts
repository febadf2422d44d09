import { computed, signal } from '@preact/signals';
import { itemAt } from '../../../src/scenario/index.ts';
import type { Lesson } from '../../../src/scenario/lessons/lesson.ts';
import { notice } from './run.ts';
import { baseline, open, scenario } from './scenario.ts';

/** The guided tour: which lesson is open, and how far the reader has come. The lessons themselves come when they are asked for. */

type Lessons = typeof import('../../../src/scenario/lessons/index.ts');
const bring = (): Promise<Lessons> => import('../../../src/scenario/lessons/index.ts');

/** All lessons, once they have come. */
export const lessons = signal<readonly Lesson[]>([]);

/** Place of the open lesson in `lessons`; null where none is open. */
export const lessonAt = signal<number | null>(null);

export const lesson = computed<Lesson | null>(() =>
  lessonAt.value === null ? null : (lessons.value[lessonAt.value] ?? null),
);

const key = 'turnpike.lessons';

interface Progress {
  /** Id of the lesson that was open last. */
  readonly at: string | null;
  /** Ids of the lessons whose question was answered. */
  readonly answered: readonly string[];
}

/** What was kept, if it is what it should be; nobody else's words are trusted. */
function remembered(): Progress {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const { at, answered } = (kept ?? {}) as Record<string, unknown>;
    return {
      at: typeof at === 'string' ? at : null,
      answered: Array.isArray(answered) ? answered.filter((id) => typeof id === 'string').slice(0, 100) : [],
    };
  } catch {
    return { at: null, answered: [] }; // storage may be forbidden, or hold something broken
  }
}

const progress = signal<Progress>(remembered());
export const answeredLessons = computed<readonly string[]>(() => progress.value.answered);

function remember(next: Progress): void {
  progress.value = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // as above: it then lasts as long as the page
  }
}

export function markAnswered({ id }: Lesson): void {
  if (!progress.value.answered.includes(id))
    remember({ ...progress.value, answered: [...progress.value.answered, id] });
}

/** The address says which lesson is open, so that its link opens it again. */
function writeAddress(): void {
  const url = new URL(location.href);
  if (lessonAt.value === null) url.searchParams.delete('lesson');
  else url.searchParams.set('lesson', String(lessonAt.value + 1));
  history.replaceState(null, '', url);
}

let origin: ReturnType<Lessons['lessonScenario']> | null = null;

/** The scenario that the open lesson begins with; null where none is open. */
export const lessonOrigin = (): typeof origin => (lesson.value ? origin : null);

/** Opens a lesson by its place, with its economy; `keeps`: the scenario that runs stays, its changes marked against the lesson's. */
export async function goToLesson(place: number, keeps = false): Promise<void> {
  const all = await bring();
  lessons.value = all.lessons;
  const next = all.lessons[place];
  origin = all.lessonScenario(next);
  open(keeps ? scenario.value : origin, origin);
  lessonAt.value = place;
  remember({ ...progress.value, at: next.id });
  writeAddress();
}

/** Opens the tour where the reader left it, or closes it; the economy stays as it is then. */
export async function toggleLessons(): Promise<void> {
  if (lessonAt.value !== null) {
    closeLessons();
    return;
  }
  const { lessons: all } = await bring();
  await goToLesson(
    Math.max(
      0,
      all.findIndex(({ id }) => id === progress.value.at),
    ),
  );
}

export function closeLessons(): void {
  lessonAt.value = null;
  writeAddress();
}

/** Opens what `?lesson=` asks for: a number from 1 on, or an id. A scenario in the same address stays. */
export async function openAskedLesson(asked: string): Promise<void> {
  const { lessons: all } = await bring();
  const place = /^\d+$/.test(asked) ? Number(asked) - 1 : all.findIndex(({ id }) => id === asked);
  if (all[place]) {
    await goToLesson(place, location.hash.length > 1 && scenario.value.name === all[place].preset);
    return;
  }
  notice.value = {
    kind: 'info',
    title: 'There is no such lesson.',
    lines: [
      `lesson: got "${asked.slice(0, 60)}"; allowed: 1 to ${all.length}, or ${all.map(({ id }) => id).join(', ')}`,
    ],
  };
}

/** Has the reader gone on to another economy than the lesson's? */
export const hasLeft = computed<boolean>(
  () => lesson.value !== null && baseline.value !== origin && baseline.value.name !== origin?.name,
);

/** Path of the control that answers the open lesson, as controls have it: groups by index. */
export const askedPath = computed<string | null>(() => {
  const path = lesson.value?.control;
  if (path === undefined || hasLeft.value) return null;
  if (!path.startsWith('groups.')) return path;
  const names = scenario.value.groups.map(({ name }) => name);
  const found = itemAt(names, path.slice('groups.'.length));
  return found ? `groups.${found.index}.${found.rest}` : null;
});
