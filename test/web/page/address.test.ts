import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLink, presets } from '../../../src/scenario/index.ts';
import { change } from '../../../web/page/state/editing.ts';
import { linkHere, openAddress } from '../../../web/page/state/link.ts';
import { notice } from '../../../web/page/state/run.ts';
import {
  firstPreset,
  isChanged,
  openPreset,
  scenario,
  undoChanges,
} from '../../../web/page/state/scenario.ts';

const location = { hash: '', href: 'http://lab.example/?autoplay=0', pathname: '/', search: '' };

beforeEach(() => {
  location.hash = '';
  Object.assign(globalThis, { location });
  notice.value = null;
  openPreset(firstPreset);
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'location');
});

const follow = (link: string) => {
  location.hash = new URL(link).hash;
  openAddress();
};

describe('the address', () => {
  it('holds every preset, changed or not, with its seed', () => {
    for (const { name } of presets) {
      openPreset(name);
      expect(change('seed', 987654321)).toEqual([]);
      expect(change('economy.c', 1.25)).toEqual([]);
      const before = scenario.value;
      const link = linkHere()!;
      openPreset(firstPreset);
      follow(link);
      expect(scenario.value).toEqual(before);
      expect(notice.value).toBeNull();
      expect(isChanged.value).toBe(true);
      undoChanges();
      expect(scenario.value.name).toBe(name);
      expect(isChanged.value).toBe(false);
    }
  });

  it('without anything after # is the first preset', () => {
    openAddress();
    expect(scenario.value.name).toBe(firstPreset);
  });

  it('that is damaged says so, and opens the first preset', () => {
    const whole = encodeLink(scenario.value);
    for (const bad of [
      'nonsense',
      whole.slice(0, -3),
      `2${whole.slice(1)}`,
      whole.replace('.e', '.f'),
      '1..',
      '%',
    ]) {
      notice.value = null;
      location.hash = `#${bad}`;
      openAddress();
      expect(scenario.value.name).toBe(firstPreset);
      expect(notice.value, bad).not.toBeNull();
      expect(notice.value!.lines.join()).toMatch(/link: got .*allowed: /);
    }
  });
});

describe('a change', () => {
  it('that is not allowed changes nothing and says what is', () => {
    const before = scenario.value;
    for (const [path, value] of [
      ['economy.c', 99],
      ['economy.c', 'abc'],
      ['seed', -1],
      ['groups.0.count', 1e9],
      ['clock.h', 0],
    ] as const) {
      const problems = change(path, value);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems[0].allowed).not.toBe('');
      expect(scenario.value).toBe(before);
    }
  });
});
