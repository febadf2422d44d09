import { expect, it } from 'vitest';
import { applySet } from '../../../src/scenario/index.ts';
import { crowd, engineFor, hashesOf } from './lab.ts';

const steps = (
  engine: ReturnType<typeof engineFor>['engine'],
  clock: { frames(): number },
  count: number,
) => {
  for (let step = 0; step < count; step++) engine.step();
  clock.frames();
};

// The crowd's run has 120 intervals, and none of its economies blows up within the first 40.
it.each([
  ['far from both ends', 20, 2.52],
  ['near the new end', 20, 1.02],
  ['beyond the new end, which is then the end', 30, 1.02],
])(
  'another end of the run %s: where time stands, and with the bits of a run that had it',
  async (_, done, until) => {
    const { engine, clock, seen } = engineFor(crowd);
    steps(engine, clock, done);
    const amended = applySet(crowd, 'clock.until', until);
    engine.amend([amended]);
    clock.frames();
    const intervals = Math.ceil(until / crowd.clock.h - 1e-6);
    expect(seen.summary!.position).toBe(Math.min(done, intervals));
    expect(seen.summary!.until).toBe(until);
    engine.setSpeed(Number.POSITIVE_INFINITY);
    engine.play();
    clock.frames();
    const hashes = engine.run!.simulation.economies.map((economy) => [economy.name, economy.hash()]);
    expect(Object.fromEntries(hashes)).toEqual(hashesOf(amended));
    // Benchmarks plan for the end of the run: they too are those of the new one.
    const fresh = engineFor(amended);
    fresh.engine.setSpeed(Number.POSITIVE_INFINITY);
    fresh.engine.play();
    fresh.clock.frames();
    expect(await engine.json()).toEqual(await fresh.engine.json());
  },
);

it('a run that had reached its end plays on beyond it', () => {
  const short = applySet(crowd, 'clock.until', 1.02);
  const { engine, clock, seen } = engineFor(short);
  engine.setSpeed(Number.POSITIVE_INFINITY);
  engine.play();
  clock.frames();
  expect(seen.summary!.ended).toBe(true);
  engine.amend([applySet(crowd, 'clock.until', 1.5)]);
  clock.frames();
  expect(seen.summary!).toMatchObject({ ended: false, position: 21, playing: false });
});

it('other words change nothing else, and stand in what is exported', async () => {
  const { engine, clock } = engineFor(crowd);
  steps(engine, clock, 3);
  const { run } = engine;
  engine.amend([applySet(crowd, 'units.chips', 'H100e')]);
  clock.frames();
  expect(engine.run).toBe(run);
  expect(engine.run!.position).toBe(3);
  expect(await engine.json()).toMatchObject({ scenario: { units: { chips: 'H100e' } } });
});

it('several ends in quick succession lose no place', () => {
  const { engine, clock, seen } = engineFor(crowd, 5);
  steps(engine, clock, 20);
  for (const until of [5, 4, 3]) {
    engine.amend([applySet(crowd, 'clock.until', until)]);
    clock.frame();
  }
  clock.frames();
  expect(seen.summary!).toMatchObject({ position: 20, until: 3 });
});
