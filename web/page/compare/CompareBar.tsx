import { flags } from '../flags.ts';
import { listText } from '../format/words.ts';
import { Icon } from '../parts/Icon.tsx';
import { areAxesShared, isComparing, scenarios } from '../state/beside.ts';
import { swapSides } from '../state/comparing.ts';

const kinds = ['time', 'chips', 'training'] as const;

/** Which axes cannot be in common: the two count in different units. */
function apartWords(): string {
  const [a, b] = scenarios.value;
  const apart = kinds.filter((kind) => a.units[kind] !== b.units[kind]);
  return areAxesShared.value && apart.length > 0
    ? `Units differ, so axes of ${listText(apart.map((kind) => `${kind} (${a.units[kind]}; ${b.units[kind]})`))} stay apart.`
    : '';
}

/** What two scenarios have in common while they stand side by side. */
export function CompareBar() {
  if (!isComparing.value) return null;
  return (
    <div class="compare-bar">
      <p>
        One clock for both, and one seed, {scenarios.value[0].seed}: B takes A’s, so luck is the same.{' '}
        {apartWords()}
      </p>
      <label class="switch">
        <input
          type="checkbox"
          id="share-axes"
          checked={areAxesShared.value}
          onChange={(event) => {
            areAxesShared.value = event.currentTarget.checked;
          }}
        />
        Same axes
      </label>
      {!flags.embed && (
        <button type="button" class="button small" id="swap" onClick={swapSides}>
          <Icon name="swap" />
          Swap
        </button>
      )}
    </div>
  );
}
