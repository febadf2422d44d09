import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/index.ts';
import { Recorder } from '../../../src/measure/index.ts';

const nothing = { revenue: 0, bought: 0, lost: 0, paid: 0, cost: 0 };

const row = (tick: number, q: number): Row => ({
  ...nothing,
  totals: nothing,
  labs: 1,
  economy: 0,
  tick,
  t: tick / 10,
  status: 'running',
  K: tick + 1,
  T: tick + 1,
  q,
  KSquared: 1,
  maxK: 1,
  maxT: 1,
  minQ: q - 0.1,
  maxQ: q + 0.1,
  groups: [],
});

describe('Recorder', () => {
  it('keeps every tick while they fit', () => {
    const recorder = new Recorder(8);
    for (let tick = 0; tick < 8; tick++) recorder.push(row(tick, 0.5));
    expect(recorder.stride).toBe(1);
    expect(recorder.buckets.map((bucket) => bucket.t)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  it('stays within its capacity, covers the whole run and loses no extreme', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 500 }),
        (splits) => {
          const recorder = new Recorder(16);
          splits.forEach((q, tick) => {
            recorder.push(row(tick, q));
          });
          const { buckets } = recorder;
          expect(buckets.length).toBeLessThanOrEqual(16);
          expect(buckets[0].t).toBe(0);
          expect(buckets[buckets.length - 1].end).toBe((splits.length - 1) / 10);
          expect(Math.max(...buckets.map((bucket) => bucket.highQ))).toBe(Math.max(...splits));
          expect(Math.min(...buckets.map((bucket) => bucket.lowQ))).toBe(Math.min(...splits));
          expect(Math.min(...buckets.map((bucket) => bucket.minQ))).toBe(Math.min(...splits) - 0.1);
          expect(recorder.latest?.tick).toBe(splits.length - 1);
          for (let i = 1; i < buckets.length; i++) expect(buckets[i].t).toBeGreaterThan(buckets[i - 1].end);
        },
      ),
    );
  });

  it('takes t = 0, where no split is decided, without poisoning the extremes', () => {
    const recorder = new Recorder(2);
    recorder.push(row(0, Number.NaN));
    for (let tick = 1; tick < 4; tick++) recorder.push(row(tick, 0.4));
    expect(recorder.buckets[0].highQ).toBe(0.4);
  });

  it('refuses a capacity it cannot halve', () => {
    expect(() => new Recorder(7)).toThrow('capacity: got 7; allowed: an even integer from 2');
  });
});
