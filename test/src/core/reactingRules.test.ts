import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relative, simulate } from './harness.ts';

/** First splits of labs with these T₀, all of one group. */
function firstSplits(T0: number[], rule: object, economy: object = {}): number[] {
  const simulation = simulate({
    clock: { h: 1e-3, until: 1e-3 },
    economy,
    groups: [{ count: T0.length, K0: 1, T0: { distribution: 'list', values: T0 }, rule }],
  });
  simulation.advance(1);
  return [...simulation.economies[0].groups[0].q];
}

const level = fc.double({ min: 1e-3, max: 10, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const positive = fc.double({ min: 0, max: 10, noNaN: true });

describe('race', () => {
  it('is 1 − (1 − q₀)·(T/T_leader)^γ; the leader plays q₀', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 9 }), share, positive, (T0, q, gain) => {
        const leader = Math.max(...T0);
        const got = firstSplits(T0, { type: 'race', q, gain });
        got.forEach((x, i) => {
          expect(Math.abs(x - (1 - (1 - q) * (T0[i] / leader) ** gain))).toBeLessThan(1e-14);
          expect(x).toBeGreaterThanOrEqual(q);
          expect(x).toBeLessThanOrEqual(1);
          if (T0[i] === leader) expect(x).toBe(q);
        });
      }),
    );
  });

  it('rises with the gap and with the gain', () => {
    fc.assert(
      fc.property(level, level, share, positive, positive, (one, other, q, gain, more) => {
        const [near, far] = [Math.max(one, other), Math.min(one, other)];
        const [, nearer, further] = firstSplits([10, near, far], { type: 'race', q, gain });
        expect(further).toBeGreaterThanOrEqual(nearer);
        const [, , keener] = firstSplits([10, near, far], { type: 'race', q, gain: gain + more });
        expect(keener).toBeGreaterThanOrEqual(further);
      }),
    );
    // And strictly where there is something to see.
    const splits = [0.5, 1, 2].map((gain) => firstSplits([4, 2, 1], { type: 'race', q: 0.2, gain }));
    for (const [leader, second, third] of splits) {
      expect(leader).toBe(0.2);
      expect(second).toBeGreaterThan(leader);
      expect(third).toBeGreaterThan(second);
    }
    expect(splits[1][2]).toBeGreaterThan(splits[0][2]);
    expect(splits[2][2]).toBeGreaterThan(splits[1][2]);
    expect(relative(splits[1][2], 1 - 0.8 / 4)).toBeLessThan(1e-15);
  });

  it('chases leaders of other groups too', () => {
    const simulation = simulate({
      clock: { h: 0.01, until: 0.01 },
      groups: [
        { name: 'behind', T0: 1, rule: { type: 'race', q: 0.5, gain: 1 } },
        { name: 'ahead', T0: 2, rule: { type: 'fixed', q: 0 } },
      ],
    });
    simulation.advance(1);
    expect(simulation.economies[0].groups[0].q[0]).toBe(0.75);
  });
});

describe('free ride', () => {
  it('is the turnpike’s split times own/(own + r·σ·others)', () => {
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 9 }),
        share,
        positive,
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (T0, sigma, reliance, c) => {
          const total = T0.reduce((sum, T) => sum + T, 0);
          firstSplits(T0, { type: 'freeRide', reliance }, { sigma, c }).forEach((q, i) => {
            const expected = ((c / (1 + 2 * c)) * T0[i]) / (T0[i] + reliance * sigma * (total - T0[i]));
            // The others' total is a difference of sums: its rounding is that of the whole total.
            expect(Math.abs(q - expected)).toBeLessThan(1e-14 * (1 + (reliance * total) / T0[i]));
          });
        },
      ),
    );
  });

  it('falls with σ, with the reliance and with what others have trained', () => {
    fc.assert(
      fc.property(
        level,
        level,
        level,
        share,
        share,
        positive,
        positive,
        (own, other, more, s1, s2, r1, r2) => {
          const [low, high] = [Math.min(s1, s2), Math.max(s1, s2)];
          const q = (sigma: number, reliance: number, others: number) =>
            firstSplits([own, others], { type: 'freeRide', reliance }, { sigma })[0];
          const few = Math.min(r1, r2);
          const many = Math.max(r1, r2);
          // Neighbouring values may round to the same or the next double.
          const slack = 1 + 1e-15;
          expect(q(high, few, other)).toBeLessThanOrEqual(q(low, few, other) * slack);
          expect(q(low, many, other)).toBeLessThanOrEqual(q(low, few, other) * slack);
          expect(q(low, few, other + more)).toBeLessThanOrEqual(q(low, few, other) * slack);
        },
      ),
    );
    const [alone, some, all] = [0, 0.5, 1].map(
      (sigma) => firstSplits([1, 1, 1], { type: 'freeRide' }, { sigma })[0],
    );
    expect(some).toBeLessThan(alone);
    expect(all).toBeLessThan(some);
  });

  it('without spillover, without reliance or alone is ĉ/(1+2ĉ)', () => {
    expect(firstSplits([1, 5], { type: 'freeRide' })).toEqual([1 / 3, 1 / 3]);
    expect(firstSplits([1, 5], { type: 'freeRide', reliance: 0 }, { sigma: 1 })).toEqual([1 / 3, 1 / 3]);
    expect(firstSplits([0.3], { type: 'freeRide' }, { sigma: 1, c: 2 })).toEqual([0.4]);
  });

  it('with equal labs falls as 1/m, m = 1 + σ(N − 1)', () => {
    const [q] = firstSplits(Array(10).fill(1), { type: 'freeRide' }, { sigma: 1 });
    expect(relative(q, 1 / 30)).toBeLessThan(1e-14);
  });
});
