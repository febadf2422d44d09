import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combinedRungs,
  exchangeCounts,
  ladder,
  ladderProductivity,
  localSlope,
  logG,
  queryCompute,
  TECHNIQUES,
  type TechniqueName,
  techniqueRung,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

const saved = (rungs: readonly { slope: number; span: number }[]): number =>
  rungs.reduce((sum, { slope, span }) => sum + slope * span, 0);
const trained = (rungs: readonly { span: number }[]): number =>
  rungs.reduce((sum, { span }) => sum + span, 0);

describe('the techniques of S4', () => {
  test('its table, and the slopes to two digits', () => {
    expect(TECHNIQUES.map(({ name, training, inference }) => [name, training, inference])).toEqual([
      ['scaling-policy', 1.2, 0.7],
      ['mcts', 1.6, 1.6],
      ['pruning', 1, 1],
      ['cheap-verification', 3, 6],
      ['expensive-verification', 1, 1.45],
      ['chain-of-thought', null, null],
    ]);
    const slopes = TECHNIQUES.map(({ slope }) => slope?.toFixed(2));
    expect(slopes).toEqual(['0.58', '1.00', '1.00', '2.00', '1.45', undefined]);
  });

  test('effects of scale: pruning, cheap verification, MCTS near perfection', () => {
    expect(techniqueRung('pruning', { ooms: 2 })).toEqual({ slope: 2, span: 1.16 / 2 });
    expect(techniqueRung('cheap-verification', { ooms: 2 })).toEqual({ slope: 7.5 / 4.5, span: 4.5 });
    expect(techniqueRung('mcts', { toPerfect: 0.3 })).toEqual({ slope: 1, span: 0.3 });
    expect(techniqueRung('mcts', { toPerfect: 5 })).toEqual({ slope: 1, span: 1.6 });
    expect(techniqueRung('mcts', { toPerfect: 0 })).toBeNull();
    expect(techniqueRung('chain-of-thought')).toBeNull();
    for (const name of ['scaling-policy', 'expensive-verification'] as const)
      expect(techniqueRung(name, { ooms: 3 })).toEqual(techniqueRung(name));
  });

  test('an exchange counts only when better than 6:1, either way', () => {
    expect([1 / 6, 6, 0.1, 7].map(exchangeCounts)).toEqual([false, false, false, false]);
    expect([0.17, 1, 5.99].map(exchangeCounts)).toEqual([true, true, true]);
    expect(techniqueRung('pruning', { ooms: 9.9 })).not.toBeNull();
    expect(techniqueRung('pruning', { ooms: 10 })).toBeNull();
  });

  test('overtraining and pruning exclude each other, overtraining and MCTS add up', () => {
    expect(combinedRungs(['scaling-policy', 'pruning'])).toEqual([{ slope: 1, span: 1 }]);
    expect(combinedRungs(['scaling-policy', 'mcts'])).toEqual([
      { slope: 1, span: 1.6 },
      { slope: 0.7 / 1.2, span: 1.2 },
    ]);
  });

  test('any set gives at most 2–3 OOM, 6 or more only with cheap verification', () => {
    const names = TECHNIQUES.map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray(names), uniform(-1, 3), (set, ooms) => {
        const rungs = combinedRungs(set as TechniqueName[], { ooms });
        const cheap = set.includes('cheap-verification');
        if (!cheap) {
          expect(rungs.length).toBeLessThanOrEqual(2);
          expect(Math.max(saved(rungs), trained(rungs))).toBeLessThanOrEqual(3 + 1e-12);
        } else if (ooms >= 0) expect(saved(rungs)).toBeGreaterThanOrEqual(6 - 1e-12);
        const slopes = rungs.map(({ slope }) => slope);
        expect(slopes).toEqual([...slopes].sort((x, y) => y - x));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(trained(combinedRungs(['mcts', 'pruning', 'scaling-policy']))).toBe(2.6);
  });

  test('√ rule: 5.5e11 FLOP a query for 3e23 of training, within a factor 2 of S4’s 3e11', () => {
    expect(relative(queryCompute(3e23), 5.477225575051661e11)).toBeLessThan(1e-15);
    expect(queryCompute(3e23) / 3e11).toBeLessThan(2);
  });
});

describe('a ladder', () => {
  test('of one rung without end is T^c', () => {
    fc.assert(
      fc.property(uniform(0.1, 5), logUniform(1e-3, 1e3), logUniform(1e-6, 1e6), (slope, T0, T) => {
        const on = ladder({ T0, rungs: [{ slope, span: Number.POSITIVE_INFINITY }] });
        // 10^(c·log10 T): ln(1e6)·5 roundings.
        expect(relative(ladderProductivity(on, T), T ** slope)).toBeLessThan(1e-13);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('of four rungs is exact on each, continuous at each joint, flat beyond the last', () => {
    const names = ['mcts', 'cheap-verification', 'scaling-policy', 'chain-of-thought'] as const;
    const rungs = [...combinedRungs(names), { slope: 0.3, span: 0.5 }];
    const on = ladder({ T0: 100, rungs });
    expect(on.slopes).toEqual([2, 1, 0.7 / 1.2, 0.3]);
    expect(on.breakpoints.map((x) => x.toFixed(12))).toEqual([5, 6.6, 7.8, 8.3].map((x) => x.toFixed(12)));
    // From log G = 2·2 at the anchor: 6 OOM, 1.6, 0.7 and 0.15.
    for (const [x, y] of [
      [-1, -2],
      [2, 4],
      [3.5, 7],
      [5, 10],
      [6, 11],
      [6.6, 11.6],
      [7.8, 12.3],
      [8.3, 12.45],
      [20, 12.45],
    ])
      expect(Math.abs(logG(on, x!) - y!)).toBeLessThan(1e-14 * 16);
    for (const joint of on.breakpoints)
      expect(Math.abs(logG(on, joint - 1e-9) - logG(on, joint + 1e-9))).toBeLessThan(5e-9);
    expect([0, 4, 5, 6, 7, 8, 9].map((x) => localSlope(on, x))).toEqual([2, 2, 1, 1, 0.7 / 1.2, 0.3, 0]);
  });

  test('with a limit ends a rung there, and the next begins; one that starts beyond it has no length', () => {
    const rungs = (limit: number) => [
      { slope: 2, span: 3 },
      { slope: 1, span: 1.6, limit },
      { slope: 0.5, span: 1 },
    ];
    const rounded = (limit: number) =>
      ladder({ T0: 10, rungs: rungs(limit) }).breakpoints.map((end) => Number(end.toFixed(12)));
    expect(rounded(10 ** 9)).toEqual([4, 5.6, 6.6]);
    expect(rounded(10 ** 4.7)).toEqual([4, 4.7, 5.7]);
    expect(rounded(1)).toEqual([4, 4, 5]);
    // From 2·1 at the anchor: 6 OOM, none, 0.5.
    expect(logG(ladder({ T0: 10, rungs: rungs(1) }), 9)).toBeCloseTo(8.5, 12);
    expect(() => ladder({ T0: 10, rungs: rungs(-1) })).toThrow(RangeError);
  });

  test('is concave above its anchor, whatever the rungs’ order', () => {
    const rung = fc.record({ slope: uniform(0, 3), span: logUniform(0.01, 5) });
    fc.assert(
      fc.property(fc.array(rung, { minLength: 1, maxLength: 6 }), (rungs) => {
        const on = ladder({ T0: 1, rungs });
        expect(ladder({ T0: 1, rungs: [...rungs].reverse() }).slopes).toEqual(on.slopes);
        expect(Math.abs(logG(on, 100) - saved(rungs))).toBeLessThan(1e-12);
        expect(on.slopes).toEqual([...on.slopes].sort((x, y) => y - x));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('refuses rungs without slope or span', () => {
    for (const rungs of [[], [{ slope: -1, span: 1 }], [{ slope: 1, span: 0 }], [{ slope: 1 }]])
      expect(() => ladder({ T0: 1, rungs: rungs as { slope: number; span: number }[] })).toThrow(RangeError);
  });
});
