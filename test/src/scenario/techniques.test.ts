import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchangeCounts, type Rung, rungOf, rungsOf } from '../../../src/scenario/rungs.ts';
import { noTechniques, type TechniqueId, techniqueOf, techniques } from '../../../src/scenario/techniques.ts';
import * as theory from '../../../src/theory/index.ts';

const ids = techniques.map(({ id }) => id);
const saved = (rungs: readonly Rung[]) => rungs.reduce((sum, { slope, span }) => sum + slope * span, 0);
const trained = (rungs: readonly Rung[]) => rungs.reduce((sum, { span }) => sum + span, 0);
const bare = ({ slope, span }: Rung) => ({ slope, span });

describe('the techniques of S4', () => {
  test('its table, and the slopes to two digits', () => {
    expect(techniques.map(({ id, training, inference }) => [id, training, inference])).toEqual([
      ['scaling-policy', 1.2, 0.7],
      ['mcts', 1.6, 1.6],
      ['pruning', 1, 1],
      ['cheap-verification', 3, 6],
      ['expensive-verification', 1, 1.45],
    ]);
    const slopes = ids.map((id) => rungOf(id)?.slope.toFixed(2));
    expect(slopes).toEqual(['0.58', '1.00', '1.00', '2.00', '1.45']);
    expect(Object.keys(noTechniques)).toEqual(['chain-of-thought']);
    expect(() => techniqueOf('quantization')).toThrow(
      /technique: got "quantization"; allowed: scaling-policy/,
    );
  });

  test('interference is mutual', () => {
    for (const { id, interferesWith } of techniques)
      for (const other of interferesWith) expect(techniqueOf(other).interferesWith).toContain(id);
  });

  test('a whole rung exchanges exactly the spans of the table', () => {
    for (const { id, training, inference } of techniques) {
      expect(trained([rungOf(id) as Rung])).toBeCloseTo(training, 15);
      expect(saved([rungOf(id) as Rung])).toBeCloseTo(inference, 15);
    }
  });

  test('effects of scale: pruning and cheap verification; the others have none', () => {
    expect(rungOf('pruning', 2)).toMatchObject({ slope: 2, span: 1.16 / 2 });
    expect(rungOf('cheap-verification', 2)).toMatchObject({ slope: 7.5 / 4.5, span: 4.5 });
    for (const id of ['scaling-policy', 'mcts', 'expensive-verification'] as const)
      expect(rungOf(id, 3)).toEqual(rungOf(id));
  });

  test('perfect performance ends the rung of MCTS alone', () => {
    expect(ids.filter((id) => rungOf(id)?.endsWhenPerfect)).toEqual(['mcts']);
  });

  test('an exchange counts only when better than 6:1, either way', () => {
    expect([1 / 6, 6, 0.1, 7].map(exchangeCounts)).toEqual([false, false, false, false]);
    expect([0.17, 1, 5.99].map(exchangeCounts)).toEqual([true, true, true]);
    expect(rungOf('pruning', 9.9)).not.toBeNull();
    expect(rungOf('pruning', 10)).toBeNull();
    // Slope 1 − 0.5·1.7 = 0.15: too little for what it costs.
    expect(rungOf('pruning', -1.7)).toBeNull();
  });
});

describe('the theory, which has S4’s table on its own', () => {
  const measured = theory.TECHNIQUES.filter(({ training }) => training !== null);

  test('has the same techniques', () => {
    expect(
      techniques.map(({ id, training, inference, perOom }) => [id, training, inference, perOom]),
    ).toEqual(measured.map(({ name, training, inference, perOom }) => [name, training, inference, perOom]));
    for (const { name, interferesWith, vanishesWhenPerfect } of measured) {
      const { interferesWith: others, endsWhenPerfect } = techniqueOf(name);
      expect([others, endsWhenPerfect]).toEqual([interferesWith, vanishesWhenPerfect]);
    }
    const unmeasured = theory.TECHNIQUES.filter(({ training }) => training === null);
    expect(Object.keys(noTechniques)).toEqual(unmeasured.map(({ name }) => name));
  });

  test('makes the same rungs of any set at any scale', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.double({ min: -3, max: 12, noNaN: true }), (set, ooms) => {
        expect(rungsOf(set, ooms).map(bare)).toEqual(theory.combinedRungs(set, { ooms }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('techniques together', () => {
  test('overtraining and pruning exclude each other, overtraining and MCTS add up', () => {
    expect(rungsOf(['scaling-policy', 'pruning']).map(bare)).toEqual([{ slope: 1, span: 1 }]);
    expect(rungsOf(['scaling-policy', 'mcts']).map(bare)).toEqual([
      { slope: 1, span: 1.6 },
      { slope: 0.7 / 1.2, span: 1.2 },
    ]);
  });

  test('scale decides who of two that interfere counts', () => {
    // At x = −1.5 pruning saves 1 − 0.12 = 0.88 OOM, still more than 0.7; at −4 it saves 0.68, but its exchange counts no more.
    expect(rungsOf(['scaling-policy', 'pruning'], -1.5).map(({ technique }) => technique)).toEqual([
      'pruning',
    ]);
    expect(rungsOf(['scaling-policy', 'pruning'], -1.7).map(({ technique }) => technique)).toEqual([
      'scaling-policy',
    ]);
  });

  test('two count, the steepest first, cut at 3 OOM of inference', () => {
    // 1.45 OOM of expensive verification leave 1.55 of the 1.6 of MCTS.
    const [first, second, ...more] = rungsOf(['mcts', 'scaling-policy', 'expensive-verification']);
    expect(first).toMatchObject({ technique: 'expensive-verification', slope: 1.45, span: 1 });
    expect(second.technique).toBe('mcts');
    expect(second.span).toBeCloseTo(1.55, 14);
    expect(more).toEqual([]);
  });

  test('any set gives at most 2–3 OOM, 6 or more only with cheap verification, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids),
        fc.double({ min: -1, max: 3, noNaN: true }),
        (set: TechniqueId[], x) => {
          const rungs = rungsOf(set, x);
          expect(rungsOf([...set].reverse(), x)).toEqual(rungs);
          if (!set.includes('cheap-verification')) {
            expect(rungs.length).toBeLessThanOrEqual(2);
            // 3, and the rounding of a product of quotients.
            expect(Math.max(saved(rungs), trained(rungs))).toBeLessThanOrEqual(3 + 1e-12);
          } else if (x >= 0) expect(saved(rungs)).toBeGreaterThanOrEqual(6 - 1e-12);
          const slopes = rungs.map(({ slope }) => slope);
          expect(slopes).toEqual([...slopes].sort((a, b) => b - a));
        },
      ),
      { numRuns: 300 },
    );
  });
});
