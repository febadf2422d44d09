import { useEffect, useRef } from 'preact/hooks';
import { presets } from '../../../src/scenario/index.ts';
import { nameText } from '../format/words.ts';
import { isChanged, openPreset, presetName, scenario } from '../state/scenario.ts';

/** Keeps the two sides of an equation on one line. */
const unbroken = (text: string): string => text.replace(/ ([=<>≈≤≥]) /g, '\u00a0$1\u00a0');

/** The presets, and what to look for in the one that runs. */
export function Presets() {
  const pills = useRef<HTMLFieldSetElement>(null);
  // On a narrow page the pills scroll sideways: the chosen one is brought into view, the page itself stays put.
  useEffect(() => {
    const row = pills.current!;
    const chosen = row.querySelector('input:checked')?.parentElement;
    if (chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
  }, [presetName.value]);
  const { title, lookFor, name } = scenario.value;
  return (
    <section class="presets" aria-label="Scenario">
      <fieldset class="pills" ref={pills}>
        <legend class="visually-hidden">Preset</legend>
        {presets.map((preset, i) => (
          <label key={preset.name} title={preset.title}>
            <input
              type="radio"
              name="preset"
              value={preset.name}
              checked={presetName.value === preset.name}
              onChange={() => openPreset(preset.name)}
              onClick={() => presetName.value === preset.name && isChanged.value && openPreset(preset.name)}
            />
            <span>
              {nameText(preset.name)}
              {i < 9 && (
                <span class="key" aria-hidden="true">
                  {i + 1}
                </span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="look-for">
        <h2>
          {title || nameText(name)}
          {isChanged.value && <span class="badge">changed</span>}
        </h2>
        {lookFor && <p>{unbroken(lookFor)}</p>}
      </div>
    </section>
  );
}
