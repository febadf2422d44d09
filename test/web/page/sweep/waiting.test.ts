import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../web/page/sweep/pace.ts';
import { waitText } from '../../../../web/page/sweep/words.ts';

describe('waiting', () => {
  it('is told roughly, in seconds, minutes and hours', () => {
    expect(waitText(300)).toBe('less than a second');
    expect(waitText(40_000)).toBe('about 40 s');
    expect(waitText(180_000)).toBe('about 3 min');
    expect(waitText(7_800_000)).toBe('about 2 h 10 min');
  });

  it('follows the pace of the last seconds', () => {
    const pace = new Pace();
    pace.see(0, 0);
    expect(pace.rate).toBeNull();
    for (let second = 1; second <= 20; second++) pace.see(1000 * second, 10 * second);
    expect(pace.rate).toBeCloseTo(10, 9);
    for (let second = 21; second <= 40; second++) pace.see(1000 * second, 200 + 2 * (second - 20));
    expect(pace.rate).toBeCloseTo(2, 9);
  });
});
