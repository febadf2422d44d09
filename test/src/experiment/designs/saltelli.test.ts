import { describe, expect, it } from 'vitest';
import { saltelliBlock, saltelliDesign, sobolPoints } from '../../../../src/experiment/designs/index.ts';

describe('saltelliDesign(n, d)', () => {
  it('is blocks of A, A_B^i, B from Sobol’ points in 2d dimensions', () => {
    const d = 3;
    const design = saltelliDesign(8, d);
    expect(design.length).toBe(8 * saltelliBlock(d));
    sobolPoints(8, 2 * d).forEach((point, k) => {
      const block = design.slice(k * (d + 2), (k + 1) * (d + 2));
      const [A, B] = [point.slice(0, d), point.slice(d)];
      expect(block[0]).toEqual(A);
      expect(block[d + 1]).toEqual(B);
      for (let i = 0; i < d; i++)
        expect([...block[1 + i]]).toEqual([...A].map((x, j) => (j === i ? B[j] : x)));
    });
  });

  it('adds B_A^i for second-order indices', () => {
    const d = 2;
    const [A, , , BA1, BA2, B] = saltelliDesign(2, d, { secondOrder: true }).slice(
      saltelliBlock(d, { secondOrder: true }),
    );
    expect([...BA1]).toEqual([A[0], B[1]]);
    expect([...BA2]).toEqual([B[0], A[1]]);
  });

  it('begins like a longer design, so that its runs may be kept', () => {
    expect(saltelliDesign(16, 2).slice(0, 8 * 4)).toEqual(saltelliDesign(8, 2));
  });

  it('refuses more factors than half the dimensions', () => {
    expect(() => saltelliDesign(8, 65)).toThrow('d: got 65; allowed: a whole number from 1 to 64');
  });
});
