import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../../src/core/index.ts';
import { benchmarksOf, measureTable, type Watch, watchAll, watchesOf } from '../../../src/measure/index.ts';
import * as theory from '../../../src/theory/index.ts';
import { relative, simulate } from '../core/harness.ts';

const fixed = (q: number) => ({ type: 'fixed', q });
const watched = (scenario: object, onRow: (watch: Watch) => void = () => {}): [Simulation, Watch] => {
  const simulation = simulate(scenario);
  const watches = watchesOf(simulation, benchmarksOf(simulation));
  watchAll(simulation, watches, (row) => onRow(watches[row.economy]));
  return [simulation, watches[0]];
};
/** A measure of the last row. */
const read = (watch: Watch, id: string): number =>
  measureTable.find((one) => one.id === id)!.of(watch.look());

const population = fc.record({
  c: fc.double({ min: 0.5, max: 2, noNaN: true }),
  sigma: fc.constantFrom(0, 0.3, 1),
  q: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  K0: fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 }),
});

describe('measures', () => {
  it('keep their invariants in any paper economy', () => {
    fc.assert(
      fc.property(population, ({ c, sigma, q, K0 }) => {
        const groups = [{ count: K0.length, K0: { distribution: 'list', values: K0 }, rule: fixed(q) }];
        watched({ clock: { h: 0.02, until: 0.1 }, economy: { c, sigma }, groups }, (watch) => {
          const N = K0.length;
          expect(read(watch, 'hhi') * read(watch, 'effectiveLabs')).toBeCloseTo(1, 12);
          expect(read(watch, 'effectiveLabs')).toBeLessThanOrEqual(N * (1 + 1e-12));
          expect(read(watch, 'gini')).toBeGreaterThanOrEqual(0);
          expect(read(watch, 'gini')).toBeLessThan(1);
          expect(read(watch, 'efficiency')).toBeLessThanOrEqual(1 + 1e-9);
          expect(read(watch, 'delay')).toBeGreaterThanOrEqual(-1e-9);
          const doubling = read(watch, 'growthRate') * read(watch, 'doublingTime');
          if (watch.row.t > 0) expect(doubling).toBeCloseTo(Math.LN2, 12);
          if (N > 1 && sigma === 0) {
            expect(read(watch, 'anarchyInChips')).toBeGreaterThanOrEqual(1 - 1e-9);
            expect(read(watch, 'fragmentation')).toBeGreaterThanOrEqual(1 - 1e-12);
          }
          // Nobody does better than its own optimum.
          expect(watch.regret(0)).toBeGreaterThanOrEqual(-1e-9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('of alike labs on the planner’s turnpike: price of anarchy 1, fragmentation as the theory has it', () => {
    // On the turnpike K = T²/c of one lab from the start: best constant and optimum are one, q = 1/3.
    const [, watch] = watched({
      clock: { h: 0.01, until: 2 },
      groups: [{ count: 4, K0: 0.25, T0: 0.5, rule: fixed(1 / 3) }],
    });
    expect(read(watch, 'anarchyInTime')).toBeCloseTo(1, 9);
    const start = { K0: 1, T0: 2, c: 1, N: 4 };
    expect(read(watch, 'fragmentation')).toBeCloseTo(theory.optimalFragmentationPenalty(start), 13);
    expect(read(watch, 'hhi')).toBeCloseTo(0.25, 14);
    expect(read(watch, 'gini')).toBe(0);
  });

  it('of a symmetric best constant split: the ratio of the closed blow-up times', () => {
    const start = { K0: 3, T0: 0.5, c: 1.3 };
    const { q, blowUpTime } = theory.bestConstantSplit(start);
    const [, watch] = watched({
      clock: { h: 0.01, until: 5 },
      economy: { c: 1.3 },
      groups: [{ K0: 3, T0: 0.5, rule: fixed(q) }],
    });
    expect(read(watch, 'anarchyInTime')).toBeCloseTo(blowUpTime / theory.minimalBlowUpTime(start), 9);
  });

  it.each([
    [2, 0],
    [5, 0],
    [5, 0.3],
    [12, 0.6],
  ])('fragmentation: %i labs with σ = %f blow up as much later as the theory says', (N, sigma) => {
    const end = (count: number) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 60 },
        economy: { sigma },
        groups: [{ count, K0: 1 / count, T0: 1 / count, rule: fixed(0.5) }],
      });
      simulation.run();
      return simulation.economies[0].blowUpTime as number;
    };
    const penalty = theory.fragmentationPenalty({ K0: 1, T0: 1, c: 1, q: 0.5, N, sigma });
    expect(relative(end(N) / end(1), penalty)).toBeLessThan(1e-8);
  });

  it('growth over a tick is what the closed form grew: Figure 1 between 2.45 and 2.5', () => {
    const [, watch] = watched({ clock: { h: 0.05, until: 2.5 } });
    const logK = (t: number) => -Math.log(1 - Math.sin(t / 2));
    expect(read(watch, 'growthRate')).toBeCloseTo((logK(2.5) - logK(2.45)) / 0.05, 8);
    expect(read(watch, 'trainingShare')).toBe(0.5);
  });

  it('change no bit, whoever asks, and how often', () => {
    const scenario = {
      seed: 5,
      clock: { h: 0.05, until: 3 },
      economy: { sigma: 0.2, delta: 0.05, theta: 1.2 },
      groups: [
        {
          name: 'a',
          count: 5,
          rule: { type: 'randomWalk' },
          K0: { distribution: 'lognormal', median: 1, spread: 0.5 },
        },
        { name: 'b', count: 3, rule: { type: 'race' } },
      ],
    };
    const plain = simulate(scenario);
    plain.run();
    const [asked] = watched(scenario, (watch) => void watch.measured());
    expect(asked.economies[0].hash()).toBe(plain.economies[0].hash());
  });

  it('refuse a row that its economy has left behind', () => {
    const simulation = simulate({ clock: { until: 1 } });
    const [watch] = watchesOf(simulation, benchmarksOf(simulation));
    simulation.drain();
    simulation.advance(3);
    expect(() => simulation.drain((row) => watch.see(row))).toThrow('drain after every tick');
  });
});

describe('returns', () => {
  it.each([
    [{}, 1, 1 / 3],
    [{ c: 2 }, 0.5, 2 / 5],
    [{ a: 2, b: 0.5 }, 4, 1 / 3],
  ])('of a chip and of a year of training are equal on the turnpike: %j', (economy, K0, q) => {
    const [, watch] = watched({ clock: { h: 0.001, until: 0.2 }, economy, groups: [{ K0, rule: fixed(q) }] });
    expect(read(watch, 'tobin')).toBeCloseTo(1, 12);
    expect(read(watch, 'chipReturn')).toBeCloseTo(read(watch, 'trainingReturn'), 11);
  });

  it('with losses are equal on the arc b·c·K = T(a·T^c + (1+c)ρ − δ), whatever is trained at that moment', () => {
    for (const q of [0.1, 0.6]) {
      const [delta, rho] = [0.2, 0.3];
      const simulation = simulate({
        clock: { h: 1e-7, until: 1e-7 },
        economy: { delta, rho },
        groups: [{ K0: 1 + 2 * rho - delta, rule: fixed(q) }],
      });
      const watches = watchesOf(simulation, benchmarksOf(simulation));
      watchAll(simulation, watches);
      // One tick of 1e-7 moves the state by as much.
      expect(read(watches[0], 'tobin')).toBeCloseTo(1, 5);
      expect(read(watches[0], 'chipReturn')).toBeCloseTo(1 - delta, 5);
    }
  });

  it('with spillover are equal where path-taking labs are indifferent: z(1 + (m−1)q) = 1', () => {
    const [N, sigma, q] = [3, 0.5, 0.2];
    const m = 1 + sigma * (N - 1);
    const K0 = m ** 2 / (1 + (m - 1) * q);
    const simulation = simulate({
      clock: { h: 1e-7, until: 1e-7 },
      economy: { sigma },
      groups: [{ count: N, K0, rule: fixed(q) }],
    });
    const watches = watchesOf(simulation, benchmarksOf(simulation));
    watchAll(simulation, watches);
    expect(read(watches[0], 'tobin')).toBeCloseTo(1, 5);
  });

  it('say which way to go: above 1 with chips in plenty, below 1 with training in plenty, none under a contest', () => {
    const tobin = (economy: object, K0: number) =>
      read(
        watched({
          clock: { h: 0.01, until: 0.01 },
          economy,
          groups: [{ count: 2, K0, rule: fixed(0.3) }],
        })[1],
        'tobin',
      );
    expect(tobin({}, 10)).toBeGreaterThan(5);
    expect(tobin({}, 0.1)).toBeLessThan(0.2);
    expect(tobin({ theta: 2 }, 1)).toBeNaN();
  });
});

describe('regret', () => {
  it('is nothing for a lab that keeps to the turnpike and then only serves, and all after its optimum’s blow-up', () => {
    const [, grower] = watched({ clock: { h: 0.1, until: 1 }, groups: [{ K0: 0.1, T0: 1, rule: fixed(0) }] });
    // Training abundant and a short horizon: the optimum only grows.
    expect(Math.abs(grower.regret(0))).toBeLessThan(1e-9);
    const [, late] = watched({ clock: { h: 0.1, until: 3.05 } });
    expect(late.regret(0)).toBe(1);
  });

  it('counts what spilled in, so that no lab of an economy that shares can have less than none', () => {
    const [, watch] = watched({
      clock: { h: 0.02, until: 0.8 },
      economy: { sigma: 1 },
      groups: [
        { name: 'rider', K0: 1, T0: 0.1, rule: fixed(0) },
        { name: 'trainer', K0: 3, T0: 1, rule: fixed(0.9) },
      ],
    });
    expect(watch.regret(0)).toBeGreaterThan(0);
    expect(watch.regret(0)).toBeLessThan(1);
    // Alone, from its own start, it could not have come so far.
    expect(watch.row.groups[0].K).toBeGreaterThan(theory.envelope({ K0: 1, T0: 0.1, c: 1 }, 0.8));
  });

  it('is not defined where a lab may gain what its own optimum does not have', () => {
    for (const economy of [{ theta: 2 }, { f: 0.1 }, { sigma: 0.5, rho: 0.1 }])
      expect(watched({ clock: { until: 0.2 }, economy })[1].regret(0)).toBeNaN();
  });
});
