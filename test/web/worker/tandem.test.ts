import { describe, expect, it } from 'vitest';
import { applySet } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { crowd, engineForTwo, hashesOf, scenario } from './lab.ts';

/** Another economy altogether, with the same luck and the same decision interval. */
const other = scenario({
  name: 'other',
  seed: 7,
  clock: { h: 0.05, until: 4 },
  economy: { c: 1.5, sigma: 0.3 },
  groups: [{ name: 'race', count: 3, rule: { type: 'hillClimb' } }],
});
const withInterval = (of: Scenario, h: number) => applySet(of, 'clock.h', h);

const timesOf = (told: { economies: { t: number }[] }[]): number[] => told.map((side) => side.economies[0].t);

describe('two runs under one clock', () => {
  it.each([
    ['as fast as it goes', Number.POSITIVE_INFINITY, 0.01],
    ['at 20 steps a second', 20, 0.01],
    // A look at the clock costs 3 ms here: every step is cut into many slices.
    ['on a slow machine', 1000, 3],
  ])('%s end with the hashes of each alone', async (_, speed, tick) => {
    const { engine, clock, told } = engineForTwo(crowd, other, tick);
    engine.setSpeed(speed);
    engine.play();
    clock.frames();
    expect(told.at(-1)!.map(({ ended, playing }) => [ended, playing])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(await engine.hashes(0)).toEqual(hashesOf(crowd));
    expect(await engine.hashes(1)).toEqual(hashesOf(other));
  });

  it.each([0.02, 3])('stand at the same t whenever anything is told (%d ms a look)', (tick) => {
    const { engine, clock, told } = engineForTwo(crowd, other, tick);
    engine.setSpeed(20);
    engine.play();
    clock.frames();
    expect(told.length).toBeGreaterThan(10);
    for (const both of told) {
      const [first, second] = both.map(({ economies }) => economies[0]);
      if (first.status === 'running' && second.status === 'running') expect(first.t).toBe(second.t);
    }
  });

  it('step by the longer interval where the other divides it', async () => {
    const fine = withInterval(other, 0.025);
    const { engine, clock, told } = engineForTwo(crowd, fine);
    for (let steps = 1; steps <= 4; steps++) {
      engine.step();
      clock.frames();
      expect(told.at(-1)![0].position).toBe(steps);
      // Sums of 0.05 and of 0.025 are rounded in different places.
      const [t, u] = timesOf(told.at(-1)!);
      expect(t).toBeCloseTo(0.05 * steps, 12);
      expect(u).toBeCloseTo(0.05 * steps, 12);
    }
    expect(await engine.hashes(0)).toEqual(hashesOf(crowd, 4));
    expect(await engine.hashes(1)).toEqual(hashesOf(fine, 8));
  });

  it('step by a multiple of both where neither divides the other', () => {
    const { engine, clock, told } = engineForTwo(crowd, withInterval(other, 0.03));
    for (let steps = 1; steps <= 4; steps++) {
      engine.step();
      clock.frames();
      for (const t of timesOf(told.at(-1)!)) expect(t).toBeCloseTo(0.15 * steps, 12);
    }
  });

  it('stand at the last decision by then where there is no such step', () => {
    const h = 0.1 / Math.PI;
    const { engine, clock, told } = engineForTwo(crowd, withInterval(other, h));
    for (let steps = 1; steps <= 6; steps++) {
      engine.step();
      clock.frames();
      const [t, u] = timesOf(told.at(-1)!);
      expect(t).toBeCloseTo(0.05 * steps, 12);
      expect(u).toBeCloseTo(h * Math.floor((0.05 * steps) / h), 12);
    }
  });

  it('that end apart: the first to end stays at its end while the other goes on', async () => {
    const short = applySet(other, 'clock.until', 0.5);
    const { engine, clock, told } = engineForTwo(crowd, short);
    engine.seek(15);
    clock.frames();
    const [first, second] = told.at(-1)!;
    expect(first).toMatchObject({ ended: false, position: 15, length: null });
    expect(first.economies[0].t).toBeCloseTo(0.75, 12);
    expect(second).toMatchObject({ ended: false, position: 15 });
    expect(second.economies[0]).toMatchObject({ status: 'finished' });
    expect(second.economies[0].t).toBeCloseTo(0.5, 12);
    engine.seek(4);
    clock.frames();
    expect(timesOf(told.at(-1)!)).toEqual([0.2, 0.2]);
    expect(await engine.hashes(1)).toEqual(hashesOf(short, 4));
  });

  it('move to any position, back and forth, and show there what was there before', async () => {
    const { engine, clock, told } = engineForTwo(crowd, withInterval(other, 0.02), 0.3);
    const seen = new Map<number, unknown>();
    const look = async (position: number): Promise<void> => {
      engine.seek(position);
      clock.frames();
      expect(told.at(-1)![0].position).toBe(position);
      const now = [await engine.hashes(0), await engine.hashes(1), timesOf(told.at(-1)!)];
      if (seen.has(position)) expect(now).toEqual(seen.get(position));
      seen.set(position, now);
    };
    for (const position of [3, 15, 7, 0, 15, 3, 7, 9, 0]) await look(position);
    engine.step();
    clock.frames();
    await look(15);
    // Intervals of 0.05 and 0.02: a step is 0.1, two ticks of the first.
    expect(await engine.hashes(0)).toEqual(hashesOf(crowd, 30));
  });

  it('that are left inside a step come to its end before anybody reads them', async () => {
    const { engine, clock } = engineForTwo(crowd, other, 4);
    engine.setSpeed(1000);
    engine.play();
    while (!engine.side(0)!.run.isInsideInterval) clock.frame();
    engine.pause();
    const hashes = engine.hashes(1);
    clock.frames();
    const ticks = [0, 1].map((side) => engine.side(side as 0 | 1)!.run.simulation.economies[0].tick);
    expect(ticks[0]).toBe(ticks[1]);
    expect(await hashes).toEqual(hashesOf(other, ticks[1]));
  });

  it('whoever is followed keeps the clock and the bits', async () => {
    const { engine, clock, told } = engineForTwo(crowd, other);
    engine.seek(12);
    clock.frames();
    expect(engine.pin({ economy: 0, group: 0, lab: 2 }, 1)).toBe(true);
    clock.frames();
    expect(told.at(-1)![1].pinned).not.toBeNull();
    expect(timesOf(told.at(-1)!)).toEqual([0.6, 0.6].map((t) => expect.closeTo(t, 12)));
    expect(await engine.inspect(1)).toMatchObject({ place: { group: 0, lab: 2 } });
    engine.step();
    clock.frames();
    expect(await engine.hashes(0)).toEqual(hashesOf(crowd, 13));
    expect(await engine.hashes(1)).toEqual(hashesOf(other, 13));
  });

  it('go on when only words or ends change, and begin anew together when more does', async () => {
    const { engine, clock, told } = engineForTwo(crowd, other);
    engine.seek(10);
    clock.frames();
    engine.amend([crowd, applySet(other, 'title', 'Another title')]);
    clock.frames();
    expect(told.at(-1)![0].position).toBe(10);
    engine.amend([applySet(crowd, 'clock.until', 3), other]);
    clock.frames();
    expect(timesOf(told.at(-1)!)).toEqual([0.5, 0.5].map((t) => expect.closeTo(t, 12)));
    engine.load(engine.run!.simulation.core, [crowd]);
    clock.frames();
    expect(engine.side(1)).toBeNull();
    expect(told.at(-1)).toHaveLength(1);
  });
});

describe('two runs that are rearranged', () => {
  it('swap places where they stand, and time moves on and back as before', async () => {
    const { engine, clock, told } = engineForTwo(crowd, withInterval(other, 0.025));
    engine.seek(10);
    clock.frames();
    engine.swap();
    clock.frames();
    expect(told.at(-1)!.map(({ position, labs }) => [position, labs])).toEqual([
      [10, 3],
      [10, 10],
    ]);
    engine.seek(4);
    clock.frames();
    expect(await engine.hashes(0)).toEqual(hashesOf(withInterval(other, 0.025), 8));
    expect(await engine.hashes(1)).toEqual(hashesOf(crowd, 4));
  });

  it.each([0, 1] as const)('side %d goes on alone by its own intervals, playing as it was', async (side) => {
    const both = [crowd, withInterval(other, 0.025)];
    const { engine, clock, told } = engineForTwo(both[0], both[1]);
    engine.setSpeed(20);
    engine.play();
    while ((told.at(-1)?.[0].position ?? 0) < 6) clock.frame();
    engine.keep(side);
    clock.frame(100);
    expect(told.at(-1)).toHaveLength(1);
    expect(told.at(-1)![0].playing).toBe(true);
    clock.frames();
    expect(told.at(-1)![0]).toMatchObject({ ended: true });
    expect(engine.run!.position).toBe(told.at(-1)![0].position);
    expect(await engine.hashes()).toEqual(hashesOf(both[side]));
  });
});

describe('axes of two runs', () => {
  const panels = ['phase', 'chips', 'share', 'splits', 'sizes'] as const;

  it('are the same in common, hold both, and are their own apart', () => {
    const { engine, clock, told, frames } = engineForTwo(crowd, other);
    engine.show(panels);
    engine.seek(20);
    clock.frames();
    const [first, second] = told.at(-1)!.map(({ domains }) => domains);
    expect(first).toEqual(second);
    expect(frames.map(({ domains }) => domains)).toEqual([first, second]);
    engine.shareAxes(false);
    clock.frames();
    const own = told.at(-1)!.map(({ domains }) => domains);
    expect(own[0]).not.toEqual(own[1]);
    for (const panel of panels)
      for (const axis of ['x', 'y'] as const) {
        expect(first[panel][axis][0]).toBe(Math.min(own[0][panel][axis][0], own[1][panel][axis][0]));
        expect(first[panel][axis][1]).toBe(Math.max(own[0][panel][axis][1], own[1][panel][axis][1]));
      }
  });

  it('stay their own where units differ', () => {
    const { engine, clock, told } = engineForTwo(crowd, applySet(other, 'units.chips', 'H100e'));
    clock.frames();
    const [first, second] = told.at(-1)!.map(({ domains }) => domains);
    expect(first.chips.x).toEqual(second.chips.x);
    expect(first.phase.x).toEqual(second.phase.x);
    expect(first.chips.y).not.toEqual(second.chips.y);
    expect(engine.side(1)).not.toBeNull();
  });
});
