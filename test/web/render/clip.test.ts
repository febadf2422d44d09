import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceClipped, walkBand } from '../../../web/render/clip.ts';
import { scaleOf } from '../../../web/render/scale.ts';

const rect = { x: 10, y: 20, width: 100, height: 50 };
const unit = scaleOf(rect, { x: [0, 1], y: [0, 1] });

function strokes(data: number[]): [number, number][][] {
  const found: [number, number][][] = [];
  traceClipped(Float32Array.from(data), unit, rect, {
    moveTo: (x, y) => found.push([[x, y]]),
    lineTo: (x, y) => found[found.length - 1].push([x, y]),
  });
  return found;
}

describe('traceClipped', () => {
  it('traces what is inside in one stroke, y upwards', () => {
    expect(strokes([0, 0, 0.5, 1, 1, 0])).toEqual([
      [
        [10, 70],
        [60, 20],
        [110, 70],
      ],
    ]);
  });

  it('cuts at the panel’s edges and goes on where the line comes back', () => {
    expect(strokes([0.5, 0.5, 0.5, 1.5, 0.75, 1.5, 0.75, 0.5])).toEqual([
      [
        [60, 45],
        [60, 20],
      ],
      [
        [85, 20],
        [85, 45],
      ],
    ]);
  });

  it('lifts the pen at NaN and at the logarithm of 0', () => {
    expect(strokes([0, 0, 0.5, 0, Number.NaN, Number.NaN, 0.5, 1, 1, 1])).toHaveLength(2);
    expect(strokes([0, Number.NEGATIVE_INFINITY, 0.5, 0.5, 1, 0.5])).toEqual([
      [
        [60, 45],
        [110, 45],
      ],
    ]);
  });

  it('crosses the whole panel between two ends outside', () => {
    expect(strokes([-1, 0.5, 2, 0.5])).toEqual([
      [
        [10, 45],
        [110, 45],
      ],
    ]);
    expect(strokes([-1, 2, 2, 2])).toEqual([]);
  });

  it('never leaves the panel and thins a crowded line without moving its end', () => {
    const ends = fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(ends, (data) => {
        for (const [x, y] of strokes(data).flat()) {
          expect(x).toBeGreaterThanOrEqual(10 - 1e-3);
          expect(x).toBeLessThanOrEqual(110 + 1e-3);
          expect(y).toBeGreaterThanOrEqual(20 - 1e-3);
          expect(y).toBeLessThanOrEqual(70 + 1e-3);
        }
      }),
    );
    const crowded = strokes(Array.from({ length: 20_001 }, (_, i) => [i / 20_000, 0.5]).flat());
    expect(crowded).toHaveLength(1);
    expect(crowded[0].length).toBeLessThan(300);
    expect(crowded[0].at(-1)).toEqual([110, 45]);
  });
});

it('walkBand holds a band inside its panel', () => {
  const seen: number[][] = [];
  const data = Float32Array.from([-1, 0.25, -1, 0.5, 0.5, -1, 0.5, 2, 2, 0.25, 2, 0.5]);
  walkBand(data, unit, rect, (...at) => seen.push(at));
  expect(seen).toEqual([
    [10, 57.5, 45],
    [60, 70, 20],
    [110, 57.5, 45],
  ]);
});
