import { describe, expect, it } from 'vitest';
import { moved } from '../../../../web/page/sweep/cursor.ts';
import { nearest, scaleOf } from '../../../../web/page/sweep/scale.ts';
import { fitting } from '../../../../web/page/sweep/words.ts';

describe('the picture', () => {
  it('finds every cell under its own place, on either scale and either way up', () => {
    for (const isLog of [false, true])
      for (const [from, to] of [
        [10, 400],
        [400, 10],
      ]) {
        const values = [1, 2, 3, 5, 10, 100];
        const scale = scaleOf(values, isLog, from, to);
        values.forEach((value, i) => {
          expect(scale.cellAt(scale.pixel(scale.positions[i]))).toBe(i);
          expect(nearest(scale, value * 1.01)).toBe(i);
        });
        expect(scale.cellAt(from - Math.sign(to - from))).toBe(-1);
        expect(scale.cellAt(to + Math.sign(to - from))).toBe(-1);
        expect(scale.pixel(scale.edges[0])).toBeCloseTo(from, 9);
        expect(scale.pixel(scale.edges[values.length])).toBeCloseTo(to, 9);
      }
  });

  it('moves from cell to cell as the arrows point, and stays within', () => {
    const [columns, rows] = [3, 4];
    const at = 1 * rows + 2;
    expect(moved('ArrowRight', at, columns, rows)).toBe(2 * rows + 2);
    expect(moved('ArrowLeft', at, columns, rows)).toBe(2);
    expect(moved('ArrowUp', at, columns, rows)).toBe(at + 1);
    expect(moved('ArrowDown', at, columns, rows)).toBe(at - 1);
    expect(moved('Home', at, columns, rows)).toBe(2);
    expect(moved('End', at, columns, rows)).toBe(2 * rows + 2);
    expect(moved('PageUp', at, columns, rows)).toBe(1 * rows + 3);
    expect(moved('PageDown', at, columns, rows)).toBe(1 * rows);
    expect(moved('ArrowRight', 2 * rows, columns, rows)).toBe(2 * rows);
    expect(moved('x', at, columns, rows)).toBeNull();
  });
});

it('the name of an axis is as full as it has room for', () => {
  const titles = ['c, the exponent of it all (units)', 'c (units)', 'c'];
  expect(fitting(titles, 1000, 12)).toBe(titles[0]);
  expect(fitting(titles, 80, 12)).toBe(titles[1]);
  expect(fitting(titles, 1, 12)).toBe('c');
});
