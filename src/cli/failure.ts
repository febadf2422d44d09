import { constants } from 'node:os';
import { CommanderError } from 'commander';
import { type Problem, ScenarioError } from '../scenario/errors.ts';

/** What a shell sees of how it went. */
export const exit = { done: 0, failed: 1, badInput: 2 } as const;

/** Shells expect 128 and the signal's number: 130 after Ctrl-C. */
export function exitAfter(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** A run that began and could not end well. What it recorded is kept. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
}

interface Failure {
  kind: 'bad input' | 'run failed';
  message: string;
  problems: readonly Problem[];
}

/** The closed forms refuse an argument with a RangeError that reads `c: got -1; allowed: …`. */
function problemIn(error: RangeError): Problem | null {
  const match = /^([^\s:]+): got ([\s\S]*?); allowed: ([\s\S]*)$/.exec(error.message);
  return match && { path: match[1], got: match[2], allowed: match[3] };
}

function failureOf(error: unknown): Failure {
  if (error instanceof ScenarioError)
    return { kind: 'bad input', message: error.message, problems: error.problems };
  if (error instanceof CommanderError)
    return { kind: 'bad input', message: error.message.replace(/^error: /, ''), problems: [] };
  const problem = error instanceof RangeError ? problemIn(error) : null;
  if (problem) return { kind: 'bad input', message: (error as RangeError).message, problems: [problem] };
  // Not one of ours: the place where it happened is all there is to go by.
  const message =
    error instanceof RunFailed || !(error instanceof Error) ? String((error as Error).message) : error.stack;
  return { kind: 'run failed', message: message ?? String(error), problems: [] };
}

/** Says on stderr what went wrong, as JSON if asked. Returns the exit code. */
export function report(error: unknown, json: boolean): number {
  const failure = failureOf(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: failure })}\n`);
  else if (failure.problems.length > 1)
    process.stderr.write(
      `turnpike: ${failure.problems.length} problems\n${failure.message.replace(/^/gm, '  ')}\n`,
    );
  else process.stderr.write(`turnpike: ${failure.message}\n`);
  return failure.kind === 'bad input' ? exit.badInput : exit.failed;
}
