import { toggleGhost } from '../lab/session.ts';
import { ensemble, seedCount, seedCounts, wantsBands } from '../state/bands.ts';
import { summary } from '../state/run.ts';

/** How far the other seeds have got. */
function progressText(): string {
  const now = ensemble.value;
  if (!now) return '';
  if (now.isWithoutLuck) return 'This scenario has no luck in it: every seed gives the same run.';
  return now.isDone ? `${now.done} seeds` : `${now.done} of ${seedCount.value} seeds …`;
}

/** Runs beside those that are played: one that was pinned, and those of other seeds. */
export function OtherRuns() {
  const isPinned = summary.value?.hasGhost ?? false;
  return (
    <>
      <button type="button" class="button small" id="pin" aria-pressed={isPinned} onClick={toggleGhost}>
        {isPinned ? 'Unpin the run' : 'Pin this run'}
      </button>
      <span class="bands">
        <label class="switch">
          <input
            type="checkbox"
            id="bands"
            checked={wantsBands.value}
            onChange={(event) => {
              wantsBands.value = event.currentTarget.checked;
            }}
          />
          Bands from
        </label>
        <select
          aria-label="Seeds for the bands"
          value={String(seedCount.value)}
          onChange={(event) => {
            seedCount.value = Number(event.currentTarget.value);
          }}
        >
          {seedCounts.map((count) => (
            <option key={count} value={String(count)}>
              {count} seeds
            </option>
          ))}
        </select>
        <span class="unit" role="status" id="bands-progress">
          {progressText()}
        </span>
      </span>
    </>
  );
}
