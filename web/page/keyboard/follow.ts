import { presets } from '../../../src/scenario/index.ts';
import { toggleCompareMenu } from '../compare/CompareMenu.tsx';
import { savePng } from '../exports/save.ts';
import { reset, step, stepBack, togglePlay } from '../lab/session.ts';
import { togglePresetMenu } from '../parts/PresetMenu.tsx';
import { editOther, swapSides } from '../state/comparing.ts';
import { forkHere } from '../state/editing.ts';
import { isHelpOpen } from '../state/help.ts';
import { toggleLessons } from '../state/lesson.ts';
import { copyLink } from '../state/link.ts';
import { showAll } from '../state/panels.ts';
import { isInspecting, toggleInspector } from '../state/pin.ts';
import { newSeed, openPreset } from '../state/scenario.ts';
import { isSweepOpen, toggleSweep } from '../state/sweep.ts';
import { toggleTable } from '../state/table.ts';
import { toggleAppearance } from '../state/theme.ts';
import { redo, undo } from '../state/undoing.ts';
import { bindingOf, followTyping, type Intent } from './bindings.ts';

const acts: Record<Intent, (key: string) => unknown> = {
  togglePlay,
  step,
  stepBack,
  fork: forkHere,
  reset,
  newSeed,
  openPreset(key) {
    const preset = presets[Number(key) - 1];
    if (preset) openPreset(preset.name);
  },
  presets: togglePresetMenu,
  compare: toggleCompareMenu,
  editOther,
  swapSides,
  learn: toggleLessons,
  inspect: inspectByKey,
  sweep: sweepByKey,
  undo,
  redo,
  copyLink,
  savePng,
  toggleTable,
  toggleAppearance,
  showAllPanels: showAll,
  toggleHelp() {
    isHelpOpen.value = !isHelpOpen.value;
  },
};

/** The focus goes to a field that may not be there yet: its code may still be on its way. */
async function focusSoon(selector: string): Promise<void> {
  for (let frame = 0; frame < 60; frame++) {
    const field = document.querySelector<HTMLElement>(selector);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
    if (field) return;
    await new Promise(requestAnimationFrame);
  }
}

/** Who opens the inspector by a key goes on with the keyboard: the focus goes to the lab's number. */
async function inspectByKey(): Promise<void> {
  await toggleInspector();
  if (isInspecting.value) await focusSoon('#inspected-lab');
}

/** As for the inspector: the focus goes to the first parameter; and back to the button that opens it when it closes. */
async function sweepByKey(): Promise<void> {
  toggleSweep();
  await focusSoon(isSweepOpen.value ? '#sweep-x' : '#sweep');
}

const repeatable: readonly Intent[] = ['step', 'stepBack', 'undo', 'redo'];

/** Does what the table of keys says, wherever on the page the focus is. An open dialog lets only its own key through. */
export function followKeyboard(): void {
  followTyping();
  addEventListener('keydown', (event) => {
    const binding = bindingOf(event);
    if (!binding) return;
    if (document.querySelector('dialog[open]') && binding.intent !== 'toggleHelp') return;
    event.preventDefault();
    if (!event.repeat || repeatable.includes(binding.intent)) acts[binding.intent](event.key);
  });
}
