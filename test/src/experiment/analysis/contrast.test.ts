import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../../../src/experiment/analysis/contrast.ts';

const hundred = Array.from({ length: 101 }, (_, i) => i / 100);

describe('contrastOf', () => {
  it('compares the lowest with the highest fifth of numbers', () => {
    const { low, high, lowEnd, highEnd } = contrastOf(
      'x',
      hundred,
      hundred.map((x) => 3 * x),
    )!;
    // The means of 0 … 0.2 and of 0.8 … 1, times 3.
    expect(low).toBeCloseTo(0.3, 12);
    expect(high).toBeCloseTo(2.7, 12);
    expect([lowEnd, highEnd]).toEqual(['≤ 0.2', '≥ 0.8']);
  });

  it('takes all of the first and the last of a few levels', () => {
    const at = [1, 1, 2, 2, 5, 5];
    expect(contrastOf('x', at, [10, 12, 99, 99, 20, Number.NaN])).toEqual({
      factor: 'x',
      low: 11,
      high: 20,
      lowEnd: '1',
      highEnd: '5',
    });
  });

  it('compares the words with the least and the greatest mean', () => {
    const found = contrastOf('rule', ['b', 'a', 'c', 'b'], [1, 5, 3, 2]);
    expect(found).toMatchObject({ low: 1.5, high: 5, lowEnd: 'b', highEnd: 'a' });
  });

  it('is null where one value is left', () => {
    expect(contrastOf('x', [1, 1], [2, 3])).toBeNull();
    expect(contrastOf('x', [1, 2], [2, Number.NaN])).toBeNull();
  });
});
