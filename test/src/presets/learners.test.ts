import { describe, expect, test } from 'vitest';
import { play } from './play.ts';

/** Chips of the three groups at a time. */
function chips(played: ReturnType<typeof play>[string], t: number) {
  const [turnpike, learners, random] = played.at(t).groups.map(({ K }) => K);
  return { turnpike, learners, random };
}

describe.each([undefined, 1, 2])('seed %s', (seed) => {
  const { base, 'learners watch chips': myopic } = play('learners', seed);

  test('learners come within a hundredth of the turnpike, far ahead of chance', () => {
    const { turnpike, learners, random } = chips(base, 26);
    expect(learners / turnpike).toBeCloseTo(0.99, 2);
    expect(learners / random).toBeGreaterThan(2);
  });

  test('those that watch chips alone lead first and end below chance', () => {
    const half = chips(myopic, 13);
    expect(half.learners / half.turnpike).toBeCloseTo(1.17, 2);
    const { turnpike, learners, random } = chips(myopic, 26);
    expect(learners / turnpike).toBeCloseTo(0.38, 2);
    expect(learners).toBeLessThan(random);
  });
});
