import { applyAll } from '../paths.ts';
import { preset } from '../presets/index.ts';
import type { Scenario } from '../types.ts';
import { demand } from './demand.ts';
import { howMuchToTrain } from './how-much-to-train.ts';
import { increasingReturns } from './increasing-returns.ts';
import type { Lesson } from './lesson.ts';
import { race } from './race.ts';
import { sharing } from './sharing.ts';
import { turnpike } from './turnpike.ts';

export type { Condition, Lesson } from './lesson.ts';

/** In the order in which they build on each other. */
export const lessons: readonly Lesson[] = [
  increasingReturns,
  howMuchToTrain,
  turnpike,
  sharing,
  demand,
  race,
];

/** The complete scenario that a lesson begins with. */
export function lessonScenario({ preset: name, set }: Pick<Lesson, 'preset' | 'set'>): Scenario {
  return applyAll(
    preset(name),
    Object.entries(set).map(([path, value]) => ({ path, value })),
  );
}
