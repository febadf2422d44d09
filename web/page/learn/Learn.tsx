import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lesson } from '../../../src/scenario/lessons/lesson.ts';
import { wantsLessMotion } from '../flags.ts';
import { play } from '../lab/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { change } from '../state/editing.ts';
import {
  answeredLessons,
  askedPath,
  closeLessons,
  goToLesson,
  hasLeft,
  lesson,
  lessonAt,
  lessons,
} from '../state/lesson.ts';
import { isEnded, isPlaying } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { followRuns, verdict } from './followRuns.ts';

/** Brings the one control that answers into view, and the focus to it. */
function showControl(): void {
  const control = document.querySelector<HTMLElement>(`.controls [data-path="${askedPath.value}"]`);
  if (!control) return;
  for (let at = control.parentElement; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  control.scrollIntoView({ block: 'center', behavior: wantsLessMotion() ? 'auto' : 'smooth' });
  const field =
    control.querySelector<HTMLElement>('input[type="text"]:not(:disabled)') ??
    control.querySelector<HTMLElement>('select, input');
  field?.focus({ preventScroll: true });
}

function Steps() {
  return (
    <ol class="lesson-steps" aria-label="Lessons">
      {lessons.value.map(({ id, title }, place) => {
        const isAnswered = answeredLessons.value.includes(id);
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={place === lessonAt.value ? 'step' : undefined}
              aria-label={`${place + 1}: ${title}${isAnswered ? ', answered' : ''}`}
              title={title}
              onClick={() => goToLesson(place)}
            >
              {isAnswered ? <Icon name="check" /> : place + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The question, what the last run says to it, and the answer for who gives up. */
function Question({ of }: { of: Lesson }) {
  const [isShown, show] = useState(false);
  const said = verdict.value;
  const isCurrent = said?.lesson === of && said.scenario === scenario.value;
  const state = isCurrent
    ? said.words
    : isEnded.value || isPlaying.value
      ? 'The run shows the answer when it ends.'
      : 'Move the control, then let the run come to its end.';
  return (
    <>
      <p class="question">
        <Typeset text={of.question} />
      </p>
      <div class="lesson-acts">
        <button type="button" class="button small" id="lesson-control" onClick={showControl}>
          Go to the control
        </button>
        {!isPlaying.value && !isEnded.value && (
          <button type="button" class="button small" onClick={play}>
            <Icon name="play" />
            Run
          </button>
        )}
        <button
          type="button"
          class="button small"
          aria-expanded={isShown}
          aria-controls="lesson-answer"
          onClick={() => show(!isShown)}
        >
          {isShown ? 'Hide the answer' : 'Show an answer'}
        </button>
      </div>
      <p class={isCurrent && said.isAnswered ? 'verdict is-answered' : 'verdict'} role="status" id="verdict">
        {isCurrent && said.isAnswered && <Icon name="check" />}
        <Typeset text={state} />
      </p>
      <div id="lesson-answer" hidden={!isShown}>
        <p>
          <Typeset text={of.answer.words} />
        </p>
        <button
          type="button"
          class="button small"
          onClick={() => askedPath.value !== null && change(askedPath.value, of.answer.value)}
        >
          Try it
        </button>
      </div>
    </>
  );
}

function Left({ of }: { of: Lesson }) {
  return (
    <div class="lesson-left">
      <p>You have gone on to “{scenario.value.title || scenario.value.name}”.</p>
      <button type="button" class="button small" onClick={() => goToLesson(lessons.value.indexOf(of))}>
        Back to the lesson’s economy
      </button>
    </div>
  );
}

/** One lesson: what to see, why, and a question that one control answers. The page stays as live as it is. */
export function Learn() {
  const heading = useRef<HTMLHeadingElement>(null);
  const of = lesson.value;
  const place = lessonAt.value ?? 0;
  useEffect(followRuns, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [of]);
  if (!of) return null;
  const last = lessons.value.length - 1;
  return (
    <section class="lesson" aria-labelledby="lesson-title">
      <div class="lesson-head">
        <h2 id="lesson-title" tabIndex={-1} ref={heading}>
          <span class="unit">
            Lesson {place + 1} of {lessons.value.length}
          </span>
          {of.title}
        </h2>
        <button type="button" class="button quiet" aria-label="Close the lessons" onClick={closeLessons}>
          <Icon name="remove" />
        </button>
      </div>
      <Steps />
      <p class="lesson-text">
        <Typeset text={of.paragraph} />
      </p>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a long equation scrolls sideways, by keyboard too */}
      {/* biome-ignore-start lint/security/noDangerouslySetInnerHtml: MathML from the lessons' own table, no word of a reader's in it */}
      <section
        class="equation"
        tabIndex={0}
        aria-label="Equation"
        dangerouslySetInnerHTML={{ __html: of.equation.mathml }}
      />
      {/* biome-ignore-end lint/security/noDangerouslySetInnerHtml: as above */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above */}
      {hasLeft.value ? <Left of={of} /> : <Question key={of.id} of={of} />}
      <div class="lesson-turn">
        <button
          type="button"
          class="button small"
          disabled={place === 0}
          onClick={() => goToLesson(place - 1)}
        >
          Previous
        </button>
        {place < last ? (
          <button
            type="button"
            class="button small primary"
            id="lesson-next"
            onClick={() => goToLesson(place + 1)}
          >
            Next: {lessons.value[place + 1].title}
          </button>
        ) : (
          <button type="button" class="button small primary" onClick={closeLessons}>
            Done: go on from here
          </button>
        )}
      </div>
    </section>
  );
}
