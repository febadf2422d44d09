import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preset } from '../../../src/scenario/index.ts';
import { seedCount, wantsBands } from '../../../web/page/state/bands.ts';
import { hidden, toggleBenchmark } from '../../../web/page/state/benchmarks.ts';
import { areAxesShared, choose, close, compareWith } from '../../../web/page/state/beside.ts';
import { linkHere } from '../../../web/page/state/link.ts';
import { openView, viewWords } from '../../../web/page/state/linkedView.ts';
import { choiceNow, openChoice, toggleLinear, togglePanel } from '../../../web/page/state/panels.ts';
import { pinnedPlace } from '../../../web/page/state/pinned.ts';
import { chosen, openLinked, scenario } from '../../../web/page/state/scenario.ts';
import { HIDDEN_AT_FIRST } from '../../../web/shared/benchmarks.ts';
import { PANELS, PANELS_AT_FIRST } from '../../../web/shared/protocol.ts';

function asAtFirst(): void {
  openChoice({ shown: PANELS_AT_FIRST, isLinear: false });
  wantsBands.value = false;
  seedCount.value = 40;
  hidden.value = HIDDEN_AT_FIRST;
  areAxesShared.value = true;
  pinnedPlace.value = null;
  openLinked(preset('wrong-beliefs'));
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

  it('of two side by side says the chosen one and axes apart, and both come back', () => {
    const beside = () => openLinked(preset('wrong-beliefs'), preset('copycats'));
    beside();
    expect(search()).toBe('');
    choose(1);
    areAxesShared.value = false;
    expect(search()).toBe('side=B&axes=apart');
    asAtFirst();
    beside();
    expect(openView('side=B&axes=apart')).toEqual([]);
    expect([chosen.value, areAxesShared.value, scenario.value.name]).toEqual([1, false, 'copycats']);
    expect(openView('side=A&axes=same')).toEqual([]);
    expect([chosen.value, areAxesShared.value, scenario.value.name]).toEqual([0, true, 'wrong-beliefs']);
    choose(1);
    areAxesShared.value = false;
    close(0);
    expect(search()).toBe('');
  });

  it('has no second side where there is one scenario, and knows no other words for sides and axes', () => {
    expect(openView('side=B')).toEqual(['side: got "B"; allowed: A, for there is no second scenario']);
    compareWith(preset('copycats'));
    for (const bad of ['C', 'b', '1', ''])
      expect(openView(`side=${bad}`)).toEqual([`side: got "${bad}"; allowed: A or B`]);
    for (const bad of ['own', '0', ''])
      expect(openView(`axes=${bad}`)).toEqual([`axes: got "${bad}"; allowed: same or apart`]);
    expect([chosen.value, areAxesShared.value]).toEqual([0, true]);
  });

  it('says which lab is inspected, of the side that is chosen, and finds it again', () => {
    openLinked(preset('figure-1'), preset('wrong-beliefs'));
    choose(1);
    const last = { economy: 0, group: 0, lab: scenario.value.groups[0].count - 1 };
    pinnedPlace.value = last;
    const words = search();
    expect(words).toBe(`side=B&lab=1.1.${last.lab + 1}`);
    pinnedPlace.value = null;
    choose(0);
    expect(openView(words)).toEqual([]);
    expect(pinnedPlace.value).toEqual(last);
    // The other side has one lab: what is not there is not said of it.
    choose(0);
    expect(search()).toBe('');
  });

  it.each([
    '',
    '1',
    '1.1',
    '0.1.1',
    '1.1.0',
    '1.1.301',
    '1.2.1',
    '9.1.1',
    '1.1.1.1',
    '01.1.1',
    '1.1.1e2',
    'a.b.c',
    '-1.1.1',
  ])('a lab "%s" is none, and none is followed', (text) => {
    expect(scenario.value.groups.map(({ count }) => count)).toEqual([300]);
    expect(openView(`lab=${text}`)).toEqual([
      `lab: got "${text}"; allowed: economy, group and lab, each counted from 1, as in 1.2.17, of a lab that is there`,
    ]);
    expect(pinnedPlace.value).toBeNull();
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
