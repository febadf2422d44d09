import { describe, expect, it } from 'vitest';
import { measureTable } from '../../../src/measure/index.ts';
import { crowd, engineFor, scenario } from './lab.ts';

describe('measures on the page', () => {
  it('are what they were when time is moved back, and again on the way forward', () => {
    const lab = engineFor(crowd);
    const seen = [];
    for (let step = 0; step < 30; step++) {
      seen.push(lab.seen.summary?.economies.map(({ measures, regrets }) => ({ measures, regrets })));
      lab.engine.step();
      lab.clock.frames();
    }
    for (const position of [21, 7, 13, 29, 2]) {
      lab.engine.seek(position);
      lab.clock.frames();
      const now = lab.seen.summary!.economies.map(({ measures, regrets }) => ({ measures, regrets }));
      expect(now).toEqual(seen[position]);
    }
  });

  it('say of a single lab on parity what the closed forms say', () => {
    const lab = engineFor(scenario({ clock: { h: 0.05, until: 2.5 } }));
    lab.engine.setSpeed(Number.POSITIVE_INFINITY);
    lab.engine.play();
    lab.clock.frames();
    const [{ measures, lorenzK }] = lab.seen.summary!.economies;
    const read = (id: string) => measures[measureTable.findIndex((one) => one.id === id)];
    expect(read('efficiency')).toBeCloseTo(19.601931562 / 43.4925092553, 9);
    expect(read('projectedBlowUp')).toBeCloseTo(Math.PI, 9);
    expect(read('hhi')).toBe(1);
    expect(lorenzK).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('are in the record of every tick, as the command line writes them', async () => {
    const lab = engineFor(scenario({ clock: { h: 0.5, until: 1.5 } }));
    lab.engine.setSpeed(Number.POSITIVE_INFINITY);
    lab.engine.play();
    lab.clock.frames();
    const lines = (await lab.engine.csv()).trimEnd().split('\n');
    const [head, ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
    const at = head.indexOf('efficiency');
    expect(rows.map((row) => Number(row[at]))).toEqual(
      rows.map((row) => Number(row[head.indexOf('K')]) / Number(row[head.indexOf('V')])),
    );
    expect(rows.at(-1)![head.indexOf('tobin')]).toMatch(/^[\d.]+$/);
  });
});
