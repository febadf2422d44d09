import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/core/index.ts';
import { type Benchmark, benchmarksOf, benchmarkTable, timeToReach } from '../../../src/measure/index.ts';
import { preset, presets } from '../../../src/scenario/index.ts';
import * as theory from '../../../src/theory/index.ts';
import { core, relative, simulate } from '../core/harness.ts';

const fixed = (q: number) => ({ type: 'fixed', q });
/** Five labs that start alike and share a third. */
const commons = (changes: object = {}) =>
  benchmarksOf(
    simulate({ economy: { sigma: 0.3 }, groups: [{ count: 5, K0: 0.2, T0: 0.1 }], ...changes }),
  )[0];
const alone = { K0: 0.2, T0: 0.1, c: 1, N: 5, sigma: 0.3 };
const K = (benchmark: Benchmark, id: string, t: number): number => benchmark.path(id)!.at(t).K;

describe('the table of benchmarks', () => {
  it('says of every preset’s economies what each is and how it was got, or why it does not apply', () => {
    for (const { name } of presets)
      for (const benchmark of benchmarksOf(new Simulation(core, preset(name)))) {
        expect(benchmark.all.map(({ id }) => id)).toEqual(benchmarkTable.map(({ id }) => id));
        for (const { how, path, reason } of benchmark.all) {
          expect(how).toMatch(/^[A-Z].*\.$/);
          expect(path === null).toBe(typeof reason === 'string' && reason.length > 10);
        }
      }
  });

  it('has a path wherever it applies: K starts at the economy’s, never falls, and is infinite from t* on', () => {
    const [merged, spread] = [
      commons(),
      benchmarksOf(simulate({ groups: [{ count: 3, K0: { distribution: 'list', values: [1, 2, 3] } }] }))[0],
    ];
    for (const benchmark of [merged, spread])
      for (const { path } of benchmark.all) {
        if (!path) continue;
        expect(relative(path.at(0).K, benchmark.beginning.K)).toBeLessThan(1e-14);
        const times = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => share * path.blowUpTime);
        const levels = times.map((t) => path.at(t).K);
        for (let i = 1; i < levels.length; i++) expect(levels[i]).toBeGreaterThanOrEqual(levels[i - 1]);
        expect(path.at(path.blowUpTime * 1.01).K).toBe(Number.POSITIVE_INFINITY);
      }
  });

  it('has the planner’s, both equilibria’s and the constant splits’ closed forms', () => {
    const benchmark = commons();
    for (const t of [0.5, 2, 4, 5]) {
      expect(
        relative(K(benchmark, 'planner', t), 5 * theory.plannerPlan({ ...alone, horizon: t }).K),
      ).toBeLessThan(1e-13);
      expect(relative(K(benchmark, 'nash', t), 5 * theory.nashPlan({ ...alone, horizon: t }).K)).toBeLessThan(
        1e-13,
      );
      const controls = 5 * theory.controlTakingPlan({ ...alone, horizon: t }).K;
      expect(relative(K(benchmark, 'nash-controls', t), controls)).toBeLessThan(1e-13);
      const parity = 5 * theory.flow({ K0: 0.2, T0: 0.1, c: 1, a: 2.2, q: 0.5, t }).K;
      expect(relative(K(benchmark, 'parity', t), parity)).toBeLessThan(1e-13);
    }
    expect(benchmark.path('nash')!.blowUpTime).toBe(theory.nashBlowUpTime(alone));
    expect(benchmark.path('planner')!.blowUpTime).toBe(theory.plannerBlowUpTime(alone));
  });

  it('is in order: no equilibrium or constant split is above the planner, nor the planner above V', () => {
    const benchmark = commons();
    for (const t of [0.3, 1, 2, 3, 3.4])
      for (const id of ['nash', 'nash-controls', 'constant', 'parity']) {
        // A few roundings where they coincide.
        expect(K(benchmark, id, t)).toBeLessThanOrEqual(K(benchmark, 'planner', t) * (1 + 1e-12));
        expect(K(benchmark, 'planner', t)).toBeLessThanOrEqual(benchmark.V(t) * (1 + 1e-12));
      }
  });

  it.each([
    ['labs that share nothing', { economy: { sigma: 0 } }],
    ['labs that share a third', {}],
    [
      'unlike labs that share everything',
      {
        economy: { sigma: 1 },
        groups: [{ count: 3, T0: 0.1, K0: { distribution: 'list', values: [0.1, 0.2, 0.7] } }],
      },
    ],
    ['labs that reinvest 0.7 and serve with 0.8', { economy: { sigma: 0.3, s: 0.7, w: 0.8 } }],
  ])('the parity path is what the core makes of %s on that rule', (_, changes) => {
    const groups = [{ count: 5, K0: 0.2, T0: 0.1 }];
    const scenario = { clock: { h: 0.05, until: 3 }, economy: { sigma: 0.3 }, groups, ...changes };
    const simulation = simulate({
      ...scenario,
      groups: scenario.groups.map((group) => ({ ...group, rule: fixed(0.5) })),
    });
    const [benchmark] = benchmarksOf(simulation);
    simulation.run((row) => {
      if (row.status === 'running') expect(relative(K(benchmark, 'parity', row.t), row.K)).toBeLessThan(1e-9);
    });
    const { blowUpTime } = simulation.economies[0];
    if (blowUpTime !== null)
      expect(Math.abs(benchmark.path('parity')!.blowUpTime - blowUpTime)).toBeLessThan(1e-9);
  });

  it('has the contest’s equilibrium where one is known, and says where none exists', () => {
    const market = { elasticity: 5, theta: 1 };
    const labs = { clock: { until: 2 }, groups: [{ count: 2, rule: fixed(0) }] };
    const [known] = benchmarksOf(simulate({ ...labs, economy: market }));
    const game = { on: 'output' as const, N: 2, theta: 1, kappa: 0.8, c: 1 };
    // Y_ref = 2 labs × 1, nobody trains at first.
    const plan = theory.contestPlan({ ...game, K0: 1, T0: 1, a: 2 ** 0.2, horizon: 2 });
    expect(relative(K(known, 'contest', 1.5), 2 * theory.contestPath(plan, 1.5).K)).toBeLessThan(1e-12);
    const none = (economy: object, count = 2) =>
      benchmarksOf(
        simulate({ clock: { until: 2 }, economy, groups: [{ count, rule: fixed(0.3) }] }),
      )[0].all.find(({ id }) => id === 'contest')!.reason;
    expect(none({ elasticity: 20, theta: 1.5 }, 4)).toContain('no symmetric equilibrium exists');
    expect(none({ theta: 1.5 })).toContain('ε = ∞');
    expect(none({})).toContain('no contest');
    expect(none({ ...market, sigma: 0.5 })).toContain('σ');
    expect(none({ ...market, delta: 0.1 })).toContain('δ');
  });

  it('names the mechanism that takes a closed form away', () => {
    const reasons = commons({ economy: { sigma: 0.3, delta: 0.1, tau: 0.2 } }).all.filter(
      ({ reason }) => reason !== null,
    );
    for (const { id, reason } of reasons)
      if (['planner', 'nash', 'nash-controls', 'parity', 'constant'].includes(id))
        expect(reason).toMatch(/δ.*τ/);
    // F without a fab's limit, and a hurdle nobody looks at, are no mechanisms.
    expect(commons({ economy: { sigma: 0.3, gF: 0.4, r: 0.3 } }).path('nash')).not.toBeNull();
  });
});

