import { describe, expect, it } from 'vitest';
import { countText, numberText, shareText } from '../../../../src/experiment/report/numbers.ts';

describe('numbers of a report', () => {
  it.each([
    [0, '0'],
    [1234.56, '1235'],
    [0.012345, '0.01235'],
    [-0.5, '−0.5'],
    [1e5, '1e5'],
    [2.5e-7, '2.5e−7'],
    [-3.21e200, '−3.21e200'],
    [Number.NaN, '–'],
    [null, '–'],
    [Infinity, '∞'],
  ])('%d is written %s', (x, text) => {
    expect(numberText(x)).toBe(text);
  });

  it('never rounds a share to none or all', () => {
    expect(shareText(1, 2401)).toBe('< 0.1 %');
    expect(shareText(2400, 2401)).toBe('> 99.9 %');
    expect(shareText(0, 5)).toBe('0 %');
    expect(shareText(5, 5)).toBe('100 %');
    expect(shareText(0, 0)).toBe('–');
    expect(countText(1234567)).toBe('1,234,567');
  });
});
