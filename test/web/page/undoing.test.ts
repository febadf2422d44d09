import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../web/page/state/editing.ts';
import { add, duplicate, groupKeys, move, remove } from '../../../web/page/state/groups.ts';
import { notice } from '../../../web/page/state/run.ts';
import { baseline, newSeed, openPreset, scenario } from '../../../web/page/state/scenario.ts';
import { followChanges, redo, redoWords, undo, undoWords } from '../../../web/page/state/undoing.ts';

let time = 0;
let stop: () => void;
beforeEach(() => {
  openPreset('figure-1');
  stop = followChanges(() => time);
});
afterEach(() => stop());

/** Some time later, so that what follows is a step of its own. */
const later = () => {
  time += 5000;
};

describe('undo and redo', () => {
  it('lead back and forth through changes of every kind, bit for bit', () => {
    const acts = [
      () => change('economy.c', 1.5),
      () => change('groups.0.rule.type', 'turnpike'),
      () => newSeed(),
      () => openPreset('commons'),
      () => duplicate(0),
      () => change('groups.1.name', 'others'),
      () => move(1, 0),
      () => remove(0),
      () => add(),
    ];
    const seen = [scenario.value];
    for (const act of acts) {
      later();
      act();
      expect(scenario.value).not.toEqual(seen[seen.length - 1]);
      seen.push(scenario.value);
    }
    for (const expected of seen.slice(0, -1).reverse()) {
      undo();
      expect(scenario.value).toBe(expected);
    }
    expect(undoWords.value).toBeNull();
    expect(baseline.value.name).toBe('figure-1');
    for (const expected of seen.slice(1)) {
      redo();
      expect(scenario.value).toBe(expected);
    }
    expect(redoWords.value).toBeNull();
    expect(baseline.value.name).toBe('commons');
  });

  it('take a slider that is dragged as one step, and a rest as its end', () => {
    for (const c of [1.1, 1.2, 1.3]) {
      time += 100;
      change('economy.c', c);
    }
    later();
    change('economy.c', 2);
    undo();
    expect(scenario.value.economy.c).toBe(1.3);
    undo();
    expect(scenario.value.economy.c).toBe(1);
    expect(undoWords.value).toBeNull();
  });

  it('do not join changes of different values, however quick', () => {
    change('economy.c', 1.1);
    change('economy.s', 0.5);
    undo();
    expect(scenario.value.economy).toMatchObject({ c: 1.1, s: 1 });
  });

  it('say what they would do', () => {
    change('economy.sigma', 0.5);
    expect(undoWords.value).toBe('σ');
    later();
    openPreset('glut');
    expect(undoWords.value).toBe('opening Glut');
    undo();
    expect(redoWords.value).toBe('opening Glut');
    change('economy.sigma', 0.1);
    expect(redoWords.value).toBeNull();
  });

  it('keep two hundred steps and no more', () => {
    for (let i = 1; i <= 250; i++) {
      later();
      change('seed', i + 10);
    }
    let steps = 0;
    for (; undoWords.value !== null; steps++) undo();
    expect(steps).toBe(200);
    expect(scenario.value.seed).toBe(60);
  });
});

describe('groups', () => {
  it('keep their keys wherever they move and however they are called', () => {
    duplicate(0);
    const [first, second] = groupKeys.value;
    move(0, 1);
    expect(groupKeys.value).toEqual([second, first]);
    change('groups.0.name', 'pike');
    expect(groupKeys.value).toEqual([second, first]);
    remove(0);
    expect(groupKeys.value).toEqual([first]);
    expect(remove(0)[0].path).toBe('groups');
    expect(scenario.value.groups).toHaveLength(1);
  });

  it('that go tell which changes of variants went with them', () => {
    openPreset('commons');
    duplicate(0);
    const name = scenario.value.groups[1].name;
    notice.value = null;
    remove(1);
    expect(notice.value).toBeNull();
    openPreset('parity-vs-turnpike');
    add();
    remove(0);
    expect(scenario.value.variants).toEqual([]);
    expect(notice.value!.title).toContain('“lab” is gone');
    expect(notice.value!.lines[0]).toContain('turnpike: lab: rule');
    expect(name).toBe('labs 2');
  });
});
