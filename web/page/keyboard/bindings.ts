/** What a key can ask for. keyboard/follow.ts says how each is done. */
export type Intent =
  | 'togglePlay'
  | 'step'
  | 'stepBack'
  | 'fork'
  | 'reset'
  | 'newSeed'
  | 'openPreset'
  | 'presets'
  | 'compare'
  | 'editOther'
  | 'swapSides'
  | 'learn'
  | 'inspect'
  | 'sweep'
  | 'undo'
  | 'redo'
  | 'copyLink'
  | 'savePng'
  | 'toggleTable'
  | 'toggleAppearance'
  | 'showAllPanels'
  | 'toggleHelp';

export interface Binding {
  intent: Intent;
  /** As KeyboardEvent.key has them; Ctrl+ stands for Meta too, and goes before Shift+. */
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
  { intent: 'presets', keys: ['p'], shown: ['p'], does: 'List the presets, or close the list' },
  { intent: 'compare', keys: ['c'], shown: ['c'], does: 'Compare with another scenario, side by side' },
  { intent: 'editOther', keys: ['o'], shown: ['o'], does: 'Edit the other of two scenarios' },
  { intent: 'swapSides', keys: ['x'], shown: ['x'], does: 'Swap two scenarios' },
  { intent: 'learn', keys: ['t'], shown: ['t'], does: 'Take the tour: the lessons, or leave them' },
  { intent: 'inspect', keys: ['i'], shown: ['i'], does: 'Inspect a lab, or stop' },
  {
    intent: 'sweep',
    keys: ['w'],
    shown: ['w'],
    does: 'Sweep parameters, or close the sweep; in its fields, Esc closes it',
  },
  { intent: 'undo', keys: ['Ctrl+z'], shown: ['Ctrl', 'Z'], does: 'Undo the last change' },
  {
    intent: 'redo',
    keys: ['Ctrl+Shift+z', 'Ctrl+y'],
    shown: ['Ctrl', '⇧', 'Z'],
    does: 'Redo what was undone',
  },
  { intent: 'copyLink', keys: ['l'], shown: ['l'], does: 'Copy the link to this scenario' },
  { intent: 'savePng', keys: ['s'], shown: ['s'], does: 'Save the picture (PNG)' },
  { intent: 'toggleTable', keys: ['v'], shown: ['v'], does: 'Show or hide the charts as a table' },
  { intent: 'toggleAppearance', keys: ['d'], shown: ['d'], does: 'Dark or light' },
  { intent: 'showAllPanels', keys: ['Escape'], shown: ['Esc'], does: 'Bring all panels back' },
  { intent: 'toggleHelp', keys: ['?'], shown: ['?'], does: 'Show or hide this list' },
];

/** Fields in which something is being typed that is not a value yet: there undo belongs to the text. */
const typing = new WeakSet<EventTarget>();

/** Watches where something is being typed. */
export function followTyping(): void {
  addEventListener('input', ({ target }) => target && typing.add(target), true);
  for (const kind of ['change', 'blur'])
    addEventListener(kind, ({ target }) => target && typing.delete(target), true);
}

/** Elements that use the key themselves keep it: text everywhere, space and arrows where they press or move something. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key.startsWith('Ctrl+')) return typing.has(target);
  if (target.closest('textarea, select, [contenteditable]')) return true;
  const input = target.closest('input');
  if (input)
    return (
      !['range', 'radio', 'checkbox'].includes(input.type) || [' ', 'ArrowLeft', 'ArrowRight'].includes(key)
    );
  return key === ' ' && target.closest('button, summary, a[href]') !== null;
}

/** A key press as the table writes it. */
function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey) return key;
  return `Ctrl+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
}

/** The binding of a key press, or null. Chords that are not in the table belong to the browser. */
export function bindingOf(event: KeyboardEvent): Binding | null {
  if (event.altKey || event.defaultPrevented) return null;
  const key = keyOf(event);
  if (isTaken(event.target, key)) return null;
  return bindings.find(({ keys }) => keys.includes(key)) ?? null;
}
