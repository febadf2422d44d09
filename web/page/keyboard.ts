import { presets } from '../../src/scenario/index.ts';
import { savePng } from './exports/save.ts';
import { reset, step, togglePlay } from './lab/session.ts';
import { isHelpOpen } from './state/help.ts';
import { copyLink } from './state/link.ts';
import { newSeed, openPreset } from './state/scenario.ts';
import { toggleAppearance } from './state/theme.ts';

/** Everything a key does. The help dialog lists this table and the keyboard follows it, so neither can lag behind. */
export interface Binding {
  /** As KeyboardEvent.key has them. */
  keys: readonly string[];
  /** As the help dialog shows them. */
  shown: readonly string[];
  does: string;
  act(key: string): unknown;
}

export const bindings: readonly Binding[] = [
  { keys: [' '], shown: ['Space'], does: 'Play or pause', act: togglePlay },
  { keys: ['.', 'ArrowRight'], shown: ['.', '→'], does: 'One step: a decision interval', act: step },
  { keys: ['r'], shown: ['r'], does: 'Reset to t = 0', act: reset },
  { keys: ['n'], shown: ['n'], does: 'New seed', act: newSeed },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: ['1', '–', '9'],
    does: 'Open that preset',
    act: (key) => presets[Number(key) - 1] && openPreset(presets[Number(key) - 1].name),
  },
  { keys: ['l'], shown: ['l'], does: 'Copy the link to this scenario', act: copyLink },
  { keys: ['s'], shown: ['s'], does: 'Save the picture (PNG)', act: savePng },
  { keys: ['d'], shown: ['d'], does: 'Dark or light', act: toggleAppearance },
  {
    keys: ['?'],
    shown: ['?'],
    does: 'Show or hide this list',
    act: () => {
      isHelpOpen.value = !isHelpOpen.value;
    },
  },
];

/** Elements that use the key themselves keep it: text everywhere, space and arrows where they press or move something. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable]')) return true;
  const input = target.closest('input');
  if (input) return !['range', 'radio', 'checkbox'].includes(input.type) || [' ', 'ArrowRight'].includes(key);
  return key === ' ' && target.closest('button, summary, a[href]') !== null;
}

/** The binding of a key press, or null. Chords with Ctrl, Alt or Meta belong to the browser. */
export function bindingOf(event: KeyboardEvent): Binding | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
  if (isTaken(event.target, event.key)) return null;
  return bindings.find(({ keys }) => keys.includes(event.key)) ?? null;
}

export function followKeyboard(): void {
  addEventListener('keydown', (event) => {
    const binding = bindingOf(event);
    if (!binding) return;
    if (document.querySelector('dialog[open]') && !binding.keys.includes('?')) return;
    event.preventDefault();
    binding.act(event.key);
  });
}
