import { describe, expect, it } from 'vitest';
import { mostSobolDimensions, sobolPoints } from '../../../../src/experiment/designs/index.ts';

/** The sequence's own 32-bit numbers, without the half of a last bit that keeps them off 0. */
const digits = (points: Float64Array[]) => points.map((point) => point.map((x) => Math.floor(x * 2 ** 32)));
const fractions = (points: Float64Array[]) =>
  digits(points).map((point) => [...point.map((x) => x / 2 ** 32)]);

/** FNV-1a of the little-endian bytes of a table of 32-bit numbers. */
function fnv(table: Float64Array[]): string {
  let hash = 0x811c9dc5;
  for (const row of table)
    for (const word of row)
      for (let shift = 0; shift < 32; shift += 8)
        hash = Math.imul(hash ^ ((word >>> shift) & 0xff), 0x01000193);
  return (hash >>> 0).toString(16);
}

describe('sobolPoints(n, d)', () => {
  it('begins like the sequence of Joe & Kuo’s own program', () => {
    expect(fractions(sobolPoints(8, 3))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
  });

  it('is the sequence of SciPy 1.17 (scipy.stats.qmc.Sobol, unscrambled) in all 128 dimensions, 1,024 points', () => {
    const points = sobolPoints(1024, 128);
    const dimensions = [0, 1, 2, 9, 39, 63, 127];
    expect(dimensions.map((j) => fractions([points[777]])[0][j])).toEqual([
      0.6923828125, 0.9365234375, 0.1630859375, 0.3232421875, 0.3583984375, 0.4267578125, 0.1181640625,
    ]);
    expect(fnv(digits(points))).toBe('eb3c85c5');
  });

  it('has one point in each of n strips of every axis, in any block of n = 2^m', () => {
    for (const skip of [0, 512, 512 * 7]) {
      const points = sobolPoints(512, mostSobolDimensions, skip);
      for (let j = 0; j < mostSobolDimensions; j++)
        expect(new Set(points.map((point) => Math.floor(point[j] * 512))).size, `axis ${j}`).toBe(512);
    }
  });

  it('has Sobol’s property A: one point of 2^d in each of the 2^d halves of the cube, up to d = 16', () => {
    for (let d = 1; d <= 16; d++) {
      const corners = new Set(
        sobolPoints(2 ** d, d).map((point) => point.reduce((code, x) => 2 * code + (x < 0.5 ? 0 : 1), 0)),
      );
      expect(corners.size, `d = ${d}`).toBe(2 ** d);
    }
  });

  it('is a (0, m, 2)-net in its first two dimensions: one point in each box of area 2^-m, whatever its shape', () => {
    const m = 10;
    const points = sobolPoints(2 ** m, 2);
    for (let k = 0; k <= m; k++) {
      const boxes = points.map(([x, y]) => Math.floor(x * 2 ** k) * 2 ** m + Math.floor(y * 2 ** (m - k)));
      expect(new Set(boxes).size).toBe(2 ** m);
    }
  });

  // ∏(1 + (x_j − ½)/2^j) integrates to 1 with a variance of about 0.117: 2^14 independent points are off by 2.7e-3. Here
  // each axis has the points k/n + 2^-33, so a mean of ½ − ½/n, which adds to Σ 2^-j/(2n) = 1/n = 6.1e-5.
  it('integrates a product over 20 dimensions forty times better than Monte Carlo', () => {
    const product = (point: Float64Array) => point.reduce((p, x, j) => p * (1 + (x - 0.5) / 2 ** j), 1);
    const points = sobolPoints(2 ** 14, 20);
    const mean = points.reduce((sum, point) => sum + product(point), 0) / points.length;
    expect(Math.abs(mean - 1)).toBeLessThan(6.5e-5);
  });

  it('goes on where it was left, up to the last point of 2^32', () => {
    expect(sobolPoints(5, 4, 3)).toEqual(sobolPoints(8, 4).slice(3));
    const [last] = sobolPoints(1, 2, 2 ** 32 - 1);
    expect(last.every((x) => x > 0 && x < 1)).toBe(true);
  });

  it('stays off the faces of the cube', () => {
    expect(sobolPoints(4096, 16).every((point) => point.every((x) => x > 0 && x < 1))).toBe(true);
  });

  it('refuses what it has no numbers for', () => {
    expect(() => sobolPoints(8, 129)).toThrow('d: got 129; allowed: a whole number from 1 to 128');
    expect(() => sobolPoints(0, 2)).toThrow('n: got 0');
    expect(() => sobolPoints(2, 2, 2 ** 32 - 1)).toThrow('skip');
  });
});
