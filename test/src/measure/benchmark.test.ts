import { describe, expect, it } from 'vitest';
import { Benchmark, beginningOf, benchmarksOf, summarise } from '../../../src/measure/index.ts';
import { envelope } from '../../../src/theory/index.ts';
import { simulate } from '../core/harness.ts';

describe('Benchmark', () => {
  const benchmark = benchmarksOf(simulate({}))[0];

  it('is the optimum from the pooled start: Figure 1’s blows up at 3, and V(2.5) = 43.49…', () => {
    expect(benchmark.blowUpTime).toBeCloseTo(3, 14);
    expect(benchmark.V(2.5)).toBeCloseTo(43.4925092553, 9);
    expect(benchmark.efficiency(2.5, benchmark.V(2.5))).toBe(1);
    expect(benchmark.delay(2.5, benchmark.V(2.5))).toBeCloseTo(0, 13);
  });

  it('has V = ∞ and efficiency 0 past the optimum’s blow-up', () => {
    expect(benchmark.V(3.1)).toBe(Number.POSITIVE_INFINITY);
    expect(benchmark.efficiency(3.1, 1e9)).toBe(0);
  });

  it('counts unlike a’s as the best of them', () => {
    const [mixed] = benchmarksOf(
      simulate({
        groups: [
          { name: 'x', a: 2 },
          { name: 'y', a: 0.5 },
        ],
      }),
    );
    expect(mixed.pooled).toMatchObject({ a: 2, K0: 2, T0: 2 });
  });

  it('does not apply, and says why, where labs differ in c', () => {
    const simulation = simulate({ clock: { until: 0.1 }, groups: [{ name: 'x', c: 2 }, { name: 'y' }] });
    const [none] = benchmarksOf(simulation);
    expect(none.applies).toBe(false);
    expect(none.reason).toContain('differ in c');
    simulation.run();
    expect(summarise(simulation, [none])).toMatchObject({ envelope: null, efficiency: null, delay: null });
  });

  it('does not apply where a technique ladder is steeper than c, and says so', () => {
    const reason = (economy: object, group: object = {}) =>
      benchmarksOf(simulate({ economy, groups: [{ name: 'x', ...group }, { name: 'y' }] }))[0].reason;
    expect(reason({ techniques: 'cheap-verification' })).toBe(
      'a technique ladder is steeper (2) than c = 1, which the optimum has',
    );
    expect(reason({}, { techniques: 'pruning', techniqueScale: 0.1 })).toContain('steeper (1.05) than c = 1');
    expect(reason({ techniques: 'cheap-verification', c: 2 })).toBeNull();
    expect(reason({ techniques: 'mcts,scaling-policy' })).toBeNull();
    expect(reason({ c: 0.5 }, { techniques: 'scaling-policy' })).toContain('steeper (0.583) than c = 0.5');
  });

  it('counts a ladder for what it is worth beside T^c at most: T₀^(c₁ − c)', () => {
    const a = (economy: object, T0: unknown) =>
      benchmarksOf(simulate({ economy, groups: [{ count: 2, a: 3, T0 }] }))[0].pooled?.a;
    const list = { distribution: 'list', values: [0.25, 9] };
    expect(a({ techniques: 'mcts' }, list)).toBe(3);
    expect(a({ techniques: 'mcts', c: 2 }, list)).toBeCloseTo(3 * 4, 12);
    expect(a({ techniques: 'mcts', c: 2 }, 4)).toBeCloseTo(3 / 4, 12);
    expect(a({ c: 2 }, list)).toBe(3);
    const [apart] = benchmarksOf(
      simulate({ economy: { techniques: 'mcts', c: 2 }, groups: [{ count: 2, T0: list }] }),
    );
    const own = [
      { K0: 1, T0: 0.25, a: 4 },
      { K0: 1, T0: 9, a: 1 / 9 },
    ].map((lab) => envelope({ ...lab, c: 2, b: 1 }, 0.2));
    expect(apart.separateV(0.2)).toBeCloseTo(own[0] + own[1], 10);
  });

  it('says nothing of a run that failed', () => {
    const [benchmark] = benchmarksOf(simulate({}));
    expect(benchmark.minimalTime(Number.NaN)).toBeNaN();
    expect(benchmark.delay(1, Number.NaN)).toBeNaN();
    expect(benchmark.efficiency(1, Number.NaN)).toBeNaN();
  });

  it('asks to be made at t = 0', () => {
    const simulation = simulate({});
    simulation.step();
    expect(() => benchmarksOf(simulation)).toThrow('t = 0');
  });

  it('knows the optimum without merging: ΣV_i of labs that share nothing, below V of the pooled economy', () => {
    const groups = [
      { name: 'x', count: 2, K0: { distribution: 'list', values: [1, 2] } },
      { name: 'y', a: 0.5, T0: 3 },
    ];
    const [apart] = benchmarksOf(simulate({ groups }));
    const own = [
      { K0: 1, T0: 1, a: 1 },
      { K0: 2, T0: 1, a: 1 },
      { K0: 1, T0: 3, a: 0.5 },
    ].map((lab) => envelope({ ...lab, c: 1, b: 1 }, 0.7));
    expect(apart.separateV(0.7)).toBeCloseTo(own[0] + own[1] + own[2], 12);
    expect(apart.separateV(0.7)).toBeLessThan(apart.V(0.7));
    expect(apart.separateV(3)).toBe(Number.POSITIVE_INFINITY);
    expect(benchmarksOf(simulate({ groups, economy: { sigma: 0.1 } }))[0].separateV(0.7)).toBeNaN();
    expect(benchmark.separateV(1)).toBeNaN();
  });

  it('starts from what it is told, not from what is true', () => {
    const beginning = beginningOf(simulate({}).economies[0]);
    expect(new Benchmark({ ...beginning, K: 100 }).blowUpTime).toBeCloseTo(0.39, 12);
  });
});

describe('summary', () => {
  it('past a located blow-up holds the last finite state, and no number is infinite', () => {
    const simulation = simulate({
      clock: { until: 4 },
      variants: [{ name: 'ride', set: { 'groups.labs.rule': { type: 'turnpike' } } }],
    });
    const benchmarks = benchmarksOf(simulation);
    simulation.run();
    const summary = summarise(simulation, benchmarks);
    expect(summary.status).toBe('blow-up');
    expect(summary.blowUpTime).toBeCloseTo(Math.PI, 10);
    expect(summary.envelope).toBeNull();
    expect(summary.efficiency).toBe(0);
    expect(summary.variants.ride.blowUpTime).toBeCloseTo(3, 10);
    expect(summary.variants.ride.delay).toBeLessThan(1e-6);
    expect(JSON.stringify(summary)).not.toContain('Infinity');
    expect(summary.stateHash).toBe(simulation.economies[0].hash());
  });
});
