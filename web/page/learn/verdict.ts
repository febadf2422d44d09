import { signal } from '@preact/signals';
import { answered } from '../../../src/measure/answered.ts';
import type { EconomySummary, RunSummary } from '../../../src/measure/index.ts';
import type { Lesson } from '../../../src/scenario/lessons/lesson.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { pathWords } from '../format/changes.ts';
import { listText } from '../format/words.ts';
import { api } from '../lab/session.ts';
import { differences } from '../state/differences.ts';
import { askedPath, lesson, lessonOrigin, markAnswered } from '../state/lesson.ts';
import { onChange, summary } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';

export interface Verdict {
  /** The scenario whose run it speaks of, and the lesson. */
  readonly scenario: Scenario;
  readonly lesson: Lesson;
  readonly isAnswered: boolean;
  readonly words: string;
}

/** What the run that ended says to the question; null while there is nothing to say. */
export const verdict = signal<Verdict | null>(null);

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
      of.groups.length > 1,
    ),
  );
  return {
    scenario: of,
    lesson: asking,
    isAnswered: false,
    words: `${outcome} But ${listText([...new Set(names)])} changed too: one control alone can do it.`,
  };
}

/** Asks the worker for the result whenever a run of the lesson's economy has ended. Returns how to stop. */
export function followRuns(): () => void {
  let isAsking = false;
  const look = async (): Promise<void> => {
    const asking = lesson.value;
    const origin = lessonOrigin();
    const asked = askedPath.value;
    const of = scenario.value;
    if (!summary.value?.ended || !asking || !origin || asked === null || isAsking) return;
    if (verdict.value?.scenario === of && verdict.value.lesson === asking) return;
    isAsking = true;
    try {
      const result = (await api()?.json()) as RunSummary | undefined;
      // What ended may have been the scenario before: then the run of this one will end too.
      if (!result || JSON.stringify(result.scenario) !== JSON.stringify(of)) return;
      const found = verdictOf(asking, of, origin, asked, result);
      verdict.value = found;
      if (found.isAnswered) markAnswered(asking);
    } finally {
      isAsking = false;
    }
  };
  void look();
  return onChange(
    () => summary.value,
    () => void look(),
  );
}
