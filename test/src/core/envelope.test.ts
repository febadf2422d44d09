import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Benchmark, beginningOf, benchmarksOf } from '../../../src/measure/index.ts';
import { simulate } from './harness.ts';

const log = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const stock = fc.oneof(
  log(0.05, 20).map((value) => ({ distribution: 'constant', value })),
  fc.record({
    distribution: fc.constant('lognormal'),
    median: log(0.05, 5),
    spread: fc.double({ min: 0, max: 1.5, noNaN: true }),
  }),
  fc.record({ distribution: fc.constant('pareto'), min: log(0.05, 2), shape: log(0.8, 5) }),
  fc
    .tuple(log(0.05, 2), log(1, 5))
    .map(([min, ratio]) => ({ distribution: 'uniform', min, max: min * ratio })),
);
const rule = fc.oneof(
  fc.record({ type: fc.constant('fixed'), q: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant({ type: 'parity' }),
  fc.record({ type: fc.constant('turnpike'), horizon: fc.option(log(0.1, 5)) }),
  fc.record({ type: fc.constant('recedingHorizon'), horizon: fc.option(log(0.05, 5)) }),
  fc.record({
    type: fc.constant('randomWalk'),
    q: fc.double({ min: 0, max: 1, noNaN: true }),
    volatility: log(0.01, 5),
  }),
);
const scenario = fc.record({
  seed: fc.nat(),
  c: log(0.2, 3),
  s: fc.double({ min: 0.05, max: 1, noNaN: true }),
  sigma: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  a: log(0.2, 5),
  b: log(0.2, 5),
  ticks: fc.integer({ min: 5, max: 80 }),
  reach: fc.double({ min: 0.2, max: 1.5, noNaN: true }),
  groups: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 20 }),
      K0: stock,
      T0: stock,
      cHat: fc.option(log(0.1, 5)),
      a: fc.option(log(0.2, 5)),
      rule,
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

describe('the envelope', () => {
  it('is never beaten: no population, rule mix, belief or spillover ≤ 1 reaches a level before the pooled optimum could', () => {
    let tightest = Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(scenario, ({ c, s, sigma, a, b, ticks, reach, groups, seed }) => {
        const named = groups.map((group, index) => ({ ...group, name: `group ${index}` }));
        const make = (until: number) =>
          simulate({
            seed,
            clock: { h: until / ticks, until },
            economy: { a, b, c, s, sigma },
            groups: named,
          });
        const probe = make(1);
        const [{ blowUpTime }] = benchmarksOf(probe);
        const simulation = make(Math.min(Math.max(blowUpTime * reach, 1e-3), 1e3));
        const [benchmark] = benchmarksOf(simulation);
        simulation.run((row) => {
          // The bar: 1e-10 covers RE6's error in time (some 1e-12) with room to spare. While K has hardly risen, its last
          // bits are a larger share of the rise than that: 8 of them, each 2^−52·K/(K − K₀) of the time.
          const least = benchmark.minimalTime(row.K);
          const start = benchmark.pooled?.K0 ?? Number.NaN;
          const rounding = row.K > start ? (8 * Number.EPSILON * row.K) / (row.K - start) : 0;
          if (row.tick > 0) tightest = Math.min(tightest, row.t / least - 1);
          expect(row.t).toBeGreaterThanOrEqual(least * (1 - 1e-10 - rounding));
        });
        const located = simulation.economies[0].blowUpTime;
        if (located !== null) expect(located).toBeGreaterThanOrEqual(benchmark.blowUpTime * (1 - 1e-10));
      }),
      { numRuns: 1500 },
    );
    // The test is not vacuous: some runs come within a hair of the bound.
    expect(tightest).toBeLessThan(1e-6);
  });

  it('is never beaten by ladders no steeper than c, whatever T₀, and is where they are steeper', () => {
    const ladder = fc.record({
      techniques: fc.constantFrom(['mcts', 'scaling-policy'], ['pruning'], ['scaling-policy']),
      c: fc.double({ min: 1, max: 2, noNaN: true }),
      sigma: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
      rho: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })),
      groups: fc.array(fc.record({ count: fc.integer({ min: 1, max: 4 }), K0: stock, T0: stock, rule }), {
        minLength: 1,
        maxLength: 2,
      }),
    });
    let tightest = Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(ladder, ({ groups, ...economy }) => {
        const named = groups.map((group, index) => ({ ...group, name: `group ${index}` }));
        const make = (until: number) => simulate({ clock: { h: until / 20, until }, economy, groups: named });
        const [{ blowUpTime }] = benchmarksOf(make(1));
        const simulation = make(Math.min(Math.max(blowUpTime, 1e-3), 1e3));
        const [benchmark] = benchmarksOf(simulation);
        expect(benchmark.reason).toBeNull();
        simulation.run((row) => {
          const least = benchmark.minimalTime(row.K);
          const start = benchmark.pooled?.K0 ?? Number.NaN;
          const rounding = row.K > start ? (8 * Number.EPSILON * row.K) / (row.K - start) : 0;
          if (row.tick > 0) tightest = Math.min(tightest, row.t / least - 1);
          // As above, with the general method's error in time (T depreciates) in place of RE6's.
          expect(row.t).toBeGreaterThanOrEqual(least * (1 - 1e-9 - rounding));
        });
      }),
      { numRuns: 150 },
    );
    // Chips alone grow as fast as the bound: what is at T₀ is worth what it says.
    expect(tightest).toBeLessThan(1e-3);
    const steep = simulate({
      clock: { h: 0.01, until: 1.8 },
      economy: { techniques: ['cheap-verification'] },
      groups: [{ rule: { type: 'turnpike' } }],
    });
    const told = new Benchmark(beginningOf(simulate({}).economies[0]));
    let beaten = false;
    steep.run((row) => {
      if (row.t < told.minimalTime(row.K)) beaten = true;
    });
    expect(beaten).toBe(true);
  });

  it('catches an economy that does beat it: labs given 1 % more than the benchmark was told', () => {
    const simulation = simulate({
      clock: { h: 0.01, until: 2.9 },
      economy: { a: 1.01 },
      groups: [{ rule: { type: 'turnpike' } }],
    });
    const told = new Benchmark(beginningOf(simulate({}).economies[0]));
    let beaten = false;
    simulation.run((row) => {
      if (row.t < told.minimalTime(row.K) * (1 - 1e-10)) beaten = true;
    });
    expect(beaten).toBe(true);
  });
});
