import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../../src/core/index.ts';
import { simulate } from './harness.ts';

const labs = 200;

/** Learners and labs that draw from the same nine splits at random, from the same start, before any of them blows up. */
function race(
  economy: object,
  rule: object,
  start: { K0: number; T0: number },
  until: number,
  seed = 3,
): Simulation {
  return simulate({
    seed,
    clock: { h: 0.02, until },
    economy,
    groups: [
      { name: 'learners', count: labs, ...start, rule: { type: 'qLearning', ...rule } },
      { name: 'random', count: labs, ...start, rule: { type: 'qLearning', exploration: 1 } },
    ],
  });
}

function moments(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1) };
}

describe('Q-learning', () => {
  it.each([
    // c, K₀, T₀, until, seed: from the turnpike, with chips in abundance, with training in abundance.
    [1, 0.01, 0.1, 26, 3],
    [1, 0.1, 0.1, 11, 4],
    [1, 0.001, 0.1, 40, 5],
    [0.5, 0.063, 0.01, 12, 6],
    [2, 0.015, 0.3, 24, 7],
  ])('beats random splits: c = %f, K₀ = %f, T₀ = %f', (c, K0, T0, until, seed) => {
    const simulation = race({ c }, {}, { K0, T0 }, until, seed);
    simulation.run();
    const [economy] = simulation.economies;
    expect(economy.status).toBe('finished');
    const [learners, random] = economy.groups.map(({ K, T }) =>
      moments([...K].map((k, i) => Math.log(k) + c * Math.log(T[i]))),
    );
    const error = Math.sqrt((learners.variance + random.variance) / labs);
    expect((learners.mean - random.mean) / error).toBeGreaterThan(10);
  });

  it('learns to stay at the turnpike: q near c/(1+2c), K near T^(1+c)/c', () => {
    const simulation = race({}, {}, { K0: 0.05, T0: 0.1 }, 14);
    const [economy] = simulation.economies;
    const splits: number[] = [];
    while (economy.isRunning) {
      simulation.step();
      if (economy.t > 7) splits.push(moments([...economy.groups[0].q]).mean);
    }
    const distance = economy.groups.map(
      ({ K, T }) => moments([...K].map((k, i) => Math.abs(Math.log(k / T[i] ** 2)))).mean,
    );
    expect(Math.abs(moments(splits).mean - 1 / 3)).toBeLessThan(0.03);
    // A bin is half an octave: ln √2 = 0.35 wide.
    expect(distance[0]).toBeLessThan(0.1);
    expect(distance[1]).toBeGreaterThan(0.3);
  });

  it('whose yardstick is chips alone learns to stop training', () => {
    const simulation = race({}, { yardstick: 'chips', exploration: 0.1 }, { K0: 0.01, T0: 0.1 }, 40);
    const [economy] = simulation.economies;
    while (economy.isRunning && economy.t < 25) simulation.step();
    const idle = economy.groups[0].q.filter((q) => q === 0).length / labs;
    expect(idle).toBeGreaterThan(0.75);
  });

  it('plays the nine splits evenly at ε = 1 and in its first tick', () => {
    for (const exploration of [0, 1]) {
      const count = 90_000;
      const simulation = simulate({
        clock: { h: 0.01, until: 0.01 },
        groups: [{ count, rule: { type: 'qLearning', exploration } }],
      });
      simulation.advance(1);
      const seen = new Array(9).fill(0);
      for (const q of simulation.economies[0].groups[0].q) seen[q * 8]++;
      // Five standard errors.
      for (const times of seen)
        expect(Math.abs(times - count / 9)).toBeLessThan(5 * Math.sqrt((count * 8) / 81));
    }
  });

  it('tries every split once before it repeats one, while it stays in one state', () => {
    // Ticks so short that nothing moves; above the turnpike every split but q = 1 misses something.
    const simulation = simulate({
      clock: { h: 1e-6, until: 9e-6 },
      groups: [{ K0: 3, rule: { type: 'qLearning', exploration: 0 } }],
    });
    const seen = new Set<number>();
    while (simulation.isRunning) {
      simulation.step();
      seen.add(simulation.economies[0].groups[0].q[0]);
    }
    expect(seen.size).toBe(9);
  });
});

describe('what rules remember is state', () => {
  it.each(['hillClimb', 'imitate', 'qLearning'])(
    '%s goes on from a snapshot as if nothing had happened',
    (type) => {
      const scenario = {
        clock: { h: 0.02, until: 20 },
        groups: [
          { name: 'a', count: 7, K0: 0.01, T0: 0.1, noise: 0.02, rule: { type } },
          { name: 'b', count: 3, K0: 0.01, T0: 0.1, rule: { type: 'fixed', q: 0.2 } },
        ],
      };
      const simulation = simulate(scenario);
      simulation.advance(137);
      const fork = simulation.fork();
      simulation.advance(200);
      fork.advance(200);
      expect(fork.economies[0].hash()).toBe(simulation.economies[0].hash());
      const whole = simulate(scenario);
      whole.advance(337);
      expect(whole.economies[0].hash()).toBe(simulation.economies[0].hash());
    },
  );

  it('another group’s presence moves nobody’s luck: a learner plays the same beside any neighbours', () => {
    const learner = { name: 'me', count: 5, K0: 0.01, T0: 0.1, rule: { type: 'qLearning' } };
    const alone = simulate({ clock: { h: 0.02, until: 5 }, groups: [learner] });
    const beside = simulate({
      clock: { h: 0.02, until: 5 },
      groups: [{ name: 'other', count: 6, K0: 0.01, T0: 0.1, rule: { type: 'qLearning' } }, learner],
    });
    alone.run();
    beside.run();
    expect([...beside.economies[0].groups[1].K]).toEqual([...alone.economies[0].groups[0].K]);
  });
});
