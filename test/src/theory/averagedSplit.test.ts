import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averagedSplit, flow, minimalBlowUpTime, optimalPlan, planPath } from '../../../src/theory/index.ts';
import { logUniform, problems, relative, SEED } from './random.ts';

describe('averagedSplit(…)', () => {
  const plan = { K: 10, T: 1, c: 1, horizon: 0.9 };

  test('averages the arcs a tick covers', () => {
    const t_a = (Math.sqrt(10) - 1) / 10;
    expect(averagedSplit({ ...plan, h: 0.1 })).toBe(1);
    expect(relative(averagedSplit({ ...plan, h: 0.5 }), (t_a + (0.5 - t_a) / 3) / 0.5)).toBeLessThan(1e-15);
  });

  test('counts 0 after the horizon and the turnpike’s share after a blow-up', () => {
    expect(relative(averagedSplit({ ...plan, horizon: 0.3, h: 1 }), 0.1)).toBeLessThan(1e-14);
    expect(averagedSplit({ ...plan, horizon: 0, h: 1 })).toBe(0);
    const endless = averagedSplit({ K: 1, T: 1, c: 1, horizon: Number.POSITIVE_INFINITY, h: 10 });
    expect(relative(endless, 1 / 3)).toBeLessThan(1e-15);
    expect(relative(averagedSplit({ K: 1, T: 1, c: 1, horizon: 5, h: 10 }), 1 / 6)).toBeLessThan(1e-15);
  });

  test('is the average of the path’s q', () => {
    fc.assert(
      fc.property(problems(), logUniform(0.01, 1), ({ start, a, b, part }, tick) => {
        const input = { ...start, a, b };
        const horizon = part * minimalBlowUpTime(input);
        const h = tick * horizon;
        const path = optimalPlan({ ...input, horizon });
        const n = 1000;
        let sum = 0;
        for (let i = 0; i < n; i++) sum += planPath(path, ((i + 0.5) * h) / n).q;
        const average = averagedSplit({ K: start.K0, T: start.T0, c: start.c, a, b, horizon, h });
        // A midpoint sum over two jumps of at most 1.
        expect(Math.abs(average - sum / n)).toBeLessThan(1.5 / n);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('played tick by tick it loses little, and the loss falls with the tick', () => {
    const best = optimalPlan({ K0: 10, T0: 1, c: 1, horizon: 0.9 }).K;
    const losses = [10, 20, 40, 80].map((n) => {
      let K = 10;
      let T = 1;
      const h = 0.9 / n;
      for (let i = 0; i < n; i++) {
        const q = averagedSplit({ K, T, c: 1, horizon: 0.9 - i * h, h });
        ({ K, T } = flow({ K0: K, T0: T, c: 1, q, t: h }));
      }
      return 1 - K / best;
    });
    // Two printed digits of the check table.
    for (const [i, expected] of [3.2e-3, 3.2e-4, 5.3e-5, 5.6e-6].entries())
      expect(losses[i]! / expected).toBeCloseTo(1, 1);
  });
});
