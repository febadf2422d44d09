/** One thing that is wrong with a scenario, a path or a link. */
export interface Problem {
  /** As typed in --set where it is a parameter: `economy.c`, `groups.labs.count`. */
  path: string;
  /** What was found there, in words. */
  got: string;
  /** What may stand there, in words. */
  allowed: string;
}

const mostShown = 100;

/** A scenario is refused whole: nothing was clamped, nothing ran. `message` has one line for each problem. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.slice(0, mostShown).map((p) => `${p.path}: got ${p.got}; allowed: ${p.allowed}`);
    if (problems.length > mostShown) lines.push(`and ${problems.length - mostShown} more`);
    super(lines.join('\n'));
    this.problems = problems;
  }
}

/** A ScenarioError of a single problem, to be thrown. */
export function refusal(path: string, got: string, allowed: string): ScenarioError {
  return new ScenarioError([{ path, got, allowed }]);
}
