import { describe, expect, it } from 'vitest';
import { History } from '../../../src/core/history.ts';
import { simulate } from './harness.ts';

const labs = (count: number) => ({
  clock: { h: 0.001, until: 2 },
  groups: [{ name: 'walkers', count, K0: 0.05, T0: 0.05, rule: { type: 'randomWalk' } }],
});

describe('a history of snapshots', () => {
  it('stays within its bytes and leads back to any step, bit for bit', () => {
    const most = 100_000;
    const history = new History(most);
    const simulation = simulate(labs(50));
    const hashes = [simulation.economies[0].hash()];
    history.record(0, () => simulation.snapshot());
    for (let step = 1; step <= 1000; step++) {
      simulation.step();
      hashes.push(simulation.economies[0].hash());
      history.record(step, () => simulation.snapshot());
      expect(history.bytes).toBeLessThanOrEqual(most);
    }
    for (const wanted of [999, 500, 1, 0, 737, 1000]) {
      const { step, snapshot } = history.before(wanted);
      expect(wanted - step).toBeGreaterThanOrEqual(0);
      expect(wanted - step).toBeLessThan(history.stride);
      simulation.restore(snapshot);
      for (let i = step; i < wanted; i++) simulation.step();
      expect(simulation.economies[0].hash()).toBe(hashes[wanted]);
    }
  });

  it('keeps the start even where one snapshot is too large', () => {
    const history = new History(1);
    const simulation = simulate(labs(4));
    for (let step = 0; step < 40; step++) history.record(step, () => simulation.snapshot());
    expect(history.before(39).step).toBe(0);
  });

  it('says so where nothing is kept yet', () => {
    expect(() => new History().before(3)).toThrow('step 3 lies before the first snapshot');
  });
});
