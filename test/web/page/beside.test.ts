import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLinks, preset } from '../../../src/scenario/index.ts';
import {
  choose,
  clock,
  close,
  compareWith,
  compareWithCopy,
  isComparing,
  scenarios,
  swap,
} from '../../../web/page/state/beside.ts';
import { change } from '../../../web/page/state/editing.ts';
import { scenariosIn } from '../../../web/page/state/files.ts';
import {
  chosen,
  isChanged,
  newSeed,
  openLinked,
  openPreset,
  scenario,
} from '../../../web/page/state/scenario.ts';
import { followChanges, redo, redoWords, undo, undoWords } from '../../../web/page/state/undoing.ts';

let time = 0;
let stop: () => void;
beforeEach(() => {
  openLinked(preset('figure-1'));
  stop = followChanges(() => {
    time += 5000; // every change is a step of its own
    return time;
  });
});
afterEach(() => stop());

const names = (): string[] => scenarios.value.map(({ name }) => name);
const seeds = (): number[] => scenarios.value.map(({ seed }) => seed);

describe('two scenarios side by side', () => {
  it('stand from left to right, whichever is chosen', () => {
    compareWith(preset('commons'));
    expect(names()).toEqual(['figure-1', 'commons']);
    expect(scenario.value.name).toBe('figure-1');
    const before = scenarios.value;
    choose(1);
    expect(scenario.value.name).toBe('commons');
    // The same list: nothing is to be loaded anew.
    expect(scenarios.value).toBe(before);
    openPreset('glut');
    expect(names()).toEqual(['figure-1', 'glut']);
  });

  it('have one seed: the first one’s, whatever is opened second', () => {
    change('seed', 41);
    compareWith({ ...preset('commons'), seed: 7 });
    expect(seeds()).toEqual([41, 41]);
    choose(1);
    expect(isChanged.value).toBe(false);
    openPreset('wrong-beliefs');
    expect(seeds()).toEqual([41, 41]);
    newSeed();
    expect(seeds()[0]).toBe(seeds()[1]);
    expect(seeds()[0]).not.toBe(41);
    choose(0);
    change('seed', 5);
    expect(seeds()).toEqual([5, 5]);
  });

  it('change one at a time: the chosen one', () => {
    compareWithCopy();
    expect(chosen.value).toBe(1);
    expect(scenarios.value[0]).toEqual(scenarios.value[1]);
    change('economy.c', 1.7);
    expect(scenarios.value.map(({ economy }) => economy.c)).toEqual([preset('figure-1').economy.c, 1.7]);
  });

  it('have one clock, of a common interval and the later end', () => {
    compareWith({ ...preset('figure-1'), clock: { ...preset('figure-1').clock, h: 0.2, until: 1 } });
    expect(clock.value).toEqual({ h: 0.2, until: 3.2 });
    close(1);
    expect(clock.value).toEqual(preset('figure-1').clock);
  });

  it('swap places, and the chosen one stays chosen', () => {
    compareWith(preset('commons'));
    swap();
    expect(names()).toEqual(['commons', 'figure-1']);
    expect(scenario.value.name).toBe('figure-1');
  });

  it.each([
    [0, 0, 'commons'],
    [0, 1, 'commons'],
    [1, 0, 'figure-1'],
    [1, 1, 'figure-1'],
  ] as const)('when side %d is closed with side %d chosen, %s goes on alone', (closed, at, left) => {
    compareWith(preset('commons'));
    choose(at);
    const kept = scenarios.value[1 - closed];
    close(closed);
    expect(isComparing.value).toBe(false);
    expect(scenario.value).toBe(kept);
    expect(names()).toEqual([left]);
    expect(chosen.value).toBe(0);
  });

  it('are undone and redone like anything else, and choosing a side is no step', () => {
    const seen = [scenarios.value];
    const acts: [() => void, string][] = [
      [() => compareWith(preset('commons')), 'comparing with Commons'],
      [() => change('economy.c', 1.5), 'c'],
      [() => swap(), 'swapping the sides'],
      [
        () => {
          choose(0);
          change('economy.sigma', 0.5);
        },
        'σ',
      ],
      [() => newSeed(), 'seed'],
      [() => compareWith(preset('glut')), 'comparing with Glut'],
      [() => close(0), 'closing one of two sides'],
    ];
    for (const [act, words] of acts) {
      act();
      expect(undoWords.value).toBe(words);
      seen.push(scenarios.value);
    }
    for (const expected of seen.slice(0, -1).reverse()) {
      undo();
      expect(scenarios.value).toEqual(expected);
    }
    expect(undoWords.value).toBeNull();
    for (const expected of seen.slice(1)) {
      redo();
      expect(scenarios.value).toEqual(expected);
    }
    expect(redoWords.value).toBeNull();
  });

  it('come back from a link and from a saved file', () => {
    change('seed', 12);
    compareWith(preset('commons'));
    change('economy.c', 1.25);
    const both = scenarios.value;
    const results = both.map((one) => ({ scenario: one, coreHash: 'abc', result: {} }));
    expect(scenariosIn(JSON.stringify({ sides: results }))).toEqual(both);
    expect(scenariosIn(JSON.stringify({ sides: both }))).toEqual(both);
    expect(scenariosIn(JSON.stringify(results[1]))).toEqual([both[1]]);
    expect(encodeLinks(both)).toContain('&with=');
    openLinked(preset('glut'));
    expect(isComparing.value).toBe(false);
    openLinked(both[0], both[1]);
    expect(scenarios.value).toEqual(both);
    expect(chosen.value).toBe(0);
    expect(isChanged.value).toBe(true);
  });
});
