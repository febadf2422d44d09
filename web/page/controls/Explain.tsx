import { useId, useState } from 'preact/hooks';
import { allowedText, type ParameterRow, unitOf } from '../../../src/scenario/index.ts';
import { inputText } from '../format/numbers.ts';
import { Icon } from '../parts/Icon.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { editedVariant, unedited } from '../state/editing.ts';
import { units, valueAt } from '../state/scenario.ts';
import { takesEffectText } from './takesEffect.ts';

/** A value in words: numbers as typed, null as what it stands for. */
export function valueWords(value: unknown, row: ParameterRow): string {
  if (value === null) return ('none' in row ? row.none : null) ?? 'none';
  if (typeof value === 'number') return inputText(value);
  if (typeof value === 'string') return value === '' ? 'empty' : value;
  if (row.kind === 'names') return (value as string[]).join(', ');
  return Object.values(value as object)
    .map((part) => (Array.isArray(part) ? `${part.length} values` : String(part)))
    .join(' ');
}

/** Opens and closes a row's explanation: a button, so that it works by keyboard, by touch and by screen reader alike. */
export function useExplanation(label: string) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      class="explain-button"
      aria-expanded={isOpen}
      aria-controls={id}
      aria-label={`About ${label}`}
      onClick={() => setOpen(!isOpen)}
    >
      <Icon name="help" />
    </button>
  );
  return { id, isOpen, button };
}

/** Rows whose values are not more or less than one another. */
const choosing = ['choice', 'text', 'names'];

/** Everything the parameter table says about a row. */
export function Explanation({ id, row, path }: { id: string; row: ParameterRow; path: string }) {
  const unit = unitOf(row, units.value);
  const from = valueAt(unedited.value, path);
  return (
    <div class="explanation" id={id}>
      <p>
        <Typeset text={row.meaning} />
      </p>
      <p>
        <b>{choosing.includes(row.kind) ? 'Choosing it' : 'Raising it'}:</b> <Typeset text={row.effect} />
      </p>
      <dl>
        {!choosing.includes(row.kind) && (
          <div>
            <dt>Unit</dt>
            <dd>
              <Typeset text={unit || 'a pure number'} />
            </dd>
          </div>
        )}
        <div>
          <dt>Allowed</dt>
          <dd>
            <Typeset text={allowedText(row)} />
          </dd>
        </div>
        <div>
          <dt>Default</dt>
          <dd>
            <Typeset text={valueWords(row.default, row)} />
          </dd>
        </div>
        {from !== undefined && (
          <div>
            <dt>{editedVariant.value ? 'In the base' : 'As opened'}</dt>
            <dd>
              <Typeset text={valueWords(from, row)} />
            </dd>
          </div>
        )}
        <div>
          <dt>Changes</dt>
          <dd>{takesEffectText(row, editedVariant.value)}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>{row.source}</dd>
        </div>
      </dl>
    </div>
  );
}
