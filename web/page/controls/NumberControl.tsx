import { useId, useState } from 'preact/hooks';
import type { NumberRow, ParameterRow } from '../../../src/scenario/parameters.ts';
import { inputText, typedValue } from '../format/numbers.ts';
import { useDraft } from './draft.ts';
import { Row } from './Row.tsx';
import { sliderSteps, thumbOf, valueOfThumb } from './slider.ts';

interface NumberControlProps {
  row: ParameterRow;
  path: string;
  value: number | null;
  /** Without a slider. */
  compact?: boolean;
}

/** A number: a slider over the stretch worth one, and a field that reaches the whole range. */
export function NumberControl({ row: anyRow, path, value, compact = false }: NumberControlProps) {
  const row = anyRow as NumberRow;
  const id = useId();
  const draft = useDraft(path, value);
  // What to return to when 'no limit' is taken off again.
  const [lastNumber, remember] = useState(value ?? row.default ?? row.slider[1]);
  const commit = (next: number | string | null) => {
    if (typeof next === 'number') remember(next);
    draft.commit(next);
  };
  return (
    <Row row={row} path={path} inputId={id} problems={draft.problems} onReset={draft.clear}>
      <div class="fields">
        {!compact && (
          <input
            type="range"
            min="0"
            max={sliderSteps}
            step="1"
            aria-label={`${row.label}, slider`}
            aria-valuetext={value === null ? (row.none ?? 'none') : inputText(value)}
            disabled={value === null}
            value={thumbOf(row, value ?? lastNumber)}
            onInput={(event) => commit(valueOfThumb(row, Number(event.currentTarget.value)))}
          />
        )}
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          class="number"
          disabled={value === null}
          value={draft.text ?? (value === null ? '' : inputText(value))}
          placeholder={value === null ? '∞' : ''}
          aria-invalid={draft.problems.length > 0}
          aria-describedby={`${id}-problem`}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onChange={(event) => commit(typedValue(event.currentTarget.value))}
          onKeyDown={(event) => event.key === 'Escape' && draft.clear()}
        />
      </div>
      {row.none !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={value === null}
            onChange={(event) => commit(event.currentTarget.checked ? null : lastNumber)}
          />
          {row.none}
        </label>
      )}
    </Row>
  );
}
