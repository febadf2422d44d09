import { setImmediate } from 'node:timers/promises';
import type { Row } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';

/** A slice of work between two looks at signals and the progress bar, in ms. */
const SLICE = 25;
/** The core keeps 1024 rows: more ticks a slice would only stop early. */
const TICKS = 1024;

/**
 * Runs every economy to its end, or until `signal` aborts, handing over the rows of each slice. A slice is measured in
 * substeps, so that the run answers even inside the one long tick before a blow-up.
 */
export async function record(
  simulation: Simulation,
  signal: AbortSignal,
  onRows: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  let substeps = 16;
  const takeRows = async (): Promise<void> => {
    const rows: Row[] = [];
    simulation.drain((row) => rows.push(row));
    await onRows(rows);
  };
  await takeRows();
  while (simulation.isRunning && !signal.aborted) {
    const started = performance.now();
    simulation.advance(TICKS, substeps);
    const took = performance.now() - started;
    await takeRows();
    await setImmediate();
    if (took < SLICE / 2) substeps = Math.min(substeps * 2, 2 ** 24);
    if (took > SLICE * 2) substeps = Math.max(substeps >> 1, 1);
  }
}
