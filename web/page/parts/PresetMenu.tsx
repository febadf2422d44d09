import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { type PresetData, presets, presetTopics } from '../../../src/scenario/index.ts';
import { nameText } from '../format/words.ts';
import { openPreset, presetName } from '../state/scenario.ts';
import { useDismissal } from './dismissal.ts';
import { Icon } from './Icon.tsx';

/** The number key that opens a preset, for the first nine. */
function keyOf(name: string): number | null {
  const place = presets.findIndex((preset) => preset.name === name);
  return place < 9 ? place + 1 : null;
}

interface Choosing {
  onChoose: (name: string) => void;
  /** Under this attribute of its button the preset's name is found. */
  attribute: 'data-preset' | 'data-beside';
  /** The preset that is open, and number keys: where a choice opens it. */
  isOpening?: boolean;
}

function Item({
  preset: { name, title },
  onChoose,
  attribute,
  isOpening = false,
}: Choosing & { preset: PresetData }) {
  const key = isOpening ? keyOf(name) : null;
  return (
    <li>
      <button
        type="button"
        {...{ [attribute]: name }}
        aria-current={isOpening && presetName.value === name ? 'true' : undefined}
        onClick={(event) => {
          event.currentTarget.closest('details')!.querySelector('summary')!.focus();
          onChoose(name);
        }}
      >
        <b>{nameText(name)}</b>
        {key !== null && <kbd>{key}</kbd>}
        <span>{title}</span>
      </button>
    </li>
  );
}

/** Every preset under its heading. */
export function PresetTopics(choosing: Choosing) {
  return (
    <div class="preset-topics">
      {presetTopics.map((topic) => (
        <section key={topic.title}>
          <h2>{topic.title}</h2>
          <ul>
            {topic.presets.map((preset) => (
              <Item key={preset.name} preset={preset} {...choosing} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Up and down lead through the entries of an open list. */
export function steer(event: TargetedKeyboardEvent<HTMLDetailsElement>, entries: string): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget;
  if (way === undefined || !list.open) return;
  const items = [...list.querySelectorAll<HTMLElement>(entries)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[Math.max(0, Math.min(items.length - 1, at + way))].focus();
  event.preventDefault();
}

/** Opens the list with the focus in it, or closes it and leaves the focus at its button; for a key. */
export function togglePresetMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('#presets')!;
  menu.open = !menu.open;
  const first = menu.querySelector<HTMLElement>('[aria-current]') ?? menu.querySelector('[data-preset]');
  (menu.open ? first : menu.querySelector('summary'))?.focus();
}

/** Every preset under its heading, in a list that opens; up and down lead through it. */
export function PresetMenu() {
  const ref = useRef<HTMLDetailsElement>(null);
  useDismissal(ref, '[data-preset]');
  return (
    <details class="preset-menu" id="presets" ref={ref} onKeyDown={(event) => steer(event, '[data-preset]')}>
      <summary class="button">
        <span class="unit">Preset</span>
        <b>{presetName.value ? nameText(presetName.value) : 'none: your own'}</b>
        <Icon name="chevron" />
      </summary>
      <div class="preset-list">
        <PresetTopics onChoose={openPreset} attribute="data-preset" isOpening />
      </div>
    </details>
  );
}
