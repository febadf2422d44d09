import { signal } from '@preact/signals';
import type { RunSummary } from '../../../src/measure/index.ts';
import { api } from '../lab/session.ts';
import { askedPath, lesson, lessonOrigin, markAnswered } from '../state/lesson.ts';
import { onChange, summary } from '../state/run.ts';
import { chosen, scenario } from '../state/scenario.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What the run that ended says to the question; null while there is nothing to say. */
export const verdict = signal<Verdict | null>(null);

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
      const result = (await api()?.json(chosen.value)) as RunSummary | undefined;
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
