import { describe, expect, it } from 'vitest';
import { niceCeil, niceDecades, niceStep } from '../../../web/worker/picture/nice.ts';

describe('nice numbers', () => {
  it('niceStep divides a span into five to fourteen steps of 1, 2 or 5 times a power of ten', () => {
    for (let span = 1e-3; span < 1e4; span *= 1.07) {
      const step = niceStep(span);
      expect(span / step).toBeGreaterThan(5 - 1e-9);
      expect(span / step).toBeLessThan(14.01);
      expect(['1', '2', '5']).toContain(step.toExponential(3)[0]);
    }
  });

  it('niceCeil is the least such multiple not below its argument', () => {
    expect([3.77, 4, 0.31, 101, 3.2].map(niceCeil)).toEqual([4, 4, 0.35, 110, 3.5]);
  });

  it('niceDecades rounds outward, so that it holds what it was given', () => {
    for (const [low, high] of [
      [-2.3, 3.1],
      [0, 0.4],
      [-0.05, 2.45],
      [-11, 7.2],
    ]) {
      const [from, to] = niceDecades(low, high);
      expect(from).toBeLessThanOrEqual(low + 1e-9);
      expect(to).toBeGreaterThanOrEqual(high - 1e-9);
      expect(to - from).toBeLessThan((high - low) * 1.6 + 0.2);
    }
  });
});
