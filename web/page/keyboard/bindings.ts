/** What a key can ask for. keyboard/follow.ts says how each is done. */
export type Intent =
  | 'togglePlay'
  | 'step'
  | 'stepBack'
  | 'fork'
  | 'reset'
  | 'newSeed'
  | 'openPreset'
  | 'copyLink'
  | 'savePng'
  | 'toggleAppearance'
  | 'showAllPanels'
  | 'toggleHelp';

export interface Binding {
  intent: Intent;
  /** As KeyboardEvent.key has them. */
  keys: readonly string[];
  /** As the help dialog shows them; '–' stands between the ends of a range. */
  shown: readonly string[];
  does: string;
}

/** Everything a key does. The help dialog lists this table and the keyboard follows it, so neither can lag behind. */
export const bindings: readonly Binding[] = [
  { intent: 'togglePlay', keys: [' '], shown: ['Space'], does: 'Play or pause' },
  { intent: 'step', keys: ['.', 'ArrowRight'], shown: ['.', '→'], does: 'One step: a decision interval' },
  { intent: 'stepBack', keys: [',', 'ArrowLeft'], shown: [',', '←'], does: 'One step back' },
  { intent: 'fork', keys: ['f'], shown: ['f'], does: 'Fork here: a second future from this moment' },
  { intent: 'reset', keys: ['r'], shown: ['r'], does: 'Reset to t = 0' },
  { intent: 'newSeed', keys: ['n'], shown: ['n'], does: 'New seed' },
  {
    intent: 'openPreset',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: ['1', '–', '9'],
    does: 'Open that preset',
  },
  { intent: 'copyLink', keys: ['l'], shown: ['l'], does: 'Copy the link to this scenario' },
  { intent: 'savePng', keys: ['s'], shown: ['s'], does: 'Save the picture (PNG)' },
  { intent: 'toggleAppearance', keys: ['d'], shown: ['d'], does: 'Dark or light' },
  { intent: 'showAllPanels', keys: ['Escape'], shown: ['Esc'], does: 'Bring all panels back' },
  { intent: 'toggleHelp', keys: ['?'], shown: ['?'], does: 'Show or hide this list' },
];

/** Elements that use the key themselves keep it: text everywhere, space and arrows where they press or move something. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable]')) return true;
  const input = target.closest('input');
  if (input)
    return (
      !['range', 'radio', 'checkbox'].includes(input.type) || [' ', 'ArrowLeft', 'ArrowRight'].includes(key)
    );
  return key === ' ' && target.closest('button, summary, a[href]') !== null;
}

/** The binding of a key press, or null. Chords with Ctrl, Alt or Meta belong to the browser. */
export function bindingOf(event: KeyboardEvent): Binding | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
  if (isTaken(event.target, event.key)) return null;
  return bindings.find(({ keys }) => keys.includes(event.key)) ?? null;
}
