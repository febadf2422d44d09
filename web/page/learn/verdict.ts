import { answered } from '../../../src/measure/answered.ts';
import type { EconomySummary } from '../../../src/measure/index.ts';
import type { Lesson } from '../../../src/scenario/lessons/lesson.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { pathWords } from '../format/changes.ts';
import { listText } from '../format/words.ts';
import { differences } from '../state/differences.ts';

export interface Verdict {
  /** The scenario whose run it speaks of, and the lesson. */
  readonly scenario: Scenario;
  readonly lesson: Lesson;
  readonly isAnswered: boolean;
  readonly words: string;
}

/** What came out, as the condition measures it. */
export function outcomeWords(
  { condition }: Lesson,
  { status, blowUpTime, groups, t }: EconomySummary,
): string {
  if (condition.measure === 'leader') {
    const [name, { K }] = Object.entries(groups).reduce((best, one) => (one[1].K > best[1].K ? one : best));
    return `At the end ${name} has the most chips, ${quantityText(K, 3)}.`;
  }
  return status === 'blow-up' && blowUpTime !== null
    ? `It blew up at t = ${quantityText(blowUpTime)}.`
    : `There was no blow-up by t = ${quantityText(t)}.`;
}

/** Changes of other values than the one the lesson asks for; the seed, words and variants answer nothing. */
export function otherChanges(from: Scenario, to: Scenario, asked: string): string[] {
  const harmless = ['seed', 'title', 'lookFor', 'units', 'name', 'variants'];
  return differences(from, to).filter(
    (path) =>
      !harmless.includes(path.split('.')[0]) && !path.startsWith(asked) && !asked.startsWith(`${path}.`),
  );
}

export function verdictOf(
  asking: Lesson,
  of: Scenario,
  origin: Scenario,
  asked: string,
  result: EconomySummary,
): Verdict {
  const outcome = outcomeWords(asking, result);
  const is = answered(asking.condition, result);
  const others = is ? otherChanges(origin, of, asked) : [];
  if (!is) return { scenario: of, lesson: asking, isAnswered: false, words: `${outcome} Not yet.` };
  if (others.length === 0)
    return { scenario: of, lesson: asking, isAnswered: true, words: `${outcome} That answers it.` };
  const names = others.map((path) =>
    pathWords(
      path.replace(/^groups\.(\d+)/, (_, i) => `groups.${of.groups[i].name}`),
      of.groups,
    ),
  );
  return {
    scenario: of,
    lesson: asking,
    isAnswered: false,
    words: `${outcome} But ${listText([...new Set(names)])} changed too: one control alone can do it.`,
  };
}
