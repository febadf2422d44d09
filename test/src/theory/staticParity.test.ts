import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestMix, parityShare, parityShareFor, tradeForTraining } from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, uniform } from './random.ts';

describe('S3’s static parity', () => {
  test('is α/(α+β), c/(1+c) with c = α/β', () => {
    expect(parityShare({ alpha: 2, beta: 1 })).toBe(2 / 3);
    expect(parityShareFor(2)).toBe(2 / 3);
    expect(parityShare({ alpha: 0.7, beta: 1.3 })).toBeCloseTo(0.35, 15);
  });

  test('its worked examples: 150 + 150 can be had for 283.48, 200 + 100 only for 314.88', () => {
    const trade = { alpha: 2, beta: 1, ooms: 0.1 };
    expect(tradeForTraining({ ...trade, training: 150, inference: 150 }).total).toBeCloseTo(283.48, 2);
    expect(tradeForTraining({ ...trade, training: 200, inference: 100 }).total).toBeCloseTo(314.88, 2);
    expect(cheapestMix({ alpha: 2, beta: 1, training: 200, inference: 100 })).toMatchObject({
      ooms: 0,
      total: 300,
    });
  });

  test('its first example: 1 + 100 zettaFLOP become 10 + 10', () => {
    const best = cheapestMix({ alpha: 1, beta: 1, training: 1, inference: 100 });
    expect(best.ooms).toBe(1);
    expect(best.total).toBeCloseTo(20, 12);
  });

  test('the cheapest mix trains the parity share, and every other costs more', () => {
    fc.assert(
      fc.property(
        uniform(0.1, 3),
        uniform(0.1, 3),
        logUniform(1e-3, 1e3),
        uniform(-1, 1),
        (alpha, beta, inference, ooms) => {
          const best = cheapestMix({ alpha, beta, training: 1, inference });
          // Two powers of ten, whose exponent of up to 4 is known to 4·ε·ln 10.
          expect(relative(best.training / best.total, parityShare({ alpha, beta }))).toBeLessThan(1e-13);
          const { training, inference: served } = best;
          const other = tradeForTraining({ alpha, beta, training, inference: served, ooms });
          expect(other.total).toBeGreaterThanOrEqual(best.total * (1 - 1e-15));
          // Equal performance: T^(1/β)·I^(1/α) is what S3's frontier keeps.
          const performance = (mix: { training: number; inference: number }): number =>
            Math.log(mix.training) / beta + Math.log(mix.inference) / alpha;
          expect(Math.abs(performance(other) - performance({ training: 1, inference }))).toBeLessThan(1e-11);
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
