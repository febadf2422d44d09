import { quantityText } from '../../shared/quantity.ts';
import { plainText } from '../format/typeset.ts';
import { Icon } from '../parts/Icon.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { edit, editedVariant, removeEdited } from '../state/editing.ts';
import { scenario } from '../state/scenario.ts';

const explained = (from: number | null): string => {
  const refused = 'Values that are not allowed are refused, never bent.';
  if (from === null)
    return `A change restarts the run at t = 0 with the same seed, except where it says “live”. ${refused}`;
  if (from === 0) return `Runs beside the base from t = 0, with the same luck. ${refused}`;
  return `Until t = ${quantityText(from)} this is the base; changes here take hold from then on. ${refused}`;
};

/** Which economy the controls below belong to. */
export function Edited() {
  const { variants } = scenario.value;
  const now = editedVariant.value;
  return (
    <>
      {variants.length > 0 && (
        <div class="edited">
          <label>
            <span>Changes apply to</span>
            <select
              id="edited"
              value={now?.name ?? ''}
              onChange={(event) => edit(event.currentTarget.value || null)}
            >
              <option value="">the base</option>
              {variants.map(({ name }) => (
                <option key={name} value={name}>
                  {plainText(name)}
                </option>
              ))}
            </select>
          </label>
          {now && (
            <button type="button" class="button small" onClick={removeEdited}>
              <Icon name="remove" />
              Remove <Typeset text={now.name} />
            </button>
          )}
        </div>
      )}
      <p class="fine">{explained(now?.from ?? null)}</p>
    </>
  );
}
