import { expect, test } from 'vitest';
import { Runs } from '../../../src/reproduce/index.ts';
import { marginalExchange, mostSaved, overtrained } from '../../../src/reproduce/scalingLaw.ts';
import { core } from '../core/harness.ts';

const runs = new Runs(core);

test('the same simulation is run once', () => {
  expect(runs.alone('figure-1')).toBe(runs.alone('figure-1'));
  expect(runs.alone('figure-1', { 'economy.c': 2 })).not.toBe(runs.alone('figure-1'));
});

test('a level is reached inside a tick, and never if it is not', () => {
  const run = runs.alone('figure-1', { 'clock.h': 0.01 });
  // T = tan(t/4 + π/4); logarithms are interpolated over ticks of 0.01, whose curvature leaves h²/8·(ln T)″ < 1e-4.
  expect(Math.abs(run.timeTo('T', 10) - (4 * Math.atan(10) - Math.PI))).toBeLessThan(1e-4);
  expect(run.timeTo('K', 0.5)).toBe(0);
  expect(runs.alone('figure-1', { 'clock.until': 1 }).timeTo('K', 1e9)).toBe(Number.POSITIVE_INFINITY);
});

test('only ends of ticks have a state', () => {
  expect(() => runs.alone('figure-1').at(0.51)).toThrow('no tick ends at t = 0.51');
});

test('equal loss: nothing saved costs nothing, the marginal exchange is the slope, and there is an end', () => {
  expect(overtrained(0).paid).toBeCloseTo(0, 12);
  // Compute-optimal: to first order size is free.
  expect(marginalExchange(0)).toBeCloseTo(0, 12);
  for (const saved of [0.1, 0.5, 0.9]) {
    // Central difference of step 1e-5: its error is about (1e-5)²·paid‴, and rounding 1e-11.
    const slope = (overtrained(saved + 1e-5).paid - overtrained(saved - 1e-5).paid) / 2e-5;
    expect(Math.abs(slope / marginalExchange(saved) - 1)).toBeLessThan(1e-6);
  }
  expect(overtrained(mostSaved + 1e-9).paid).toBe(Number.POSITIVE_INFINITY);
  expect(Number.isFinite(overtrained(mostSaved - 1e-9).paid)).toBe(true);
});
