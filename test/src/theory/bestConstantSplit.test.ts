import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestConstantSplit,
  bestConstantSplitAtHorizon,
  blowUpTime,
  constantTrainingOnset,
  flow,
  hypergeometric,
  minimalBlowUpTime,
} from '../../../src/theory/index.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

/** c, x = K0/T0^(1+c), best q, its blow-up time, the least blow-up time over all controls. */
const TABLE = [
  [0.5, 0.0001, 0.0718440918111, 14.995800519458, 13.903487552536],
  [0.5, 0.01, 0.112961460485, 9.942871060917, 9.298317366548],
  [0.5, 0.1, 0.157122951723, 7.321269469343, 6.995732273554],
  [0.5, 2, 0.25, 4, 4],
  [0.5, 1, 0.227483865675, 4.720242426464, 4.69314718056],
  [0.5, 10, 0.292040290169, 2.579704859181, 2.531615964392],
  [0.5, 100, 0.321468929623, 1.265450788576, 1.211487927468],
  [0.5, 1e6, 0.33330037847, 0.059887361917, 0.056695447245],
  [1, 0.0001, 0.0810873779867, 13.419394806667, 12.210340371976],
  [1, 0.01, 0.139059958549, 8.28321075386, 7.605170185988],
  [1, 0.1, 0.211617781887, 5.585311072455, 5.302585092994],
  [1, 1, 0.333333333333, 3, 3],
  [1, 10, 0.434302088127, 1.224981902721, 1.164911064067],
  [1, 100, 0.477993953948, 0.42494113341, 0.39],
  [1, 1e6, 0.499774968309, 0.004440883599, 0.003999],
  [2, 0.0001, 0.0894853243056, 12.270963115016, 11.017193191416],
  [2, 0.01, 0.167213312761, 7.054251795316, 6.412023005428],
  [2, 0.1, 0.277033542387, 4.297962394694, 4.109437912434],
  [2, 0.5, 0.4, 2.5, 2.5],
  [2, 1, 0.453531070186, 1.859318447571, 1.834822362263],
  [2, 10, 0.577195586235, 0.557628003859, 0.510743963734],
  [2, 100, 0.629453915884, 0.137734308211, 0.12158079822],
  [2, 1e6, 0.665139295215, 0.000328087537, 0.000282482236],
] as const;

