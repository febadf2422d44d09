import { presets } from '../../../src/scenario/index.ts';
import { savePng } from '../exports/save.ts';
import { reset, step, stepBack, togglePlay } from '../lab/session.ts';
import { forkHere } from '../state/editing.ts';
import { isHelpOpen } from '../state/help.ts';
import { copyLink } from '../state/link.ts';
import { showAll } from '../state/panels.ts';
import { newSeed, openPreset } from '../state/scenario.ts';
import { toggleAppearance } from '../state/theme.ts';
import { bindingOf, type Intent } from './bindings.ts';

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
  copyLink,
  savePng,
  toggleAppearance,
  showAllPanels: showAll,
  toggleHelp() {
    isHelpOpen.value = !isHelpOpen.value;
  },
};

/** Does what the table of keys says, wherever on the page the focus is. An open dialog lets only its own key through. */
export function followKeyboard(): void {
  addEventListener('keydown', (event) => {
    const binding = bindingOf(event);
    if (!binding) return;
    if (document.querySelector('dialog[open]') && binding.intent !== 'toggleHelp') return;
    event.preventDefault();
    if (!event.repeat || binding.intent === 'step' || binding.intent === 'stepBack')
      acts[binding.intent](event.key);
  });
}
