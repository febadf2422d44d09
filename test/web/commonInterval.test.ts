import { expect, it } from 'vitest';
import { commonInterval } from '../../web/shared/commonInterval.ts';

it.each([
  [[0.05], 0.05],
  [[0.05, 0.05], 0.05],
  [[0.1, 0.05], 0.1],
  [[0.02, 0.05], 0.1],
  [[0.03, 0.05], 0.15],
  [[0.01, 0.1, 0.05], 0.1],
  [[1 / 3, 0.5], 1],
  // 0.1 and 0.097 meet only after 9.7: too long a step, so decisions fall apart.
  [[0.1, 0.097], 0.1],
  [[0.05, 0.1 / Math.PI], 0.05],
])('of %j is %d', (intervals, step) => {
  expect(commonInterval(intervals)).toBeCloseTo(step, 12);
  expect(commonInterval([...intervals].reverse())).toBeCloseTo(step, 12);
});
