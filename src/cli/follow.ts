import type { Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import type { Watch } from '../measure/index.ts';
import { exitAfter, RunFailed } from './failure.ts';
import { interruption } from './interruption.ts';
import { Progress } from './progress.ts';
import { record } from './record.ts';

/** A run that turned non-finite: which lab, which quantity, when. */
export function failureOf(simulation: Simulation): RunFailed | null {
  const failed = simulation.economies.find(({ status }) => status === 'failed');
  if (!failed) return null;
  const where = failed.firstNonFinite();
  const what = where ? `${where.quantity} of lab ${where.lab} in group ${where.group}` : 'a quantity';
  return new RunFailed(
    `${failed.name}: ${what} is not finite after tick ${failed.tick} (t = ${failed.t}); the record up to there is kept`,
  );
}

/** Where the text of a record goes. */
interface TextSink {
  begin(): string;
  /** Called while the labs are as they were at the row's tick. */
  row(row: Row): string;
  write(text: string): Promise<void>;
}

/**
 * Runs a simulation under its watches to its end or to Ctrl-C, with a progress bar; to: where it is recorded, if it is.
 * Returns the signal that may have interrupted it.
 */
export async function follow(
  simulation: Simulation,
  watches: readonly Watch[],
  to: TextSink | null,
): Promise<AbortSignal> {
  const progress = new Progress(simulation);
  const { signal, stop } = interruption();
  const see = (row: Row): string => {
    watches[row.economy].see(row);
    return to === null ? '' : to.row(row);
  };
  try {
    await to?.write(to.begin());
    await record(simulation, signal, see, async (rows) => {
      await to?.write(rows.join(''));
      progress.update();
    });
  } finally {
    stop();
    progress.stop();
  }
  return signal;
}

/** After the outcome is written: the exit code and words for a run that was cut short or stopped early; throws if it failed. */
export function conclude(simulation: Simulation, signal: AbortSignal, inJson: boolean): void {
  if (signal.aborted) {
    process.exitCode = exitAfter(signal.reason);
    if (!inJson) process.stderr.write('turnpike: interrupted; what was recorded is kept\n');
  }
  for (const { name, status, t } of simulation.economies) {
    if (status === 'overflow' && !inJson)
      process.stderr.write(
        `turnpike: ${name}: stopped at t = ${t}, where K leaves the range of numbers without a blow-up\n`,
      );
  }
  const failure = failureOf(simulation);
  if (failure) throw failure;
}
