import { expect, it } from 'vitest';
import { lineThrough } from '../../../web/page/inspector/line.ts';

const nowhere = Number.NaN;

it('goes from the lowest to the highest value, straight in logs', () => {
  const line = lineThrough({ t: [0, 1, 2], values: [1, 10, 100], end: 2, isLog: true })!;
  expect(line).toEqual({ path: 'M0.0000 1.0000L0.5000 0.5000L1.0000 0.0000', low: 1, high: 100 });
});

it('is broken where there is no value', () => {
  const { path } = lineThrough({ t: [0, 1, 2, 3], values: [1, 2, 0, 4], end: 3, isLog: true })!;
  expect(path.match(/M/g)).toHaveLength(2);
  expect(lineThrough({ t: [0], values: [nowhere], end: 0, isLog: false })).toBeNull();
});

it('holds a split for the tick that ends at its time', () => {
  const { path } = lineThrough({
    t: [0, 1, 2],
    values: [nowhere, 0.25, 0.75],
    end: 2,
    isLog: false,
    span: [0, 1],
    isStepped: true,
  })!;
  expect(path).toBe('M0.0000 0.7500L0.5000 0.7500L0.5000 0.2500L1.0000 0.2500');
});