describe('timeToReach', () => {
  it('inverts a path: of V it is the closed form', () => {
    const benchmark = commons();
    const path = benchmark.path('envelope')!;
    for (const level of [1.1, 3, 40, 1e5])
      expect(relative(timeToReach(path, level, 10), benchmark.minimalTime(level))).toBeLessThan(1e-12);
    for (const id of ['planner', 'nash', 'nash-controls', 'parity'])
      expect(relative(timeToReach(benchmark.path(id)!, K(benchmark, id, 2.7), 10), 2.7)).toBeLessThan(1e-9);
  });

  it('is 0 for what is there at the start, and none where the path does not get or is not known', () => {
    const path = commons().path('parity')!;
    expect(timeToReach(path, 0.5, 10)).toBe(0);
    expect(timeToReach(path, 100, 1)).toBeNaN();
    const part = {
      blowUpTime: Number.NaN,
      at: (t: number) => ({ K: t < 1 ? Math.exp(t) : Number.NaN, T: 1, q: 0 }),
    };
    expect(timeToReach(part, 2, 5)).toBeCloseTo(Math.LN2, 12);
    expect(timeToReach(part, 20, 5)).toBeNaN();
  });
});

describe('a fork', () => {
  const forked = (set: object) =>
    benchmarksOf(
      simulate({
        clock: { h: 0.05, until: 2 },
        groups: [{ count: 2, rule: { type: 'turnpike' } }],
        variants: [{ name: 'later', from: 0.5, set }],
      }),
    )[1];

  it('is bounded by the best of what it is before and after, and by no closed form of either', () => {
    const poorer = forked({ 'economy.a': 0.5, 'economy.sigma': 1 });
    // Until t = 0.5 a was 1.
    expect(poorer.pooled).toMatchObject({ a: 1, K0: 2, T0: 2 });
    for (const id of ['separate', 'planner', 'nash', 'parity', 'constant'])
      expect(poorer.all.find((one) => one.id === id)!.reason).toContain('forks off at t = 0.5');
    expect(forked({ 'economy.c': 2 }).reason).toContain('differ in c');
    expect(forked({ 'economy.b': 3 }).pooled).toMatchObject({ b: 3 });
  });
});
