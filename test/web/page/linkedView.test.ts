import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedCount, wantsBands } from '../../../web/page/state/bands.ts';
import { hidden, toggleBenchmark } from '../../../web/page/state/benchmarks.ts';
import { linkHere } from '../../../web/page/state/link.ts';
import { openView, viewWords } from '../../../web/page/state/linkedView.ts';
import { choiceNow, openChoice, toggleLinear, togglePanel } from '../../../web/page/state/panels.ts';
import { HIDDEN_AT_FIRST } from '../../../web/shared/benchmarks.ts';
import { PANELS, PANELS_AT_FIRST } from '../../../web/shared/protocol.ts';

function asAtFirst(): void {
  openChoice({ shown: PANELS_AT_FIRST, isLinear: false });
  wantsBands.value = false;
  seedCount.value = 40;
  hidden.value = HIDDEN_AT_FIRST;
}

const now = () => ({
  ...choiceNow(),
  bands: wantsBands.value && seedCount.value,
  hidden: [...hidden.value].sort(),
});
const search = (): string =>
  new URLSearchParams(
    Object.entries(viewWords()).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();

beforeEach(asAtFirst);
afterEach(asAtFirst);

describe('how a run is looked at', () => {
  it('is not said where it is as on a first visit', () => {
    expect(search()).toBe('');
  });

  it('comes back from the words before the #', () => {
    for (const panel of PANELS) togglePanel(panel);
    toggleLinear();
    wantsBands.value = true;
    seedCount.value = 100;
    toggleBenchmark('planned');
    toggleBenchmark('nash');
    const before = now();
    const words = search();
    asAtFirst();
    expect(openView(words)).toEqual([]);
    expect(now()).toEqual(before);
    expect(search()).toBe(words);
  });

  it('with no benchmark hidden at all is said too', () => {
    hidden.value = [];
    expect(search()).toBe('without=');
    asAtFirst();
    openView('without=');
    expect(hidden.value).toEqual([]);
  });

  it('is left as it is by words that make no sense, each named', () => {
    const before = now();
    const problems = openView('?panels=phase,nowhere&linear=yes&bands=1e9&without=<script>,planned');
    expect(problems.map((line) => line.split(':', 1)[0])).toEqual(['panels', 'linear', 'bands', 'without']);
    expect(problems[0]).toBe(
      'panels: got "phase,nowhere"; allowed: some of phase, chips, share, splits, sizes, stream, concentration, with commas between them',
    );
    expect(problems[2]).toBe('bands: got "1e9"; allowed: 20, 40 or 100 seeds');
    expect(now()).toEqual(before);
    for (const bad of ['panels=', 'bands=040', 'bands=', 'linear=', `without=${'a'.repeat(300)}`])
      expect(openView(bad).length, bad).toBe(1);
  });

  it('is part of every link', () => {
    Object.assign(globalThis, {
      location: { hash: '', href: 'http://lab.example/?autoplay=0&bands=20', search: '' },
    });
    try {
      openChoice({ shown: ['chips', 'stream'] });
      const { searchParams } = new URL(linkHere()!);
      expect(Object.fromEntries(searchParams)).toEqual({ autoplay: '0', panels: 'chips,stream' });
    } finally {
      Reflect.deleteProperty(globalThis, 'location');
    }
  });
});
