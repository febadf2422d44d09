import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointAtClock } from '../../../src/theory/elapsedClock.ts';
import { blowUpTime, firstIntegral, flow } from '../../../src/theory/index.ts';
import { unitSplit } from '../../../src/theory/unitSplit.ts';
import { errors, timeTo } from './highPrecision.ts';
import { logUniform, relative, SEED, starts, uniform } from './random.ts';

/** Either corner, or between them. */
const shares = fc.oneof(
  { weight: 8, arbitrary: uniform(0.01, 0.99) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

const figure1 = { K0: 1, T0: 1, c: 1, q: 0.5 };

describe('Figure 1 of S1 (K0 = T0 = c = 1, q = ½)', () => {
  test('blows up at π', () => {
    expect(relative(blowUpTime(figure1), Math.PI)).toBeLessThan(1e-15);
    expect(blowUpTime({ ...figure1, q: 1 / 3 })).toBeCloseTo(3, 14);
  });

  test('is K = 1/(1 − sin(t/2)), T = tan(t/4 + π/4)', () => {
    for (let t = 0; t < 3; t += 0.125) {
      const { K, T } = flow({ ...figure1, t });
      // 1 − sin loses half the digits of t* − t in the comparison formula itself; 1e-14 where it does not.
      const tolerance = 1e-14 / Math.min(1, Math.PI - t);
      expect(relative(K, 1 / (1 - Math.sin(t / 2)))).toBeLessThan(tolerance);
      expect(relative(T, Math.tan(t / 4 + Math.PI / 4))).toBeLessThan(tolerance);
    }
  });

  test('has the values of the 30-digit Taylor solution', () => {
    const K: [number, number][] = [
      [0.5, 1.3287340696204821],
      [1.5, 3.141085893726556],
      [2.5, 19.6019315619769],
      [3, 399.19946201426575],
    ];
    // The clock: ε·t/(t*−t) times the exponent 2, 1e-14 at t = 3.
    for (const [t, expected] of K) expect(relative(flow({ ...figure1, t }).K, expected)).toBeLessThan(1e-14);
    expect(relative(flow({ ...figure1, t: 3 }).T, 28.238252850141624)).toBeLessThan(1e-14);
  });
});

describe('blow-up times of the check tables (30-digit Taylor solutions)', () => {
  test.each([
    [1, 1, 2, 0.5, 2.492900960560922],
    [1, 0.5, 1, 0.5, 4],
    [1, 2, 1, 0.5, 2.4183991523122903],
    [1, 1, 1, 0.25, 3.0413839852037854],
    [1, 1.5, 1, 0.25, 2.6666666666666665],
    [0.5, 1, 1, 0.5, 5.409865551165058],
    [0.5, 0.05, 1, 0.3, 8.622913425507532],
    [0.5, 20, 1, 0.6, 2.4844041141634845],
    [1, 0.05, 1, 0.3, 6.591939657336519],
    [1, 20, 1, 0.6, 0.9382295318323656],
    [2, 1, 1, 0.5, 1.8655552229867294],
    [2, 0.05, 1, 0.3, 5.172006986941559],
    [2, 20, 1, 0.6, 0.37091789084700966],
    [0.3, 1, 1, 0.5, 8.246228102791896],
    [0.3, 0.05, 1, 0.3, 10.879004433101683],
    [0.3, 20, 1, 0.6, 5.031436489520945],
    [3.7, 1, 1, 0.5, 1.1843954782855388],
    [3.7, 0.05, 1, 0.3, 4.1791416587618775],
    [3.7, 20, 1, 0.6, 0.17521711281816466],
  ])('c = %d, K0 = %d, T0 = %d, q = %d: %d', (c, K0, T0, q, expected) => {
    // F to 2e-15 and three powers.
    expect(relative(blowUpTime({ c, K0, T0, q }), expected)).toBeLessThan(4e-15);
  });

  test('from T0 = 0', () => {
    expect(relative(blowUpTime({ c: 1, K0: 1, T0: 0, q: 0.5 }), Math.SQRT2 * Math.PI)).toBeLessThan(1e-15);
    expect(relative(blowUpTime({ c: 1, K0: 1, T0: 0, q: 1 / 3 }), 1.5 * Math.PI)).toBeLessThan(1e-15);
    // Against quadrature, K0 = 1, q = 0.4.
    for (const [c, expected] of [
      [0.5, 6.045997880780726],
      [1, 4.534498410585545],
      [2, 3.8087399988077154],
    ] as const)
      expect(relative(blowUpTime({ c, K0: 1, T0: 0, q: 0.4 }), expected)).toBeLessThan(2e-15);
    // And as the limit of a small T0, off by T0/(q·K0).
    for (const c of [0.5, 1, 2]) {
      const limit = blowUpTime({ c, K0: 1, T0: 0, q: 0.5 });
      // Beyond that, T0^(2+c).
      expect(relative(blowUpTime({ c, K0: 1, T0: 1e-9, q: 0.5 }), limit - 2e-9)).toBeLessThan(2e-14);
    }
  });

  test('are Infinity without training or without inference', () => {
    expect(blowUpTime({ ...figure1, q: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(blowUpTime({ ...figure1, q: 1 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('flow(…)', () => {
  test('returns the start exactly at t = 0', () => {
    fc.assert(
      fc.property(starts(), uniform(0, 1), (start, q) => {
        const { K, T } = flow({ ...start, q, t: 0 });
        expect(K).toBe(start.K0);
        expect(T).toBe(start.T0);
      }),
      { seed: SEED },
    );
  });

  test('is within 1e-12 of a 30-digit quadrature up to 0.9 of the blow-up time', () => {
    const when = fc.oneof(uniform(0, 0.9), logUniform(1e-8, 1), fc.constant(1)).map((x) => Math.min(0.9, x));
    let worst = 0;
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), when, (start, q, part) => {
        const t = part * blowUpTime({ ...start, q });
        fc.pre(t > 0);
        const { K, T } = flow({ ...start, q, t });
        const error = errors({ ...start, q }, t, K, T);
        worst = Math.max(worst, error.K, error.T);
        // The bar. Half of it is not reached: rounding t alone costs ((1+c)/c)·ε·t/(t*−t) ≤ 2e-14 here.
        expect(error.K).toBeLessThan(1e-12);
        expect(error.T).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: 80 },
    );
    // 7e-14 in 2000 cases, and no run should hide a tenfold loss behind the bar.
    expect(worst).toBeLessThan(3e-13);
  });

  test('is within 1e-12 of it from T0 = 0', () => {
    for (const c of [0.3, 1, 2.5])
      for (const part of [1e-6, 0.1, 0.5, 0.6, 0.9]) {
        const start = { K0: 3, T0: 0, c, q: 0.4 };
        const t = part * blowUpTime(start);
        const { K, T } = flow({ ...start, t });
        const error = errors(start, t, K, T);
        expect(Math.max(error.K, error.T)).toBeLessThan(1e-12);
      }
  });

  test('the quadrature it is measured by has converged', () => {
    for (const x of [1e-4, 1, 1e4])
      for (const c of [0.1, 5]) {
        const start = { K0: x, T0: 1, c, q: 0.3 };
        const difference = timeTo(start, 50)
          .div(timeTo(start, 50, 12))
          .minus(1);
        expect(difference.abs().toNumber()).toBeLessThan(1e-15);
      }
  });

  test('at c = 1 the elementary and the general form agree', () => {
    fc.assert(
      fc.property(logUniform(1e-5, 1e3), uniform(0.02, 0.98), uniform(0.01, 0.45), (x, q, part) => {
        const X = (2 * q * x) / (1 - q);
        const unit = unitSplit(x, 1, q);
        const t = part * unit.blowUpTime;
        const point = pointAtClock((1 - q) * t, X, 0.5);
        const exact = unit.after(t);
        // Below half the blow-up time nothing is amplified: rounding of a few dozen operations.
        expect(relative(point.growth, exact.growth)).toBeLessThan(2e-14);
        expect(relative(Math.sqrt(point.power), exact.T)).toBeLessThan(2e-14);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('keeps the first integral', () => {
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), uniform(0.01, 0.9), (start, q, part) => {
        const t = part * blowUpTime({ ...start, q });
        const { K, T } = flow({ ...start, q, t });
        const before = firstIntegral({ K: start.K0, T: start.T0, c: start.c, q });
        const after = firstIntegral({ K, T, c: start.c, q });
        // A difference of numbers of size K: compared with K, to the flow's own error.
        expect(Math.abs(after - before) / Math.max(K, Math.abs(before))).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('has no memory: two steps are one', () => {
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), uniform(0.01, 0.8), uniform(0, 1), (start, q, part, cut) => {
        const t = part * blowUpTime({ ...start, q });
        const first = cut * t;
        const half = flow({ ...start, q, t: first });
        const two = flow({ K0: half.K, T0: half.T, c: start.c, q, t: t - first });
        // Two errors of 1e-13, the first amplified by at most (1+c)/c·t*/(t*−t) ≤ 55.
        expect(relative(two.K, flow({ ...start, q, t }).K)).toBeLessThan(2e-12);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('is Infinity at and past the blow-up, and finite just before', () => {
    fc.assert(
      fc.property(starts(0.3, 5), uniform(0.02, 0.98), (start, q) => {
        const end = blowUpTime({ ...start, q });
        expect(flow({ ...start, q, t: end }).K).toBe(Number.POSITIVE_INFINITY);
        expect(flow({ ...start, q, t: 2 * end }).T).toBe(Number.POSITIVE_INFINITY);
        expect(flow({ ...start, q, t: 0.999 * end }).K).toBeLessThan(Number.POSITIVE_INFINITY);
        expect(flow({ ...start, q, t: 0.999 * end }).blowUpTime).toBe(end);
      }),
      { seed: SEED },
    );
  });

  test('q = 0 grows exponentially, q = 1 trains linearly', () => {
    expect(relative(flow({ K0: 2, T0: 9, c: 0.5, q: 0, t: 1.5 }).K, 2 * Math.exp(4.5))).toBeLessThan(1e-15);
    expect(flow({ K0: 2, T0: 9, c: 0.5, q: 0, t: 1.5 }).T).toBe(9);
    expect(flow({ K0: 2, T0: 9, c: 0.5, q: 1, t: 1.5, b: 3 })).toMatchObject({ K: 2, T: 18 });
  });

  test('a and b only rescale: K → bK/a, t → at', () => {
    fc.assert(
      fc.property(starts(), shares, logUniform(0.1, 10), logUniform(0.1, 10), (start, q, a, b) => {
        const t = q === 0 || q === 1 ? 0.5 : 0.6 * blowUpTime({ ...start, q, a, b });
        const direct = flow({ ...start, q, t, a, b });
        const scaled = flow({ ...start, K0: (b * start.K0) / a, q, t: a * t });
        // Two roundings of the inputs, amplified at most 30-fold.
        expect(relative(direct.K, (scaled.K * a) / b)).toBeLessThan(2e-13);
        expect(relative(direct.T, scaled.T)).toBeLessThan(2e-13);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('scale symmetry: (K, T, t) → (h^(1+c)·K, h·T, h^(−c)·t)', () => {
    fc.assert(
      fc.property(starts(), uniform(0.02, 0.98), logUniform(0.1, 10), (start, q, h) => {
        const { K0, T0, c } = start;
        const t = 0.6 * blowUpTime({ ...start, q });
        const small = flow({ ...start, q, t });
        const large = flow({ K0: h ** (1 + c) * K0, T0: h * T0, c, q, t: h ** -c * t });
        expect(relative(large.K, h ** (1 + c) * small.K)).toBeLessThan(2e-13);
        expect(relative(large.T, h * small.T)).toBeLessThan(2e-13);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('c → 0 is K0·e^((1−q)t)', () => {
    const c = 1e-9;
    // The correction is c·ln T.
    expect(relative(flow({ K0: 1, T0: 1, c, q: 0.25, t: 2 }).K, Math.exp(1.5))).toBeLessThan(1e-8);
  });
});
