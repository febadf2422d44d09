import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { preset } from '../../../src/scenario/index.ts';
import { useDismissal } from '../parts/dismissal.ts';
import { Icon } from '../parts/Icon.tsx';
import { PresetTopics, steer } from '../parts/PresetMenu.tsx';
import { compareWith, isComparing, letterOf } from '../state/beside.ts';
import { copyBeside } from '../state/comparing.ts';
import { openFileBeside } from '../state/files.ts';
import { chosen } from '../state/scenario.ts';

const isOpen = signal(false);

const focusFirst = (): void => document.querySelector<HTMLElement>('[data-beside]')?.focus();

/** Opens the list with the focus in it, or closes it and leaves the focus at its button; for a key. */
export function toggleCompareMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('#compare')!;
  isOpen.value = menu.open = !menu.open;
  if (menu.open) focusFirst();
  else menu.querySelector('summary')?.focus();
}

/** What is to be done next with two scenarios is to play them. */
function compareWithPreset(name: string): void {
  compareWith(preset(name));
  document.querySelector<HTMLElement>('#play')?.focus();
}

/** What can stand beside the scenario that runs: a copy of it, a file, or any preset. */
function Choices({ onFile }: { onFile: () => void }) {
  return (
    <div class="preset-list">
      <ul class="beside-first">
        <li>
          <button type="button" data-beside="copy" onClick={copyBeside}>
            <b>A copy of this one</b>
            <span>Both run alike until something is changed in the copy.</span>
          </button>
        </li>
        <li>
          <button type="button" data-beside="file" onClick={onFile}>
            <b>A file …</b>
            <span>A scenario or a result, saved as JSON.</span>
          </button>
        </li>
      </ul>
      <PresetTopics onChoose={compareWithPreset} attribute="data-beside" />
    </div>
  );
}

/** Opens a second scenario beside the one that runs, or another in its place. */
export function CompareMenu() {
  const ref = useRef<HTMLDetailsElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useDismissal(ref, '[data-beside]');
  useEffect(() => {
    if (isOpen.value) focusFirst();
  }, [isOpen.value]);
  const chosenFile = (event: { currentTarget: HTMLInputElement }) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file) void openFileBeside(file);
  };
  const there = isComparing.value ? letterOf(chosen.value === 0 ? 1 : 0) : null;
  return (
    <details
      class="preset-menu compare-menu"
      id="compare"
      ref={ref}
      open={isOpen.value}
      onKeyDown={(event) => steer(event, '[data-beside]')}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary class="button">
        <Icon name="compare" />
        {there ? `Another ${there} …` : 'Compare with …'}
      </summary>
      {isOpen.value && <Choices onFile={() => input.current!.click()} />}
      <input
        ref={input}
        id="open-beside"
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Scenario file to compare with"
        onChange={chosenFile}
      />
    </details>
  );
}
