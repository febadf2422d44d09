import { describe, expect, it } from 'vitest';
import { rungsOf } from '../../../src/scenario/rungs.ts';
import { ladder } from '../../../src/theory/index.ts';
import { relative, simulate } from './harness.ts';
import { chipsAt } from './ladderAtFixedSplit.ts';
import { end, general, lab } from './oneLab.ts';

describe('RE6 at the ends of rungs', () => {
  /** 300 labs, each with its own T₀ and so its own joints, three chunks of them. */
  const crowd = (economy: object, clock: object = {}) =>
    simulate({
      seed: 3,
      clock: { h: 0.05, until: 2.5, ...clock },
      economy,
      groups: [
        {
          count: 300,
          K0: { distribution: 'uniform', min: 0.5, max: 3 },
          T0: { distribution: 'lognormal', median: 1, spread: 0.5 },
          rule: { type: 'fixed', q: 0.4 },
        },
      ],
    });

  it('is exact for every lab of a crowd, each on its own ladder', () => {
    const simulation = crowd({ techniques: 'mcts,scaling-policy' });
    const [{ K, T }] = simulation.economies[0].groups;
    const starts = Array.from(K, (K0, i) => ({ K0, T0: T[i] }));
    simulation.run();
    const tops = starts.filter((start, i) => {
      const on = ladder({ T0: start.T0, rungs: rungsOf(['mcts', 'scaling-policy']) });
      expect(relative(K[i], chipsAt(on, 0.4, start, T[i]))).toBeLessThan(1e-10);
      return Math.log10(T[i]) > on.breakpoints[1];
    });
    // Some have left their ladder, some have not.
    expect(tops.length).toBeGreaterThan(20);
    expect(tops.length).toBeLessThan(280);
  });

  it('keeps its order: a substep that ends at a joint is one of a smooth flow', () => {
    const run = (epsilon: number) => {
      const simulation = lab({ techniques: 'mcts,scaling-policy' }, {}, { until: 3, epsilon });
      const { K } = end(simulation);
      return { K, substeps: simulation.economies[0].substeps };
    };
    const exact = run(0.01).K;
    const [coarse, fine] = [0.1, 0.05].map(run);
    const errors = [coarse, fine].map(({ K }) => relative(K, exact));
    // Crossed in the middle of a substep, a kink would leave second order. Some substeps are as long as a tick, whatever ε.
    const order = Math.log(errors[0] / errors[1]) / Math.log(fine.substeps / coarse.substeps);
    expect(order).toBeGreaterThan(5);
    expect(errors[1]).toBeLessThan(2e-11);
  });

  it.each([0.3, 1])('agrees with the general method for labs that share training, σ = %s', (sigma) => {
    const run = (economy: object) => {
      const simulation = simulate({
        clock: { h: 0.05, until: 1.6 },
        economy: { sigma, ...economy },
        groups: [
          {
            name: 'x',
            count: 3,
            T0: { distribution: 'list', values: [0.2, 0.3, 0.5] },
            techniques: 'mcts,scaling-policy',
          },
          { name: 'y', K0: 0.5, T0: 0.5, techniques: 'pruning' },
          { name: 'z', K0: 0.5, T0: 0.5, c: 0.6 },
        ],
      });
      simulation.run();
      return simulation.economies[0].groups.flatMap(({ K }) => [...K]);
    };
    const [paper, other] = [run({}), run(general)];
    // The general method's tolerance, 1e-11 a step, some hundreds of them.
    for (const [i, K] of paper.entries()) expect(relative(K, other[i])).toBeLessThan(2e-9);
  });

  it('cuts, snapshots and forks change nothing', () => {
    const make = () => crowd({ techniques: 'mcts,scaling-policy', sigma: 0.001 }, { until: 1 });
    const quiet = make();
    quiet.run();
    const cut = make();
    cut.advance(9, 60);
    const other = make();
    other.restore(cut.snapshot());
    expect(other.economies[0].hash()).toBe(cut.economies[0].hash());
    while (other.isRunning) {
      other.advance(1, 7);
      other.drain();
    }
    expect(other.economies[0].hash()).toBe(quiet.economies[0].hash());
  });

  it('locates the blow-up of a lab beside those that climb', () => {
    const simulation = simulate({
      clock: { until: 4 },
      groups: [{ name: 'plain' }, { name: 'climbing', techniques: 'pruning' }],
    });
    simulation.run();
    expect(simulation.economies[0].status).toBe('blow-up');
    expect(Math.abs((simulation.economies[0].blowUpTime as number) - Math.PI)).toBeLessThan(1e-9);
  });
});
