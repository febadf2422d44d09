import { useState } from 'preact/hooks';
import { inputText, typedValue } from '../format/numbers.ts';

/** A number of the setup. What is no number stays in the field, and the setup says so. */
export function NumberField({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const [typed, type] = useState<string | null>(null);
  const isMissing = Number.isNaN(value);
  return (
    <label class="sweep-number">
      <span>{label}</span>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        class="number"
        autocomplete="off"
        spellcheck={false}
        value={isMissing ? (typed ?? '') : inputText(value)}
        aria-invalid={isMissing}
        aria-describedby="sweep-problems"
        onChange={(event) => {
          const given = typedValue(event.currentTarget.value);
          type(event.currentTarget.value);
          onChange(typeof given === 'number' ? given : Number.NaN);
        }}
      />
    </label>
  );
}