describe('bestConstantSplit(…)', () => {
  test.each(TABLE)('c = %d, x = %d: q = %d, t* = %d (all controls: %d)', (c, x, q, time, least) => {
    const start = { K0: x, T0: 1, c };
    const best = bestConstantSplit(start);
    // The table prints 12 digits of q and 12 decimals of the times.
    expect(relative(best.q, q)).toBeLessThan(5e-12);
    expect(Math.abs(best.blowUpTime - time)).toBeLessThan(6e-13);
    expect(Math.abs(minimalBlowUpTime(start) - least)).toBeLessThan(6e-13);
  });

  test('is c/(1+2c) at x = 1/c, and blows up with the turnpike', () => {
    fc.assert(
      fc.property(uniform(0.05, 5), logUniform(0.1, 10), (c, T0) => {
        const start = { K0: T0 ** (1 + c) / c, T0, c };
        const best = bestConstantSplit(start);
        expect(relative(best.q, c / (1 + 2 * c))).toBeLessThan(1e-14);
        expect(relative(best.blowUpTime, minimalBlowUpTime(start))).toBeLessThan(5e-15);
      }),
      { seed: SEED },
    );
  });

  test('is parity c/(1+c) from T0 = 0, and falls to 0 with x', () => {
    expect(bestConstantSplit({ K0: 2, T0: 0, c: 1.5 }).q).toBe(0.6);
    expect(relative(bestConstantSplit({ K0: 1e30, T0: 1, c: 1.5 }).q, 0.6)).toBeLessThan(1e-9);
    expect(bestConstantSplit({ K0: 1e-300, T0: 1, c: 1 }).q).toBeLessThan(1.5e-3);
  });

  test('solves q·F·(1−X) = β·(1−X·F), and no other share blows up sooner', () => {
    fc.assert(
      fc.property(starts(), uniform(0.001, 0.999), (start, other) => {
        const { q, blowUpTime: least } = bestConstantSplit(start);
        const beta = start.c / (1 + start.c);
        const X = (((1 + start.c) * q) / (1 - q)) * (start.K0 / start.T0 ** (1 + start.c));
        const F = hypergeometric(X, beta);
        // Terms of size 1 + X·F.
        expect(Math.abs(q * F * (1 - X) - beta * (1 - X * F)) / (1 + X * F)).toBeLessThan(1e-14);
        expect(least).toBeLessThanOrEqual(blowUpTime({ ...start, q: other }) * (1 + 4e-15));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe('bestConstantSplitAtHorizon(…)', () => {
  test.each([
    // c, horizon, q (6 decimals), K (8 digits), from K0 = T0 = 1
    [0.5, 1.4160727, 0, 4.1209047],
    [0.5, 2.3601212, 0.078067, 11.091129],
    [0.5, 3.3041697, 0.167753, 48.973894],
    [1, 0.9, 0, 2.4596031],
    [1, 1.5, 0.096398, 4.587345],
    [1, 2.1, 0.235821, 11.888339],
    [1, 2.4, 0.277851, 26.029711],
    [1, 2.7, 0.309379, 101.80372],
    [1, 2.85, 0.322171, 403.36282],
    [1, 2.97, 0.331221, 10015.86],
    [1, 2.997, 0.333125, 1000156.5],
    [2, 0.9296592, 0.144609, 2.5880337],
    [2, 1.3015229, 0.326407, 4.9502803],
  ])('c = %d, horizon %d: q = %d, K = %d', (c, horizon, q, K) => {
    const best = bestConstantSplitAtHorizon({ K0: 1, T0: 1, c, horizon });
    expect(Math.abs(best.q - q)).toBeLessThan(6e-7);
    // Eight printed digits; the horizons of c = ½ and 2 are themselves rounded to eight.
    expect(relative(best.K, K)).toBeLessThan(3e-7);
  });

  test('onset: c·x·(e^y − 1 − y) = y, for c = ½, 1, 2 at x = 1', () => {
    for (const [c, expected] of [
      [0.5, 1.9038136944],
      [1, 1.2564312086],
      [2, 0.7626885609],
    ] as const)
      expect(Math.abs(constantTrainingOnset({ K0: 1, T0: 1, c }) - expected)).toBeLessThan(6e-11);
    expect(constantTrainingOnset({ K0: 1, T0: 0, c: 1 })).toBe(0);
    // Chips abundant: y → 2/(c·x). Training abundant: y → ln(y/(c·x)).
    expect(relative(constantTrainingOnset({ K0: 1e9, T0: 1, c: 1 }), 2e-9)).toBeLessThan(1e-9);
    const late = constantTrainingOnset({ K0: 1e-20, T0: 1, c: 1 });
    expect(relative(late, Math.log(late * 1e20))).toBeLessThan(1e-12);
  });

  test('is 0 up to the onset and above 0 after it', () => {
    fc.assert(
      fc.property(starts(), (start) => {
        const onset = constantTrainingOnset(start);
        expect(bestConstantSplitAtHorizon({ ...start, horizon: 0.999 * onset }).q).toBe(0);
        expect(bestConstantSplitAtHorizon({ ...start, horizon: 1.001 * onset }).q).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('no constant share has more chips at the horizon', () => {
    fc.assert(
      fc.property(starts(), uniform(0.05, 0.97), (start, part) => {
        const horizon = part * bestConstantSplit(start).blowUpTime;
        const { K } = bestConstantSplitAtHorizon({ ...start, horizon });
        for (let q = 0; q < 0.99; q += 0.03)
          // The flow's error, 1e-13, amplified near the blow-up.
          expect(flow({ ...start, q, t: horizon }).K).toBeLessThanOrEqual(K * (1 + 3e-12));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('tends to the fastest share, and gives Infinity from its blow-up on', () => {
    const start = { K0: 3, T0: 1, c: 0.7 };
    const fastest = bestConstantSplit(start);
    const near = bestConstantSplitAtHorizon({ ...start, horizon: fastest.blowUpTime * (1 - 1e-6) });
    expect(Math.abs(near.q - fastest.q)).toBeLessThan(1e-5);
    expect(bestConstantSplitAtHorizon({ ...start, horizon: fastest.blowUpTime * 1.01 })).toEqual({
      q: fastest.q,
      K: Number.POSITIVE_INFINITY,
    });
  });

  test('is parity at every horizon from T0 = 0', () => {
    for (const horizon of [0.01, 1, 2])
      expect(bestConstantSplitAtHorizon({ K0: 1, T0: 0, c: 1, horizon }).q).toBe(0.5);
  });
});
