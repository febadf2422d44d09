import { expect } from 'vitest';
import { ScenarioError } from '../../../src/scenario/errors.ts';

/** The ScenarioError that `act` must throw, within `milliseconds`. */
export function refused(act: () => unknown, milliseconds = 2000): ScenarioError {
  const start = performance.now();
  let thrown: unknown;
  try {
    act();
  } catch (error) {
    thrown = error;
  }
  const spent = performance.now() - start;
  expect(thrown).toBeInstanceOf(ScenarioError);
  expect(spent).toBeLessThan(milliseconds);
  return thrown as ScenarioError;
}

/** A problem has this path, what was got and what is allowed, and the message says so. */
export function expectProblem(error: ScenarioError, path: string, got: string, allowed: string): void {
  const told = error.problems.some(
    (problem) => problem.path === path && problem.got.includes(got) && problem.allowed.includes(allowed),
  );
  expect(told, `${path}: got ${got}; allowed: ${allowed}\nis not in\n${error.message}`).toBe(true);
  for (const problem of error.problems.slice(0, 100))
    expect(error.message).toContain(`${problem.path}: got ${problem.got}; allowed: ${problem.allowed}`);
}
