import { describe, expect, it } from 'vitest';
import { crowd, engineFor, hashesOf, scenario } from './lab.ts';

describe('an engine', () => {
  it.each([
    ['as fast as it goes', Number.POSITIVE_INFINITY, 0.01],
    ['at 20 ticks a second', 20, 0.01],
    // A look at the clock costs 3 ms here: every tick near the blow-up is cut into many slices.
    ['on a slow machine', 1000, 3],
  ])('%s ends with the hashes of an undisturbed run', async (_, speed, tick) => {
    const { engine, clock, seen } = engineFor(crowd, tick);
    engine.setSpeed(speed);
    engine.play();
    clock.frames();
    expect(seen.summary).toMatchObject({ ended: true, playing: false, failure: null });
    expect(await engine.hashes()).toEqual(hashesOf(crowd));
  });

  it('keeps the bits whoever watches, pauses or asks', async () => {
    const { engine, clock, seen } = engineFor(crowd, 1);
    for (let i = 0; seen.summary === null || !seen.summary.ended; i++) {
      engine.setSpeed([30, 1000, Number.POSITIVE_INFINITY][i % 3]);
      engine.play();
      clock.frame(50);
      engine.frame();
      engine.redraw();
      if (i % 4 === 0) {
        engine.pause();
        clock.frames();
        await engine.hashes();
        await engine.csv();
      }
      if (i % 5 === 0) {
        engine.step();
        clock.frames();
      }
    }
    expect(await engine.hashes()).toEqual(hashesOf(crowd));
  });

  it('loses no step that is asked for before the last one was taken', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    for (let steps = 0; steps < 5; steps++) engine.step();
    clock.frames();
    expect(seen.summary?.economies.map(({ tick }) => tick)).toEqual([5, 5]);
    expect(await engine.hashes()).toEqual(hashesOf(crowd, 5));
  });

  it('steps one decision interval of every economy', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    for (let steps = 1; steps <= 3; steps++) {
      engine.step();
      clock.frames();
      expect(seen.summary?.economies.map(({ tick }) => tick)).toEqual([steps, steps]);
      expect(await engine.hashes()).toEqual(hashesOf(crowd, steps));
    }
  });

  it('moves to any position, back and forth, and shows there what was there before', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    for (let steps = 0; steps < 40; steps++) engine.step();
    clock.frames();
    for (const position of [0, 39, 3, 17, 17, 16, 8, 40]) {
      engine.seek(position);
      clock.frames();
      expect(seen.summary).toMatchObject({ position, furthest: 40, playing: false });
      expect(await engine.hashes()).toEqual(hashesOf(crowd, position));
    }
  });

  it('plays on from where it was moved to, to the same end', async () => {
    const { engine, clock, seen } = engineFor(crowd, 0.01);
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    const { furthest, length } = seen.summary!;
    expect(length).toBe(furthest);
    const record = await engine.csv();
    engine.seek(5);
    clock.frames();
    expect(seen.summary).toMatchObject({ ended: false, position: 5, length });
    engine.play();
    clock.frames();
    expect(await engine.hashes()).toEqual(hashesOf(crowd));
    // What is replayed is not recorded a second time.
    expect(await engine.csv()).toBe(record);
  });

  it('runs on to a position that was never reached, or to the end', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    engine.seek(25);
    clock.frames();
    expect(seen.summary).toMatchObject({ position: 25, furthest: 25 });
    expect(await engine.hashes()).toEqual(hashesOf(crowd, 25));
    engine.seek(1e9);
    clock.frames();
    expect(seen.summary).toMatchObject({ ended: true });
    expect(await engine.hashes()).toEqual(hashesOf(crowd));
  });

  it('takes as many ticks as the time calls for', () => {
    const { engine, clock, seen } = engineFor(scenario({ clock: { h: 0.001, until: 3 } }));
    engine.setSpeed(100);
    engine.play();
    for (let i = 0; i < 50; i++) clock.frame(20);
    engine.pause();
    clock.frames();
    // One second, less the fraction of a tick that is not yet due.
    expect(seen.summary?.economies[0].tick).toBeGreaterThanOrEqual(99);
    expect(seen.summary?.economies[0].tick).toBeLessThanOrEqual(100);
  });

  it('pauses between ticks, never inside one, and then sleeps', async () => {
    // One slow slice a frame: a pause mostly falls into a tick.
    const { engine, clock } = engineFor(crowd, 5);
    engine.play();
    for (let i = 0; i < 40; i++) clock.frame(100);
    engine.pause();
    clock.frames();
    expect(clock.isAwaited).toBe(false);
    expect(engine.run?.isInsideInterval).toBe(false);
    const ticks = engine.run!.simulation.economies[0].tick;
    expect(await engine.hashes()).toEqual(hashesOf(crowd, ticks));
  });

  it('waits for the end of a tick before it gives hashes', async () => {
    const { engine, clock } = engineFor(crowd, 5);
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    while (!engine.run!.isInsideInterval) clock.frame();
    const hashes = engine.hashes();
    engine.pause();
    clock.frames();
    expect(await hashes).toEqual(hashesOf(crowd, engine.run!.simulation.economies[0].tick));
  });

  it('draws once when nothing happens, and nothing while it sleeps', () => {
    const { clock, seen } = engineFor(crowd);
    clock.frames();
    for (let i = 0; i < 10; i++) clock.frame();
    expect(seen).toMatchObject({ frames: 1, summaries: 1 });
  });

  it('sends at most 30 summaries a second', () => {
    const { engine, clock, seen } = engineFor(scenario({ clock: { h: 1e-4, until: 3 } }));
    engine.play();
    for (let i = 0; i < 100; i++) clock.frame(10);
    expect(seen.summaries).toBeLessThanOrEqual(31);
    expect(seen.summaries).toBeGreaterThan(20);
  });

  it('starts again from the same bits', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    engine.reset();
    clock.frames();
    expect(seen.summary).toMatchObject({ playing: false, ended: false, economies: [{ t: 0 }, { t: 0 }] });
    expect(await engine.hashes()).toEqual(hashesOf(crowd, 0));
    engine.play();
    clock.frames();
    expect(await engine.hashes()).toEqual(hashesOf(crowd));
  });

  it('locates S1’s blow-up at π and reports V as infinite past 3', () => {
    const { engine, clock, seen } = engineFor(scenario({ clock: { h: 0.05, until: 3.2 } }));
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    const [base] = seen.summary!.economies;
    expect(base.status).toBe('blow-up');
    expect(Math.abs(base.blowUpTime! - Math.PI)).toBeLessThan(1e-9);
    expect(base).toMatchObject({ V: Number.POSITIVE_INFINITY, efficiency: 0, whyNoOptimum: null });
    expect(base.optimumBlowUp).toBeCloseTo(3, 12);
  });

  it('writes the record as the command line does', async () => {
    const { engine, clock } = engineFor(scenario({ clock: { h: 0.5, until: 1.5 } }));
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    const lines = (await engine.csv()).trimEnd().split('\n');
    const rows = lines.filter((line) => !line.startsWith('#'));
    expect(rows[0]).toMatch(/^economy,tick,t,K,T,q/);
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 3).join(','))).toEqual([
      'base,0,0',
      'base,1,0.5',
      'base,2,1',
      'base,3,1.5',
    ]);
    expect(await engine.json()).toMatchObject({
      ticks: 3,
      t: 1.5,
      status: 'finished',
      stateHash: expect.any(String),
    });
  });
});
