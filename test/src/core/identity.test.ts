import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/core/index.ts';
import { projectedBlowUp } from '../../../src/measure/index.ts';
import { parseScenario } from '../../../src/scenario/index.ts';
import { core, rowsOf, simulate } from './harness.ts';

/** Random labs of every rule, coupled, with a variant. */
const busy = {
  seed: 7,
  clock: { h: 0.05, until: 1.5 },
  economy: { sigma: 0.2 },
  groups: [
    {
      name: 'walkers',
      count: 37,
      K0: { distribution: 'pareto', min: 0.01, shape: 2 },
      T0: 0.03,
      rule: { type: 'randomWalk' },
    },
    {
      name: 'planners',
      count: 131,
      K0: { distribution: 'lognormal', median: 0.01, spread: 1 },
      T0: { distribution: 'uniform', min: 0.01, max: 0.02 },
      cHat: { distribution: 'lognormal', median: 1, spread: 0.2 },
      rule: { type: 'recedingHorizon', horizon: 1 },
    },
  ],
  variants: [{ name: 'open', set: { 'economy.sigma': 0.8 } }],
};
const hashes = (simulation: Simulation) => simulation.economies.map((economy) => economy.hash());

describe('identity', () => {
  it('same scenario, seed and core give the same bits', () => {
    const [one, other] = [simulate(busy), simulate(busy)];
    one.run();
    other.run();
    expect(hashes(one)).toEqual(hashes(other));
    expect(one.core.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('another seed, another hash', () => {
    const [one, other] = [simulate(busy), simulate({ ...busy, seed: 8 })];
    expect(hashes(one)).not.toEqual(hashes(other));
  });

  it('the hash changes with a single bit of any lab', () => {
    const simulation = simulate(busy);
    const before = simulation.economies[0].hash();
    for (const column of ['K', 'T', 'q', 's'] as const) {
      const values = simulation.economies[0].groups[1][column];
      const kept = values[130];
      values[130] = kept === 0 ? 1e-300 : kept * (1 + 2 ** -52);
      expect(simulation.economies[0].hash()).not.toBe(before);
      values[130] = kept;
    }
    expect(simulation.economies[0].hash()).toBe(before);
  });

  it('watching changes nothing: steps, rows, points, hashes and projections on the way', () => {
    const quiet = simulate(busy);
    quiet.run();
    const watched = simulate(busy);
    while (watched.isRunning) {
      watched.step(() => undefined);
      for (const economy of watched.economies) {
        economy.points();
        economy.observation();
        projectedBlowUp(economy);
        economy.hash();
      }
    }
    expect(hashes(watched)).toEqual(hashes(quiet));
  });

  it('budgets that cut ticks short change nothing', () => {
    const quiet = simulate({ ...busy, clock: { h: 0.05, until: 4 } });
    quiet.run();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (budget) => {
        const cut = simulate({ ...busy, clock: { h: 0.05, until: 4 } });
        while (cut.isRunning) {
          cut.advance(3, budget);
          cut.drain();
        }
        expect(hashes(cut)).toEqual(hashes(quiet));
      }),
      { numRuns: 6 },
    );
  });

  it('a snapshot restored in another instance goes on to the same bits, also from inside a tick', () => {
    const quiet = simulate({ ...busy, clock: { h: 0.05, until: 4 } });
    quiet.run();
    for (const budget of [1, 50, 333, 700]) {
      const one = simulate({ ...busy, clock: { h: 0.05, until: 4 } });
      one.advance(1000, budget);
      const other = simulate({ ...busy, clock: { h: 0.05, until: 4 } });
      other.restore(one.snapshot());
      expect(hashes(other)).toEqual(hashes(one));
      other.run();
      expect(hashes(other)).toEqual(hashes(quiet));
    }
  });

  it('a fork and its origin run on alike and apart', () => {
    const one = simulate(busy);
    one.advance(11);
    const fork = one.fork();
    fork.run();
    expect(hashes(fork)).not.toEqual(hashes(one));
    one.run();
    expect(hashes(fork)).toEqual(hashes(one));
  });

  it('refuses a snapshot of another scenario', () => {
    expect(() => simulate(busy).restore(simulate({}).snapshot())).toThrow('belongs to another scenario');
  });

  it('a group keeps its luck whatever stands beside it, in order or in number', () => {
    const [walkers, planners] = busy.groups;
    const free = { ...busy, economy: { sigma: 0 }, variants: [] };
    const alone = simulate({ ...free, groups: [walkers] });
    const more = simulate({ ...free, groups: [planners, { ...walkers, count: 50 }] });
    const [few, many] = [alone.economies[0].groups[0], more.economies[0].groups[1]];
    expect([...many.K.subarray(0, 37)]).toEqual([...few.K]);
    alone.advance(12);
    more.advance(12);
    expect([...many.q.subarray(0, 37)]).toEqual([...few.q]);
    // Luck is the same bits; stocks only to the integrator's error, for the economy's fastest lab sets the substep.
    few.K.forEach((K, lab) => {
      expect(Math.abs(many.K[lab] / K - 1)).toBeLessThan(1e-10);
    });
  });

  it('variants share the luck of the base', () => {
    const simulation = simulate(busy);
    const [base, open] = simulation.economies;
    expect([...open.groups[0].K]).toEqual([...base.groups[0].K]);
    simulation.advance(2);
    expect([...open.groups[0].q]).toEqual([...base.groups[0].q]);
  });

  it('a variant runs to the same bits as the same economy alone', () => {
    const simulation = simulate(busy);
    simulation.run();
    const alone = simulate({ ...busy, economy: { sigma: 0.8 }, variants: [] });
    alone.run();
    expect(simulation.economies[1].hash()).toBe(alone.economies[0].hash());
  });

  it('economies end independently, and rows come in order of time', () => {
    const rows = rowsOf(
      simulate({
        clock: { until: 4 },
        groups: [{ name: 'lab' }],
        variants: [{ name: 'slow', set: { 'economy.a': 0.5 } }],
      }),
    );
    for (const economy of [0, 1]) {
      const times = rows.filter((row) => row.economy === economy).map((row) => row.t);
      expect(times).toEqual([...times].sort((x, y) => x - y));
    }
    expect(rows.findLast((row) => row.economy === 0)?.status).toBe('blow-up');
    expect(rows.findLast((row) => row.economy === 1)?.status).toBe('finished');
  });

  it('a million labs fit and run', () => {
    const simulation = new Simulation(
      core,
      parseScenario({ clock: { until: 0.1 }, groups: [{ count: 1_000_000 }] }),
    );
    simulation.run();
    // Σ of a million equal terms in the written order: chunks of 128 keep the rounding near 1e-13.
    expect(simulation.economies[0].observation().K / 1e6 / (1 / (1 - Math.sin(0.05))) - 1).toBeLessThan(
      1e-11,
    );
  });
});
