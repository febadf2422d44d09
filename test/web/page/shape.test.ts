import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../web/page/controls/shape.ts';

/** Area under an outline, as a share of the box. */
const area = (outline: readonly (readonly [number, number])[]): number =>
  outline.slice(1).reduce((sum, [x, up], i) => sum + ((x - outline[i][0]) * (up + outline[i][1])) / 2, 0);

describe('the shape of a distribution', () => {
  it('is flat where every value is as likely, and a bell on a log axis where the logarithm is normal', () => {
    const flat = shapeOf({ distribution: 'uniform', min: 2, max: 3 })!;
    expect(flat).toMatchObject({ low: 2, high: 3, median: 2.5, isLog: false });
    for (const [, up] of flat.outline) expect(up).toBeCloseTo(1, 9); // differences of nearby quantiles
    const bell = shapeOf({ distribution: 'lognormal', median: 5, spread: 2 })!;
    expect(bell.isLog).toBe(true);
    // From −2.576 to 2.576 standard deviations, of the highest density: √(2π)·0.99/5.152 = 0.4817.
    expect(area(bell.outline)).toBeCloseTo(0.4817, 2);
    const highest = bell.outline.reduce((best, point) => (point[1] > best[1] ? point : best));
    expect(highest[0]).toBeCloseTo(0.5, 1);
    expect(bell.low * bell.high).toBeCloseTo(25, 5);
  });

  it('begins at the least value of a Pareto distribution and falls from there', () => {
    const { low, outline } = shapeOf({ distribution: 'pareto', min: 3, shape: 2 })!;
    expect(low).toBe(3);
    for (let i = 2; i < outline.length - 1; i++) expect(outline[i][1]).toBeLessThan(outline[i - 1][1]);
  });

  it('counts the values of a list', () => {
    const { outline, median } = shapeOf({ distribution: 'list', values: [1, 1, 1, 2] })!;
    expect(outline[0]).toEqual([0, 1]);
    expect(outline[outline.length - 1]).toEqual([1, 1 / 3]);
    expect(median).toBe(1);
  });

  it('is nothing where all labs are alike', () => {
    expect(shapeOf({ distribution: 'constant', value: 4 })).toBeNull();
    expect(shapeOf({ distribution: 'uniform', min: 4, max: 4 })).toBeNull();
    expect(shapeOf({ distribution: 'lognormal', median: 4, spread: 0 })).toBeNull();
    expect(shapeOf({ distribution: 'list', values: [4, 4] })).toBeNull();
  });
});
