import { beforeEach, describe, expect, it } from 'vitest';
import { benchmarksOf, summarise } from '../../../src/measure/index.ts';
import { applyAll, applySet, lessonScenario, lessons, type Scenario } from '../../../src/scenario/index.ts';
import { otherChanges, verdictOf } from '../../../web/page/learn/verdict.ts';
import {
  answeredLessons,
  askedPath,
  closeLessons,
  goToLesson,
  hasLeft,
  lesson,
  lessonAt,
  markAnswered,
  openAskedLesson,
  toggleLessons,
} from '../../../web/page/state/lesson.ts';
import { notice } from '../../../web/page/state/run.ts';
import { isChanged, openPreset, scenario, valueAt } from '../../../web/page/state/scenario.ts';
import { simulate } from '../../src/core/harness.ts';

const location = { hash: '', href: 'http://lab.example/?autoplay=0' };
const history = {
  replaceState: (_: unknown, __: string, url: URL) => Object.assign(location, { href: String(url) }),
};
Object.assign(globalThis, { location, history });

const outcome = (of: Scenario) => {
  const simulation = simulate(of);
  const benchmarks = benchmarksOf(simulation);
  simulation.run();
  return summarise(simulation, benchmarks);
};

beforeEach(() => {
  closeLessons();
  location.hash = '';
  notice.value = null;
});

describe('the tour', () => {
  it('opens each lesson in its own economy, at a control that is there', async () => {
    for (const [place, each] of lessons.entries()) {
      await goToLesson(place);
      expect(lesson.value).toBe(each);
      expect(scenario.value).toEqual(lessonScenario(each));
      expect(isChanged.value).toBe(false);
      expect(valueAt(scenario.value, askedPath.value!), each.id).not.toBeUndefined();
      expect(location.href).toContain(`lesson=${place + 1}`);
    }
    closeLessons();
    expect(location.href).not.toContain('lesson=');
    expect(scenario.value.name).toBe(lessons[5].preset);
  });

  it('goes on where it was left, and knows when the reader went elsewhere', async () => {
    await goToLesson(3);
    await toggleLessons();
    expect(lessonAt.value).toBeNull();
    await toggleLessons();
    expect(lessonAt.value).toBe(3);
    expect(hasLeft.value).toBe(false);
    openPreset('glut');
    expect(hasLeft.value).toBe(true);
    expect(askedPath.value).toBeNull();
    markAnswered(lessons[3]);
    markAnswered(lessons[3]);
    expect(answeredLessons.value).toEqual([lessons[3].id]);
  });

  it('opens what the address asks for by number or id, and keeps the scenario of a link', async () => {
    await openAskedLesson('demand');
    expect(lessonAt.value).toBe(4);
    openPreset('figure-1');
    scenario.value = applySet(scenario.value, 'economy.c', 1.4);
    location.hash = '#1.x';
    await openAskedLesson('1');
    expect(scenario.value.economy.c).toBe(1.4);
    expect(isChanged.value).toBe(true);
    await openAskedLesson('0');
    expect(notice.value!.lines[0]).toContain('lesson: got "0"; allowed: 1 to 6');
  });
});

describe('the verdict', () => {
  it.each(lessons.map((each) => [each.id, each] as const))(
    'of %s: first not yet, then yes',
    async (_, each) => {
      await goToLesson(lessons.indexOf(each));
      const origin = lessonScenario(each);
      const asked = askedPath.value!;
      const before = verdictOf(each, origin, origin, asked, outcome(origin));
      expect(before).toMatchObject({ isAnswered: false });
      expect(before.words).toMatch(/Not yet\.$/);
      const moved = applySet(origin, asked, each.answer.value);
      const after = verdictOf(each, moved, origin, asked, outcome(moved));
      expect(after).toMatchObject({ isAnswered: true });
      expect(after.words).toMatch(/That answers it\.$/);
    },
  );

  it('does not take another change for the answer', () => {
    const [, share] = lessons;
    const origin = lessonScenario(share);
    const other = applySet(origin, 'economy.a', 4);
    const said = verdictOf(share, other, origin, 'groups.0.rule.q', outcome(other));
    expect(said.isAnswered).toBe(false);
    expect(said.words).toMatch(/But a changed too/);
    const harmless = applyAll(origin, [
      { path: 'seed', value: 9 },
      { path: 'groups.0.rule.q', value: 0.3 },
      { path: 'variants', value: [{ name: 'fork', from: 1, set: {} }] },
    ]);
    expect(otherChanges(origin, harmless, 'groups.0.rule.q')).toEqual([]);
  });
});
