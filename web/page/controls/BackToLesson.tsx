import { wantsLessMotion } from '../flags.ts';

/** Beside the control that a lesson asks for: back to its question, which on a narrow page is far above. */
export function BackToLesson() {
  const back = () => {
    const title = document.querySelector<HTMLElement>('#lesson-title');
    title?.scrollIntoView({ block: 'start', behavior: wantsLessMotion() ? 'auto' : 'smooth' });
    title?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="button small back-to-lesson" onClick={back}>
      Back to the question
    </button>
  );
}
