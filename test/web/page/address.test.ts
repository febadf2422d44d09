import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLink, presets } from '../../../src/scenario/index.ts';
import { change } from '../../../web/page/state/editing.ts';
import {
  embedCode,
  linkHere,
  linkOut,
  openAddress,
  positionAt,
  timeOf,
} from '../../../web/page/state/link.ts';
import { takeOpening } from '../../../web/page/state/opening.ts';
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
  Object.assign(location, { hash: '', search: '', href: 'http://lab.example/?autoplay=0' });
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

describe('a moment', () => {
  const clock = { h: 0.1, until: 3 } as never;

  it('is the time of a position, and back', () => {
    for (let position = 0; position <= 30; position++)
      expect(positionAt(String(timeOf(position, clock)), clock)).toBe(position);
  });

  it('between two positions is the later one', () => {
    expect(positionAt('0.11', clock)).toBe(2);
  });

  it.each(['', ' ', '-1', '3.01', 'soon', 'Infinity', 'NaN'])('"%s" is none', (text) => {
    expect(positionAt(text, clock)).toBeNull();
  });

  it('in the address opens this scenario there, once, and waits', () => {
    location.search = '?t=0.5';
    openAddress();
    const { h } = scenario.value.clock;
    expect(takeOpening(scenario.value)).toEqual({ position: Math.ceil(0.5 / h - 1e-6), plays: false });
    expect(takeOpening(scenario.value)).toBeNull();
    openAddress();
    openPreset('figure-1');
    expect(takeOpening(scenario.value)).toBeNull();
  });

  it('that is none is explained, and the run opened at its beginning', () => {
    location.search = '?t=soon';
    openAddress();
    expect(takeOpening(scenario.value)).toBeNull();
    expect(notice.value!.lines.join()).toMatch(/t: got "soon"; allowed: a time from 0 to /);
  });
});

describe('links', () => {
  it('keep what else the address says, but neither a moment nor an embedding', () => {
    location.href = 'http://lab.example/?autoplay=0&renderer=page&t=2&embed=1&hide=controls';
    expect(new URL(linkHere()!).search).toBe('?autoplay=0&renderer=page&embed=1&hide=controls');
    expect(new URL(linkHere({ t: '1.5' })!).searchParams.get('t')).toBe('1.5');
    expect(new URL(linkOut()!).search).toBe('?renderer=page');
  });

  it('stand in embedding code with nothing left to break out of', () => {
    expect(embedCode('http://lab.example/?a=1&b=2#1.x', 'A "b" <c>')).toBe(
      '<iframe src="http://lab.example/?a=1&amp;b=2#1.x" title="A &quot;b&quot; &lt;c>" width="100%" height="720" style="border:0" loading="lazy"></iframe>',
    );
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
