import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  greedyShare,
  nashRatio,
  nashShare,
  nashShareAt,
  priceOfAnarchyWithoutTraining,
} from '../../../src/theory/index.ts';
import { labsOf } from './labsOf.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

const SPILLOVERS = [1, 1.5, 2, 3, 5, 10, 100];

describe('constants of the path-taking equilibrium', () => {
  test.each([
    [0.5, 'q_N', [0.25, 0.196152, 0.162278, 0.12132, 0.081139, 0.044639, 0.004939]],
    [0.5, 'z*', [1, 0.910684, 0.86038, 0.804738, 0.75497, 0.713392, 0.67163]],
    [0.5, 'greedy', [0.25, 0.181818, 0.142857, 0.1, 0.0625, 0.032258, 0.003322]],
    [0.5, 'anarchy', [1, 1.010463, 1.031011, 1.079559, 1.17552, 1.373317, 2.730066]],
    [1, 'q_N', [0.333333, 0.274917, 0.236068, 0.186141, 0.132782, 0.078689, 0.009712]],
    [1, 'z*', [1, 0.879153, 0.809017, 0.728714, 0.653113, 0.58541, 0.509808]],
    [1, 'greedy', [0.333333, 0.25, 0.2, 0.142857, 0.090909, 0.047619, 0.004975]],
    [1, 'anarchy', [1, 1.009583, 1.029086, 1.077447, 1.180232, 1.416415, 3.640068]],
    [2, 'q_N', [0.4, 0.342329, 0.302776, 0.25, 0.1901, 0.123308, 0.018574]],
    [2, 'z*', [1, 0.853851, 0.767592, 0.666667, 0.568053, 0.473985, 0.352259]],
    [2, 'greedy', [0.4, 0.307692, 0.25, 0.181818, 0.117647, 0.0625, 0.006623]],
    [2, 'anarchy', [1, 1.007003, 1.021497, 1.058267, 1.139274, 1.337439, 3.785324]],
  ] as [number, 'q_N' | 'z*' | 'greedy' | 'anarchy', number[]][])('c = %d, %s: %j', (c, what, table) => {
    const get = {
      q_N: nashShare,
      'z*': nashRatio,
      greedy: greedyShare,
      anarchy: priceOfAnarchyWithoutTraining,
    }[what];
    for (const [i, m] of SPILLOVERS.entries())
      expect(Math.abs(get({ ...labsOf(m), c }) - table[i]!)).toBeLessThan(5.1e-7);
  });

  test('z* is a rest point, q(z*) = q_N, and free riding lies between the greedy and the planner’s share', () => {
    fc.assert(
      fc.property(uniform(0.1, 5), logUniform(1.01, 1000), (c, m) => {
        const labs = { ...labsOf(m), c };
        const z = nashRatio(labs);
        expect(Math.abs((1 + c) * m * z * z - m * z - c)).toBeLessThan(1e-14 * m * (1 + c));
        // 1 − z* = (m − 1)·q_N·z* is all that is left of z*'s digits.
        const lost = 1 / ((m - 1) * nashShare(labs));
        expect(relative(nashShareAt({ ...labs, z }), nashShare(labs))).toBeLessThan(2e-15 * (1 + lost));
        expect(nashShare(labs)).toBeLessThan(c / (1 + 2 * c));
        expect(nashShare(labs)).toBeGreaterThan(greedyShare(labs));
      }),
      { seed: SEED, numRuns: 500 },
    );
    expect(() => nashShareAt({ N: 2, c: 1, z: 0.9 })).toThrow(/^sigma: /);
    expect(() => nashShareAt({ N: 2, sigma: 1, c: 1, z: 0.4 })).toThrow(/^z: /);
  });
});
