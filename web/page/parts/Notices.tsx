import { computed } from '@preact/signals';
import { restart } from '../lab/session.ts';
import { scenarios } from '../state/beside.ts';
import { isPictureLost, notice, summary } from '../state/run.ts';
import { shownSides } from '../state/sides.ts';

// Computed, so that a summary that says nothing new renders nothing.
const failure = computed(() =>
  shownSides.value.flatMap((side) => side.summary.value?.failure ?? []).join(' '),
);
const isSilent = computed(() => summary.value === null);

/** What went wrong, until it is read. */
export function Notices() {
  const now = notice.value;
  return (
    <div class="notices" role="alert">
      {now && (
        <div class={`notice ${now.kind}`}>
          <div>
            <strong>{now.title}</strong>
            {now.lines.length > 0 && (
              <ul>
                {now.lines.slice(0, 100).map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {now.lines.length > 100 && <li>and {now.lines.length - 100} more</li>}
              </ul>
            )}
          </div>
          {isSilent.value && (
            <button type="button" class="button small" onClick={restart}>
              Start again
            </button>
          )}
          <button
            type="button"
            class="button small"
            onClick={() => {
              notice.value = null;
            }}
          >
            Dismiss
          </button>
        </div>
      )}
      {isPictureLost.value && (
        <div class="notice error">
          <strong>
            The graphics were lost. The run goes on; the picture returns when the system gives them back.
          </strong>
        </div>
      )}
      {failure.value && (
        <div class="notice error">
          <strong>The run stopped: {failure.value}</strong>
        </div>
      )}
    </div>
  );
}

/** Every number on the page hangs on this. */
export function Conditional() {
  const isReal = scenarios.value.some(({ name }) => name.startsWith('frontier'));
  return (
    <p class="conditional">
      <strong>Everything here is conditional.</strong> It shows what the assumptions imply, not what will
      happen.
      {isReal &&
        ' The stocks are estimates of real labs; the economy is the frictionless paper one, in which nothing slows growth down, so these labs blow up within a year. Read that as a property of the model.'}
    </p>
  );
}
