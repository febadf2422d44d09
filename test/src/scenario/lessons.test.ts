import { describe, expect, test } from 'vitest';
import { answered, benchmarksOf, summarise } from '../../../src/measure/index.ts';
import { mathml } from '../../../src/reproduce/html/mathematics.ts';
import {
  applySet,
  decodeLink,
  encodeLink,
  type Lesson,
  lessonScenario,
  lessons,
  type Scenario,
} from '../../../src/scenario/index.ts';
import { bestConstantSplit, blowUpTime } from '../../../src/theory/index.ts';
import { rowsOf, simulate } from '../core/harness.ts';

function outcome(scenario: Scenario) {
  const simulation = simulate(scenario);
  const benchmarks = benchmarksOf(simulation);
  rowsOf(simulation);
  return summarise(simulation, benchmarks);
}

const moved = (lesson: Lesson, value: unknown = lesson.answer.value) =>
  outcome(applySet(lessonScenario(lesson), lesson.control, value));

test('six steps, from Figure 1 to the race of the five', () => {
  expect(lessons).toHaveLength(6);
  expect(lessons[0]).toMatchObject({ preset: 'figure-1', set: {} });
  expect(lessons[5].preset).toBe('frontier-five');
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(6);
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('its question is open at first, and answered by moving its one control', () => {
    expect(answered(lesson.condition, outcome(lessonScenario(lesson)))).toBe(false);
    expect(answered(lesson.condition, moved(lesson))).toBe(true);
  });

  test('explains itself in at most 120 words and asks one question', () => {
    expect(lesson.paragraph.split(/\s+/).length).toBeLessThanOrEqual(120);
    expect(lesson.question).toMatch(/\?$/);
  });

  test('its MathML is what Temml makes of its TeX', () => {
    expect(lesson.equation.mathml).toBe(mathml(lesson.equation.tex));
  });

  test('goes into a link and back', () => {
    const scenario = lessonScenario(lesson);
    expect(decodeLink(encodeLink(scenario))).toEqual(scenario);
  });
});

describe('what the texts say', () => {
  const [returns, share, turnpike, sharing, demand, race] = lessons;
  const end = (lesson: Lesson, value: unknown) => moved(lesson, value).blowUpTime;

  test('c = 2 brings the blow-up to 1.87', () => {
    expect(end(returns, 2)).toBeCloseTo(1.87, 2);
  });

  test('a share from 0.30 to 0.37 blows up before 3.01', () => {
    for (const q of [0.3, 0.37]) expect(end(share, q)).toBeLessThan(3.01);
    for (const q of [0.28, 0.39]) expect(end(share, q)).toBeGreaterThan(3.01);
  });

  test('parity 1.235, turnpike 1.165, the best fixed share 0.43 at 1.225', () => {
    expect(end(turnpike, 'parity')).toBeCloseTo(1.235, 3);
    expect(end(turnpike, 'turnpike')).toBeCloseTo(1.165, 3);
    const best = bestConstantSplit({ K0: 10, T0: 1, c: 1 });
    expect(best.q).toBeCloseTo(0.43, 2);
    expect(blowUpTime({ K0: 10, T0: 1, c: 1, q: best.q })).toBeCloseTo(1.225, 3);
  });

  test('sharing: 16.9, 6.7 and 3.05', () => {
    const times = [0, 0.25, 1].map((sigma) => end(sharing, sigma));
    expect(times[0]).toBeCloseTo(16.9, 1);
    expect(times[1]).toBeCloseTo(6.7, 1);
    expect(times[2]).toBeCloseTo(3.05, 2);
  });

  test('demand: no blow-up at 2 and, within the run, none at 2.5; at 3 it is at 9.25', () => {
    for (const epsilon of [2, 2.5]) expect(moved(demand, epsilon).status).toBe('finished');
    expect(end(demand, 3)).toBeCloseTo(9.25, 2);
  });

  test('race: with 3.5 million H100e OpenAI is not first, with 3.8 it is; 4 million take 0.555 years', () => {
    expect(answered(race.condition, moved(race, 3_500_000))).toBe(false);
    expect(answered(race.condition, moved(race, 3_800_000))).toBe(true);
    expect(end(race, 4_000_000)).toBeCloseTo(0.555, 3);
  });
});
