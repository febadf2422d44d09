import { describe, expect, it } from 'vitest';
import { bindingOf, bindings, type Intent } from '../../../web/page/keyboard/bindings.ts';

const press = (chord: string, more: Partial<KeyboardEvent> = {}) =>
  bindingOf({
    key: chord.replace(/^(Ctrl|Shift)\+/g, '').replace('Shift+', ''),
    ctrlKey: chord.startsWith('Ctrl+'),
    shiftKey: chord.includes('Shift+'),
    altKey: false,
    metaKey: false,
    defaultPrevented: false,
    target: null,
    ...more,
  } as KeyboardEvent);

// In Node there are no elements; this is what `instanceof Element` needs to be false.
globalThis.Element ??= class {} as never;

describe('the table of keys', () => {
  it('has every intent once, and says what it does', () => {
    const intents: Intent[] = [
      'togglePlay',
      'step',
      'stepBack',
      'sweep',
      'reset',
      'newSeed',
      'openPreset',
      'presets',
      'learn',
      'inspect',
      'undo',
      'redo',
      'copyLink',
      'fork',
      'savePng',
      'toggleAppearance',
      'showAllPanels',
      'toggleHelp',
      'toggleTable',
      'compare',
      'editOther',
      'swapSides',
    ];
    expect(bindings.map(({ intent }) => intent).sort()).toEqual(intents.sort());
    expect(new Set(bindings.map(({ does }) => does)).size).toBe(bindings.length);
    for (const { shown, does } of bindings) {
      expect(shown.length).toBeGreaterThan(0);
      expect(does).not.toBe('');
    }
  });

  it('gives no key two meanings', () => {
    const keys = bindings.flatMap(({ keys: own }) => own);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leads every key to its own binding', () => {
    for (const binding of bindings) for (const key of binding.keys) expect(press(key)).toBe(binding);
  });

  it('takes the command key for Ctrl, and capitals as they come with Shift', () => {
    expect(press('z', { metaKey: true })?.intent).toBe('undo');
    expect(press('Z', { metaKey: true, shiftKey: true })?.intent).toBe('redo');
  });

  it('leaves other keys and chords to the browser', () => {
    for (const key of ['Tab', 'Enter', 'F2', 'q', '0']) expect(press(key)).toBeNull();
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('z')).toBeNull();
    expect(press('s', { metaKey: true })).toBeNull();
    expect(press(' ', { defaultPrevented: true })).toBeNull();
  });
});
